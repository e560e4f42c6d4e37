using System.Text.Encodings.Web;
using System.Text.Json;
using Overflight.Airspace;
using Overflight.Airspace.Verdicts;
using Overflight.Feeds;
using Overflight.Geodesy;
using Overflight.Tracks;
using Overflight.Tracks.Preparing;

namespace Overflight.Dossiers;

/// <summary>Writes <c>overflight/analysis/1</c>: one JSON object, by <c>docs/schemas/analysis-1.schema.json</c>, flight by flight.</summary>
public sealed class JsonWriter : IAnalysisWriter, IDisposable
{
    private readonly Utf8JsonWriter _json;
    private readonly List<ReadReport> _inputs = [];
    private AnalysisHeader? _header;

    /// <summary>Writes to a stream, which stays open.</summary>
    public JsonWriter(Stream output)
    {
        ArgumentNullException.ThrowIfNull(output);
        _json = new Utf8JsonWriter(output, new JsonWriterOptions { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
    }

    /// <inheritdoc/>
    public void Begin(AnalysisHeader header)
    {
        ArgumentNullException.ThrowIfNull(header);
        _header = header;
        _json.WriteStartObject();
        _json.WriteString("schema", "overflight/analysis/1");
        _json.WriteStartArray("flights");
    }

    /// <inheritdoc/>
    public void Flight(string input, FlightAnalysis flight)
    {
        ArgumentNullException.ThrowIfNull(flight);
        var (prepared, track) = (flight.Flight, flight.Flight.Track);
        _json.WriteStartObject();
        _json.WriteString("aircraft", track.Aircraft.Id);
        Text("registration", track.Aircraft.Registration);
        Text("type", track.Aircraft.TypeDesignator);
        Text("callsign", track.Count > 0 ? track.CallsignAt(track.TimeAt(0)) : "");
        _json.WriteString("input", input);
        if (prepared.Count > 0)
        {
            _json.WriteString("start", prepared.Start.ToString());
            _json.WriteString("end", prepared.End.ToString());
        }
        _json.WriteNumber("fixes", track.Count);
        _json.WriteStartObject("rejected");
        foreach (var group in prepared.SetAside.GroupBy(s => s.Reason).OrderBy(g => g.Key))
            _json.WriteNumber(Names.Of(group.Key), group.Count());
        _json.WriteEndObject();
        _json.WriteStartArray("verdicts");
        foreach (var verdict in flight.Verdicts)
            Verdict(verdict);
        _json.WriteEndArray();
        _json.WriteEndObject();
        if (_json.BytesPending > 1 << 16)
            _json.Flush();
    }

    /// <inheritdoc/>
    public void Input(ReadReport input) => _inputs.Add(input);

    /// <inheritdoc/>
    public void Finish()
    {
        _json.WriteEndArray();
        _json.WriteStartArray("inputs");
        foreach (var input in _inputs)
            WriteInput(input);
        _json.WriteEndArray();
        _json.WriteStartArray("boundaries");
        foreach (var source in _header!.Boundaries)
        {
            _json.WriteStartObject();
            _json.WriteString("name", source.Name);
            _json.WriteString("package", source.Package);
            _json.WriteString("vintage", source.Vintage);
            _json.WriteString("sha256", source.Sha256);
            _json.WriteString("licence", source.Licence);
            _json.WriteString("attribution", source.Attribution);
            _json.WriteEndObject();
        }
        _json.WriteEndArray();
        _json.WriteString("program", "overflight " + _header.Version);
        _json.WriteString("command", _header.Command);
        _json.WriteEndObject();
        _json.Flush();
    }

    /// <inheritdoc/>
    public void Dispose() => _json.Dispose();

    private void WriteInput(ReadReport input)
    {
        _json.WriteStartObject();
        _json.WriteString("file", input.File);
        if (input.Format is { } format)
            _json.WriteString("format", format.ToString());
        else
            _json.WriteNull("format");
        _json.WriteNumber("bytes", input.Bytes);
        Text("sha256", input.Sha256);
        _json.WriteNumber("fixes", input.FixesRead);
        _json.WriteBoolean("complete", input.IsComplete);
        _json.WriteStartObject("rejected");
        foreach (var (kind, count) in input.RejectedByKind.OrderBy(k => k.Key, StringComparer.Ordinal))
            _json.WriteNumber(kind, count);
        _json.WriteEndObject();
        _json.WriteStartArray("problems");
        foreach (var problem in input.Problems)
        {
            _json.WriteStartObject();
            _json.WriteNumber("offset", problem.Offset);
            _json.WriteNumber("record", problem.Record);
            _json.WriteString("field", problem.Field);
            _json.WriteString("message", problem.Message);
            _json.WriteEndObject();
        }
        _json.WriteEndArray();
        _json.WriteStartArray("notes");
        foreach (var note in input.Notes)
            _json.WriteStringValue(note);
        _json.WriteEndArray();
        _json.WriteEndObject();
    }

    private void Verdict(AirspaceVerdict verdict)
    {
        _json.WriteStartObject();
        _json.WriteString("airspace", verdict.Airspace);
        _json.WriteString("verdict", Names.Of(verdict.Kind));
        Number("speedToEnterKnots", verdict.SpeedToEnterKnots, 1);
        if (verdict.SpeedToEnterLeg is { } leg)
            Pair("speedToEnterLeg", leg);
        Number("probability", verdict.Probability, 4);
        Number("deepestMetres", verdict.DeepestMetres, 1);
        Number("closestMetres", verdict.ClosestMetres, 1);
        if (verdict.Witness is { } witness)
            Witness(witness);
        _json.WriteStartArray("intervals");
        foreach (var interval in verdict.Intervals)
            Interval(interval);
        _json.WriteEndArray();
        _json.WriteStartArray("decidedBy");
        foreach (var fact in verdict.DecidedBy)
            Fact(fact);
        _json.WriteEndArray();
        _json.WriteStartObject("assumptions");
        _json.WriteString("boundarySet", verdict.BoundarySet);
        Number("speedBoundKnots", verdict.Speed.Knots, 1);
        _json.WriteString("speedBoundOrigin", verdict.Speed.Origin);
        Number("leastRadiusMetres", verdict.RadiiMetres.Least, 1);
        Number("greatestRadiusMetres", verdict.RadiiMetres.Greatest, 1);
        _json.WriteString("coveredFrom", verdict.Covered.From.ToString());
        _json.WriteString("coveredTo", verdict.Covered.To.ToString());
        _json.WriteEndObject();
        if (verdict.SecondSet is { } second)
        {
            _json.WriteStartObject("secondBoundarySet");
            _json.WriteString("name", second.BoundarySet);
            _json.WriteString("verdict", Names.Of(second.Kind));
            Number("deepestMetres", second.DeepestMetres, 1);
            Number("closestMetres", second.ClosestMetres, 1);
            _json.WriteEndObject();
        }
        if (verdict.WithinClaimedBreadth is { } breadth)
        {
            _json.WriteStartObject("withinClaimedAirspaceBreadth");
            _json.WriteNumber("seaNauticalMiles", breadth.SeaNauticalMiles);
            _json.WriteNumber("airspaceNauticalMiles", breadth.AirspaceNauticalMiles);
            _json.WriteString("act", breadth.Act);
            _json.WriteEndObject();
        }
        if (verdict.WithSetAside is { } with)
            _json.WriteString("withSetAsideFixes", Names.Of(with));
        _json.WriteEndObject();
    }

    private void Interval(PresenceInterval interval)
    {
        _json.WriteStartObject();
        _json.WriteBoolean("certain", interval.IsCertain);
        if (interval.IsForced)
            _json.WriteBoolean("forced", true);
        Bounds("enter", interval.Enter);
        Bounds("exit", interval.Exit);
        Number("deepestMetres", interval.DeepestMetres, 1);
        Place("deepestPlace", interval.DeepestPlace);
        Place("enterPlace", interval.EnterPlace);
        Place("exitPlace", interval.ExitPlace);
        Pair("fixes", (interval.FirstFix, interval.LastFix));
        if (interval.MayHaveLeft.Count > 0)
        {
            _json.WriteStartArray("mayHaveLeftBetween");
            foreach (var (first, second) in interval.MayHaveLeft)
            {
                _json.WriteStartArray();
                _json.WriteNumberValue(first);
                _json.WriteNumberValue(second);
                _json.WriteEndArray();
            }
            _json.WriteEndArray();
        }
        if (interval.Witness is { } witness)
            Witness(witness);
        _json.WriteEndObject();
    }

    private void Witness(Witness witness)
    {
        _json.WriteStartObject("witness");
        Place("place", witness.Place);
        _json.WriteString("earliest", witness.Earliest.ToString());
        _json.WriteString("latest", witness.Latest.ToString());
        Pair("fixes", (witness.FirstFix, witness.SecondFix));
        Number("metresFromFirst", witness.MetresFromFirst, 2);
        Number("metresToSecond", witness.MetresToSecond, 2);
        Number("allowedMetres", witness.AllowedMetres, 2);
        Number("metresFromEdge", witness.MetresFromEdge, 2);
        Edge(witness.Edge);
        _json.WriteEndObject();
    }

    private void Fact(DecidingFact fact)
    {
        _json.WriteStartObject();
        _json.WriteString("what", fact.What);
        _json.WriteNumber("fix", fact.Fix);
        _json.WriteString("time", fact.Time.ToString());
        Place("place", fact.Place);
        Number("signedMetres", fact.SignedMetres, 1);
        Number("radiusMetres", fact.RadiusMetres, 1);
        Edge(fact.Edge);
        _json.WriteEndObject();
    }

    private void Edge(BoundaryEdge edge)
    {
        _json.WriteStartObject("edge");
        _json.WriteString("set", edge.Source);
        _json.WriteNumber("number", edge.Number);
        Place("start", edge.Start);
        Place("end", edge.End);
        _json.WriteString("kind", Names.Of(edge.Kind));
        _json.WriteString("reading", Names.Of(edge.Reading));
        Number("uncertaintyMetres", edge.UncertaintyMetres, 1);
        _json.WriteStartArray("claims");
        foreach (var claim in edge.Claims)
            _json.WriteStringValue(claim);
        _json.WriteEndArray();
        _json.WriteEndObject();
    }

    private void Bounds(string name, TimeBounds bounds)
    {
        _json.WriteStartObject(name);
        Time("earliest", bounds.Earliest);
        Time("likely", bounds.Likely);
        Time("latest", bounds.Latest);
        _json.WriteEndObject();
    }

    private void Time(string name, UtcInstant? time)
    {
        if (time is { } value)
            _json.WriteString(name, value.ToString());
        else
            _json.WriteNull(name);
    }

    private void Place(string name, GeoPoint? place)
    {
        if (place is not { } value)
            return;
        _json.WriteStartObject(name);
        _json.WriteNumber("latitude", Math.Round(value.LatitudeDegrees, 7));
        _json.WriteNumber("longitude", Math.Round(value.LongitudeDegrees, 7));
        _json.WriteEndObject();
    }

    private void Pair(string name, (int, int) pair)
    {
        _json.WriteStartArray(name);
        _json.WriteNumberValue(pair.Item1);
        _json.WriteNumberValue(pair.Item2);
        _json.WriteEndArray();
    }

    private void Number(string name, double? value, int decimals)
    {
        if (value is { } number && double.IsFinite(number))
            _json.WriteNumber(name, Math.Round(number, decimals));
    }

    private void Text(string name, string value)
    {
        if (value.Length > 0)
            _json.WriteString(name, value);
    }
}

using System.Text.Json;
using Overflight.Airspace.Verdicts;
using Overflight.Dossiers.Json;
using Overflight.Dossiers.Paths;
using Overflight.Geodesy;
using Overflight.Patterns;
using Overflight.Tracks;
using Overflight.Tracks.Preparing;

namespace Overflight.Dossiers.GeoJson;

/// <summary>The features of one flight: its track, the places that the verdicts name, what was within reach in each silence.</summary>
internal sealed class FlightFeatures(Utf8JsonWriter json, string input, FlightExamination analysis)
{
    private readonly PreparedFlight _flight = analysis.Flight;

    public void Write()
    {
        if (_flight.Count == 0)
            return;
        Track();
        foreach (var verdict in analysis.Verdicts)
            Places(verdict);
        foreach (var pattern in analysis.Patterns.Where(p => p.Ground.Count > 2))
        {
            Begin("pattern");
            json.WriteStartObject("pattern");
            PatternJson.Properties(json, pattern);
            json.WriteEndObject();
            json.WriteEndObject();
            // Hulls come anticlockwise, as RFC 7946 wants outer rings.
            Area(MeridianCut.Ring([.. pattern.Ground]));
        }
        for (var leg = 0; leg + 1 < _flight.Count; leg++)
            if (_flight.SecondsAfter(leg) > TrackStretch.GapSeconds)
                Lens(leg);
    }

    private void Track()
    {
        var parts = Lines();
        Begin("track");
        json.WriteString("input", Wording.Clean(input));
        json.WriteString("registration", Wording.Clean(_flight.Track.Aircraft.Registration));
        json.WriteString("type", Wording.Clean(_flight.Track.Aircraft.TypeDesignator));
        json.WriteString("callsign", Wording.Clean(_flight.Track.CallsignAt(_flight.TimeAt(_flight.Count / 2))));
        json.WriteString("start", _flight.Start.ToString());
        json.WriteString("end", _flight.End.ToString());
        json.WriteNumber("fixes", _flight.Count);
        json.WriteNumber("setAside", _flight.SetAside.Count);
        json.WriteStartArray("verdicts");
        foreach (var verdict in analysis.Verdicts)
            Summary(verdict);
        json.WriteEndArray();
        if (parts.Count != 1 || parts[0].Count > 1)
            Times(parts);
        json.WriteEndObject();
        json.WriteStartObject("geometry");
        if (parts is [[var only]])
        {
            json.WriteString("type", "Point");
            json.WritePropertyName("coordinates");
            Position(only.Place, AltitudeMetres(only.Number));
        }
        else
        {
            json.WriteString("type", parts.Count == 1 ? "LineString" : "MultiLineString");
            json.WriteStartArray("coordinates");
            foreach (var part in parts)
                Line(part, isNested: parts.Count > 1);
            json.WriteEndArray();
        }
        json.WriteEndObject();
        json.WriteEndObject();
    }

    /// <summary>The track cut at gaps and at ±180; a fix alone between two gaps is drawn as a line to itself.</summary>
    private List<List<(GeoPoint Place, int Number)>> Lines()
    {
        var parts = new List<List<(GeoPoint Place, int Number)>>();
        var run = new List<(GeoPoint, int)>();
        for (var i = 0; i < _flight.Count; i++)
        {
            run.Add((_flight.PositionAt(i), i));
            if (i + 1 < _flight.Count && _flight.SecondsAfter(i) <= TrackStretch.GapSeconds)
                continue;
            parts.AddRange(MeridianCut.Line(run));
            run = [];
        }
        if (parts.Count > 1)
            foreach (var part in parts.Where(p => p.Count == 1))
                part.Add(part[0]);
        return parts;
    }

    private void Line(List<(GeoPoint Place, int Number)> part, bool isNested)
    {
        if (isNested)
            json.WriteStartArray();
        foreach (var (place, number) in part)
            Position(place, number < 0 ? double.NaN : AltitudeMetres(number));
        if (isNested)
            json.WriteEndArray();
    }

    private void Times(List<List<(GeoPoint Place, int Number)>> parts)
    {
        json.WriteStartArray("coordTimes");
        foreach (var part in parts)
        {
            if (parts.Count > 1)
                json.WriteStartArray();
            for (var i = 0; i < part.Count; i++)
                json.WriteStringValue(TimeOf(part, i).ToString());
            if (parts.Count > 1)
                json.WriteEndArray();
        }
        json.WriteEndArray();
    }

    /// <summary>The time of a place; where ±180 is crossed, that of the fix beside it.</summary>
    private UtcInstant TimeOf(List<(GeoPoint Place, int Number)> part, int i) =>
        _flight.TimeAt(part[i].Number >= 0 ? part[i].Number : i > 0 ? part[i - 1].Number : part[1].Number);

    private void Places(AirspaceVerdict verdict)
    {
        foreach (var interval in verdict.Intervals)
        {
            if (interval is { EnterPlace: { } enter, Enter.Earliest: not null })
                Crossing("entry", verdict, enter, interval.Enter, interval.IsCertain);
            if (interval is { ExitPlace: { } exit, Exit.Latest: not null })
                Crossing("exit", verdict, exit, interval.Exit, interval.IsCertain);
            if (interval is { DeepestPlace: { } deepest, DeepestMetres: { } metres })
                Point("deepest", verdict, deepest, () => json.WriteNumber("depthMetres", Math.Round(metres, 1)));
        }
        if (verdict.Witness is { } witness)
            Point("witness", verdict, witness.Place, () =>
            {
                json.WriteString("earliest", witness.Earliest.ToString());
                json.WriteString("latest", witness.Latest.ToString());
                json.WriteNumber("metresFromFirst", Math.Round(witness.MetresFromFirst, 1));
                json.WriteNumber("metresToSecond", Math.Round(witness.MetresToSecond, 1));
                json.WriteNumber("allowedMetres", Math.Round(witness.AllowedMetres, 1));
                json.WriteNumber("metresFromEdge", Math.Round(witness.MetresFromEdge, 1));
            });
    }

    private void Crossing(string kind, AirspaceVerdict verdict, GeoPoint place, TimeBounds times, bool isCertain) => Point(kind, verdict, place, () =>
    {
        json.WriteBoolean("certain", isCertain);
        Time("earliest", times.Earliest);
        Time("likely", times.Likely);
        Time("latest", times.Latest);
    });

    private void Point(string kind, AirspaceVerdict verdict, GeoPoint place, Action more)
    {
        Begin(kind);
        json.WriteString("airspace", Wording.Clean(verdict.Airspace));
        json.WriteString("verdict", Names.Of(verdict.Kind));
        more();
        json.WriteEndObject();
        json.WriteStartObject("geometry");
        json.WriteString("type", "Point");
        json.WritePropertyName("coordinates");
        Position(place, double.NaN);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private void Lens(int leg)
    {
        var outline = ReachableLens.Of(_flight, leg);
        if (outline.Length == 0)
            return;
        Begin("gap");
        json.WriteString("from", _flight.TimeAt(leg).ToString());
        json.WriteString("to", _flight.TimeAt(leg + 1).ToString());
        json.WriteNumber("allowedMetres", Math.Round(ReachableLens.AllowedMetres(_flight, leg), 1));
        json.WriteNumber("speedBoundKnots", _flight.Speed.Knots);
        json.WriteEndObject();
        // RFC 7946 winds outer rings to the left, and outlines come clockwise.
        Area(MeridianCut.Ring(outline).Select(r => r.AsEnumerable().Reverse().ToList()));
    }

    private void Area(IEnumerable<IReadOnlyList<GeoPoint>> rings)
    {
        AreaGeometry.Write(json, rings.Select(r => r.Append(r[0])), decimals: 7);
        json.WriteEndObject();
    }

    private void Begin(string kind)
    {
        json.WriteStartObject();
        json.WriteString("type", "Feature");
        json.WriteStartObject("properties");
        json.WriteString("overflight:kind", kind);
        json.WriteString("aircraft", Wording.Clean(_flight.Track.Aircraft.Id));
    }

    private void Summary(AirspaceVerdict verdict)
    {
        json.WriteStartObject();
        json.WriteString("airspace", Wording.Clean(verdict.Airspace));
        json.WriteString("verdict", Names.Of(verdict.Kind));
        json.WriteString("sentence", VerdictSentence.Of(analysis.Analysis, verdict));
        if (verdict.SpeedToEnterKnots is { } knots)
            json.WriteNumber("speedToEnterKnots", Math.Round(knots, 1));
        if (verdict.DeepestMetres is { } deepest)
            json.WriteNumber("deepestMetres", Math.Round(deepest, 1));
        if (verdict.ClosestMetres is { } closest)
            json.WriteNumber("closestMetres", Math.Round(closest, 1));
        json.WriteEndObject();
    }

    private void Time(string name, UtcInstant? time)
    {
        if (time is { } t)
            json.WriteString(name, t.ToString());
        else
            json.WriteNull(name);
    }

    private void Position(GeoPoint place, double altitudeMetres)
    {
        json.WriteStartArray();
        json.WriteNumberValue(Math.Round(place.LongitudeDegrees, 7));
        json.WriteNumberValue(Math.Round(place.LatitudeDegrees, 7));
        if (!double.IsNaN(altitudeMetres))
            json.WriteNumberValue(Math.Round(altitudeMetres, 1));
        json.WriteEndArray();
    }

    /// <summary>Height above the ellipsoid as GeoJSON wants it; where only pressure altitude is known, none.</summary>
    private double AltitudeMetres(int i) => _flight.Track.GeometricAltitudesFeet[_flight.IndexInTrack(i)] * SiUnits.MetresPerFoot;
}

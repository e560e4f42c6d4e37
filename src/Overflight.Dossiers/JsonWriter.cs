using System.Text.Encodings.Web;
using System.Text.Json;
using Overflight.Airspace.Verdicts;
using Overflight.Dossiers.Evidence;
using Overflight.Dossiers.Json;
using Overflight.Feeds;
using Overflight.Patterns;
using Overflight.Patterns.Integrity;
using Overflight.Tracks;

namespace Overflight.Dossiers;

/// <summary>Writes <c>overflight/analysis/1</c>: one JSON object, by <c>docs/schemas/analysis-1.schema.json</c>, flight by flight.</summary>
public sealed class JsonWriter : IAnalysisWriter, IDisposable
{
    private readonly Utf8JsonWriter _json;
    private readonly FrameSource? _frames;
    private readonly ReachSource? _reaches;
    private readonly List<ReadReport> _inputs = [];
    private AnalysisHeader? _header;
    private IReadOnlyList<InterferenceArea> _interference = [];

    /// <summary>Writes to a stream, which stays open; with the messages behind each flight's verdicts, and with what each could see, where their sources are given.</summary>
    public JsonWriter(Stream output, FrameSource? frames = null, ReachSource? reaches = null)
    {
        ArgumentNullException.ThrowIfNull(output);
        (_frames, _reaches) = (frames, reaches);
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
    public void Flight(string input, FlightExamination flight)
    {
        ArgumentNullException.ThrowIfNull(flight);
        var (prepared, track) = (flight.Flight, flight.Flight.Track);
        _json.WriteStartObject();
        _json.WriteString("aircraft", track.Aircraft.Id);
        _json.Text("registration", track.Aircraft.Registration);
        _json.Text("type", track.Aircraft.TypeDesignator);
        _json.Text("callsign", track.Count > 0 ? track.CallsignAt(track.TimeAt(0)) : "");
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
            VerdictJson.Write(_json, verdict);
        _json.WriteEndArray();
        PatternJson.Write(_json, flight.Patterns, flight.Watched);
        IntegrityJson.Write(_json, flight.Integrity);
        GapJson.Write(_json, flight.Gaps);
        SurveillanceJson.Write(_json, flight.Surveillance);
        if (_reaches is not null)
            ReachJson.Write(_json, _reaches(prepared, flight.Verdicts));
        if (_frames is not null)
            WriteEvidence(EvidenceFrame.Of(input, flight, _frames));
        _json.WriteEndObject();
        if (_json.BytesPending > 1 << 16)
            _json.Flush();
    }

    /// <inheritdoc/>
    public void Input(ReadReport input) => _inputs.Add(input);

    /// <inheritdoc/>
    public void Interference(IReadOnlyList<InterferenceArea> areas) => _interference = areas;

    /// <inheritdoc/>
    public void Finish()
    {
        _json.WriteEndArray();
        IntegrityJson.Write(_json, _interference);
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

    private void WriteEvidence(IReadOnlyList<EvidenceFrame> evidence)
    {
        _json.WriteStartArray("evidence");
        foreach (var (fix, frame) in evidence)
        {
            _json.WriteStartObject();
            _json.WriteNumber("fix", fix);
            _json.WriteNumber("record", frame.Record);
            _json.WriteNumber("offset", frame.Offset);
            if (frame.HasTime)
                _json.WriteString("time", new UtcInstant(frame.TimeMicroseconds).ToString());
            _json.WriteString("raw", frame.Frame.ToString());
            _json.WriteEndObject();
        }
        _json.WriteEndArray();
    }

    private void WriteInput(ReadReport input)
    {
        _json.WriteStartObject();
        _json.WriteString("file", input.File);
        if (input.Format is { } format)
            _json.WriteString("format", format.ToString());
        else
            _json.WriteNull("format");
        _json.WriteNumber("bytes", input.Bytes);
        _json.Text("sha256", input.Sha256);
        _json.WriteNumber("fixes", input.FixesRead);
        _json.WriteBoolean("complete", input.IsComplete);
        ReadReportJson.WriteDamage(_json, input);
        _json.WriteStartArray("notes");
        foreach (var note in input.Notes)
            _json.WriteStringValue(note);
        _json.WriteEndArray();
        _json.WriteEndObject();
    }
}

using System.Text.Json;

namespace Overflight.Dossiers.Footprints;

/// <summary>One object: the reading, a member a frame, the swaths (docs/schemas/footprints-1.schema.json).</summary>
public sealed class FootprintJson(Stream output) : IFootprintWriter
{
    private readonly Utf8JsonWriter _json = new(output);

    /// <inheritdoc/>
    public bool WritesSwaths => true;

    /// <inheritdoc/>
    public void Begin(FootprintHeader header)
    {
        ArgumentNullException.ThrowIfNull(header);
        _json.WriteStartObject();
        _json.WriteString("schema", "overflight/footprints/1");
        FootprintProperties.Header(_json, header);
        _json.WriteStartArray("frames");
    }

    /// <inheritdoc/>
    public void Frame(FootprintFrame frame)
    {
        ArgumentNullException.ThrowIfNull(frame);
        _json.WriteStartObject();
        FootprintProperties.Frame(_json, frame);
        if (frame.Footprint.Outline.Count > 0)
        {
            _json.WritePropertyName("outline");
            FootprintGeometry.Closed(_json, frame.Footprint.Outline);
        }
        if (frame.Targets.Count > 0)
        {
            _json.WriteStartArray("targets");
            foreach (var target in frame.Targets)
            {
                _json.WriteStartObject();
                FootprintProperties.Target(_json, target);
                _json.WriteEndObject();
            }
            _json.WriteEndArray();
        }
        _json.WriteEndObject();
        if (_json.BytesPending > 1 << 15)
            _json.Flush();
    }

    /// <inheritdoc/>
    public void Finish(FootprintSummary summary)
    {
        ArgumentNullException.ThrowIfNull(summary);
        _json.WriteEndArray();
        _json.WriteStartArray("swaths");
        foreach (var swath in summary.Swaths)
        {
            _json.WriteStartObject();
            FootprintProperties.Swath(_json, swath);
            FootprintGeometry.Areas(_json, swath.Areas);
            _json.WriteEndObject();
        }
        _json.WriteEndArray();
        FootprintProperties.Summary(_json, summary);
        _json.WriteEndObject();
        _json.Flush();
    }

    /// <inheritdoc/>
    public void Dispose() => _json.Dispose();
}

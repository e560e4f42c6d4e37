using System.Text.Json;

namespace Overflight.Dossiers.Footprints;

/// <summary>A feature collection (RFC 7946): a feature a footprint, frame centre without one, target and swath; the member <c>overflight:feature</c> says which.</summary>
public sealed class FootprintGeoJson(Stream output) : IFootprintWriter
{
    private readonly Utf8JsonWriter _json = new(output);

    /// <inheritdoc/>
    public bool WritesSwaths => true;

    /// <inheritdoc/>
    public void Begin(FootprintHeader header)
    {
        ArgumentNullException.ThrowIfNull(header);
        _json.WriteStartObject();
        _json.WriteString("type", "FeatureCollection");
        _json.WriteStartObject("overflight:footprints");
        FootprintProperties.Header(_json, header);
        _json.WriteEndObject();
        _json.WriteStartArray("features");
    }

    /// <inheritdoc/>
    public void Frame(FootprintFrame frame)
    {
        ArgumentNullException.ThrowIfNull(frame);
        Begin("frame");
        FootprintProperties.Frame(_json, frame);
        _json.WriteEndObject();
        if (frame.Footprint.Outline.Count > 0)
            FootprintGeometry.Ring(_json, frame.Footprint.Outline);
        else if ((frame.Footprint.Centre?.Place ?? frame.Pose.Sensor) is { IsValid: true } place)
            FootprintGeometry.Point(_json, place);
        else
            _json.WriteNull("geometry");
        _json.WriteEndObject();
        foreach (var target in frame.Targets)
            Target(frame, target);
        if (_json.BytesPending > 1 << 15)
            _json.Flush();
    }

    /// <inheritdoc/>
    public void Finish(FootprintSummary summary)
    {
        ArgumentNullException.ThrowIfNull(summary);
        foreach (var swath in summary.Swaths)
        {
            Begin("swath");
            FootprintProperties.Swath(_json, swath);
            _json.WriteEndObject();
            FootprintGeometry.Areas(_json, swath.Areas);
            _json.WriteEndObject();
        }
        _json.WriteEndArray();
        _json.WriteStartObject("overflight:summary");
        FootprintProperties.Summary(_json, summary);
        _json.WriteEndObject();
        _json.WriteEndObject();
        _json.Flush();
    }

    /// <inheritdoc/>
    public void Dispose() => _json.Dispose();

    private void Target(FootprintFrame frame, Misb.Sight.TargetPlace target)
    {
        Begin("target");
        _json.WriteNumber("frame", frame.Number);
        Json.JsonParts.Time(_json, "time", frame.Time);
        FootprintProperties.Target(_json, target);
        _json.WriteEndObject();
        if ((target.Computed?.Place ?? target.Stated) is { } at)
            FootprintGeometry.Point(_json, at);
        else
            _json.WriteNull("geometry");
        _json.WriteEndObject();
    }

    private void Begin(string feature)
    {
        _json.WriteStartObject();
        _json.WriteString("type", "Feature");
        _json.WriteStartObject("properties");
        _json.WriteString("overflight:feature", feature);
    }
}

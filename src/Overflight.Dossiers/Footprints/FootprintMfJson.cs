using System.Text.Json;
using Overflight.Geodesy;

namespace Overflight.Dossiers.Footprints;

/// <summary>
/// OGC Moving Features JSON 1.0 (19-045r3): the footprint as a moving polygon that holds at its instants only, the sensor as a moving
/// point. Frames without a time, or not later than the one before, cannot be written; their number is said.
/// </summary>
public sealed class FootprintMfJson(Stream output) : IFootprintWriter
{
    private readonly Utf8JsonWriter _json = new(output);
    private readonly List<FootprintFrame> _frames = [];
    private FootprintHeader? _header;
    private int _left;

    /// <inheritdoc/>
    public bool WritesSwaths => false;

    /// <inheritdoc/>
    public void Begin(FootprintHeader header) => _header = header;

    /// <inheritdoc/>
    public void Frame(FootprintFrame frame)
    {
        ArgumentNullException.ThrowIfNull(frame);
        if (frame.Time is { } time && frame.Footprint.Camera is not null && (_frames.Count == 0 || time > _frames[^1].Time))
            _frames.Add(frame);
        else
            _left++;
    }

    /// <inheritdoc/>
    public void Finish(FootprintSummary summary)
    {
        _json.WriteStartObject();
        _json.WriteString("type", "FeatureCollection");
        Reference("crs", "urn:ogc:def:crs:OGC:1.3:CRS84");
        Reference("trs", "urn:ogc:data:time:iso8601");
        _json.WriteStartObject("overflight:footprints");
        FootprintProperties.Header(_json, _header!);
        _json.WriteNumber("framesNotWritten", _left);
        _json.WriteEndObject();
        _json.WriteStartArray("features");
        var seen = _frames.Where(f => f.Footprint.Outline.Count > 0).ToList();
        if (seen.Count > 0)
            Feature("footprint", "MovingPolygon", seen, f =>
            {
                _json.WriteStartArray();
                FootprintGeometry.Closed(_json, f.Footprint.Outline);
                _json.WriteEndArray();
            }, "Discrete", [
                ("areaSquareMetres", "MTK", f => f.Footprint.AreaSquareMetres),
                ("rangeMetres", "MTR", f => f.Footprint.Centre?.RangeMetres ?? double.NaN),
            ]);
        if (_frames.Count > 0)
            Feature("sensor", "MovingPoint", _frames, f =>
            {
                _json.WriteStartArray();
                _json.WriteNumberValue(Math.Round(f.Pose.Sensor.LongitudeDegrees, 7));
                _json.WriteNumberValue(Math.Round(f.Pose.Sensor.LatitudeDegrees, 7));
                _json.WriteNumberValue(Math.Round(f.Footprint.Camera!.Value.HeightMetres, 2));
                _json.WriteEndArray();
            }, "Linear", [
                ("azimuthDegrees", "DD", f => f.Footprint.Camera!.Value.Axis.AzimuthDegrees),
                ("elevationDegrees", "DD", f => f.Footprint.Camera!.Value.Axis.ElevationDegrees),
            ]);
        _json.WriteEndArray();
        _json.WriteEndObject();
        _json.Flush();
    }

    /// <inheritdoc/>
    public void Dispose() => _json.Dispose();

    private void Feature(
        string id, string type, List<FootprintFrame> frames, Action<FootprintFrame> coordinates, string interpolation,
        IReadOnlyList<(string Name, string Unit, Func<FootprintFrame, double> Value)> properties)
    {
        _json.WriteStartObject();
        _json.WriteString("type", "Feature");
        _json.WriteString("id", id);
        _json.WriteStartObject("temporalGeometry");
        _json.WriteString("type", type);
        Times(frames);
        _json.WriteStartArray("coordinates");
        foreach (var frame in frames)
            coordinates(frame);
        _json.WriteEndArray();
        _json.WriteString("interpolation", interpolation);
        _json.WriteEndObject();
        _json.WriteStartArray("temporalProperties");
        foreach (var (name, unit, value) in properties)
        {
            var known = frames.Where(f => double.IsFinite(value(f))).ToList();
            if (known.Count == 0)
                continue;
            _json.WriteStartObject();
            Times(known);
            _json.WriteStartObject(name);
            _json.WriteString("type", "Measure");
            _json.WriteString("form", unit);
            _json.WriteStartArray("values");
            foreach (var frame in known)
                _json.WriteNumberValue(Math.Round(value(frame), 4));
            _json.WriteEndArray();
            _json.WriteString("interpolation", "Discrete");
            _json.WriteEndObject();
            _json.WriteEndObject();
        }
        _json.WriteEndArray();
        _json.WriteStartObject("properties");
        _json.WriteString("input", _header!.Input);
        _json.WriteEndObject();
        _json.WriteEndObject();
    }

    private void Times(List<FootprintFrame> frames)
    {
        _json.WriteStartArray("datetimes");
        foreach (var frame in frames)
            _json.WriteStringValue(FootprintTime.Exact(frame.Time!.Value));
        _json.WriteEndArray();
    }

    private void Reference(string name, string urn)
    {
        _json.WriteStartObject(name);
        _json.WriteString("type", "Name");
        _json.WriteStartObject("properties");
        _json.WriteString("name", urn);
        _json.WriteEndObject();
        _json.WriteEndObject();
    }
}

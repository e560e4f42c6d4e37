using System.Globalization;
using System.Text;
using Overflight.Dossiers.Csv;
using Overflight.Misb.Sight;

namespace Overflight.Dossiers.Footprints;

/// <summary>A row a frame; the outline as WKT, in degrees, longitude first.</summary>
public sealed class FootprintCsv(Stream output) : IFootprintWriter
{
    private static readonly string[] s_columns =
    [
        "number", "offset", "pts", "pid", "time", "kind",
        "sensorLatitude", "sensorLongitude", "sensorHeightMetres", "azimuthDegrees", "elevationDegrees", "horizontalFieldOfViewDegrees", "verticalFieldOfViewDegrees",
        "centreLatitude", "centreLongitude", "centreHeightMetres", "rangeMetres", "centreEnd",
        "corner1Latitude", "corner1Longitude", "corner2Latitude", "corner2Longitude", "corner3Latitude", "corner3Longitude", "corner4Latitude", "corner4Longitude",
        "areaSquareMetres", "statedCentreLatitude", "statedCentreLongitude", "centreDifferenceMetres",
        "errorMajorMetres", "errorMinorMetres", "errorMajorAzimuthDegrees", "errorSource", "targets", "outline",
    ];

    private readonly StreamWriter _text = new(output, new UTF8Encoding(false), 1 << 16, leaveOpen: true);

    /// <inheritdoc/>
    public bool WritesSwaths => false;

    /// <inheritdoc/>
    public void Begin(FootprintHeader header) => CsvRow.Write(_text, s_columns);

    /// <inheritdoc/>
    public void Frame(FootprintFrame frame)
    {
        ArgumentNullException.ThrowIfNull(frame);
        var (footprint, cells) = (frame.Footprint, new List<string>(s_columns.Length));
        cells.AddRange([Whole(frame.Number), Whole(frame.Offset), Whole(frame.Pts), Whole(frame.Pid), frame.Time is { } time ? FootprintTime.Exact(time) : "", ReadingWords.NameOf(footprint.Kind)]);
        var axis = footprint.Camera?.Axis;
        cells.AddRange([
            Degrees(frame.Pose.Sensor.LatitudeDegrees), Degrees(frame.Pose.Sensor.LongitudeDegrees), Metres(footprint.Camera?.HeightMetres),
            Angle(axis?.AzimuthDegrees), Angle(axis?.ElevationDegrees), Angle(frame.Pose.HorizontalFieldOfViewDegrees), Angle(frame.Pose.VerticalFieldOfViewDegrees)]);
        cells.AddRange([
            Degrees(footprint.Centre?.Place.LatitudeDegrees), Degrees(footprint.Centre?.Place.LongitudeDegrees), Metres(footprint.Centre?.HeightMetres),
            Metres(footprint.Centre?.RangeMetres), footprint.Centre is { } centre ? ReadingWords.NameOf(centre.End) : ""]);
        for (var i = 0; i < 4; i++)
            cells.AddRange(i < footprint.Corners.Count
                ? [Degrees(footprint.Corners[i].Place.LatitudeDegrees), Degrees(footprint.Corners[i].Place.LongitudeDegrees)]
                : ["", ""]);
        cells.AddRange([
            footprint.Outline.Count > 0 ? Metres(footprint.AreaSquareMetres) : "",
            Degrees(frame.Pose.Centre.LatitudeDegrees), Degrees(frame.Pose.Centre.LongitudeDegrees), Metres(frame.CentreDifferenceMetres)]);
        cells.AddRange([
            Metres(frame.Error?.SemiMajorMetres), Metres(frame.Error?.SemiMinorMetres), Angle(frame.Error?.MajorAzimuthDegrees),
            frame.Error is { } error ? ReadingWords.NameOf(error.Source) : "", Whole(frame.Targets.Count), Wkt(footprint)]);
        CsvRow.Write(_text, [.. cells]);
    }

    /// <inheritdoc/>
    public void Finish(FootprintSummary summary) => _text.Flush();

    /// <inheritdoc/>
    public void Dispose() => _text.Dispose();

    private static string Wkt(Footprint footprint)
    {
        if (footprint.Outline.Count == 0)
            return "";
        var text = new StringBuilder("POLYGON((");
        foreach (var place in footprint.Outline.Append(footprint.Outline[0]))
            text.Append(CultureInfo.InvariantCulture, $"{Math.Round(place.LongitudeDegrees, 7)} {Math.Round(place.LatitudeDegrees, 7)},");
        text[^1] = ')';
        return text.Append(')').ToString();
    }

    private static string Whole(long? value) => value?.ToString(CultureInfo.InvariantCulture) ?? "";

    private static string Degrees(double? value) => Number(value, "0.#######");

    private static string Angle(double? value) => Number(value, "0.####");

    private static string Metres(double? value) => Number(value, "0.##");

    private static string Number(double? value, string format) => value is { } number && double.IsFinite(number) ? number.ToString(format, CultureInfo.InvariantCulture) : "";
}

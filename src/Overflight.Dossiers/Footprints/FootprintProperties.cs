using System.Text.Json;
using Overflight.Dossiers.Json;
using Overflight.Misb.Sight;

namespace Overflight.Dossiers.Footprints;

/// <summary>The members that describe frames, targets, readings and swaths, the same in JSON and GeoJSON.</summary>
internal static class FootprintProperties
{
    public static void Header(Utf8JsonWriter json, FootprintHeader header)
    {
        json.WriteString("version", header.Version);
        json.WriteString("command", header.Command);
        json.WriteString("input", header.Input);
        if (header.Terrain is { } terrain)
            json.WriteString("terrain", terrain);
        json.WriteStartObject("reading");
        json.WriteString("angles", header.Reading.Angles is { } angles ? ReadingWords.NameOf(angles) : "standard");
        json.WriteString("ground", header.Reading.Ground is { } ground ? ReadingWords.NameOf(ground) : "first-stated");
        json.WriteString("targetHeights", header.Reading.TargetHeights == HeightReference.SeaLevel ? "sea-level" : "ellipsoid");
        json.Number("headingOffsetDegrees", header.Reading.HeadingOffsetDegrees, 7);
        json.Number("azimuthOffsetDegrees", header.Reading.AzimuthOffsetDegrees, 5);
        json.WriteStartArray("departures");
        foreach (var departure in ReadingWords.Departures(header.Reading))
            json.WriteStringValue(departure);
        json.WriteEndArray();
        if (header.Fit is { } fit)
            Fit(json, fit);
        json.WriteEndObject();
    }

    public static void Frame(Utf8JsonWriter json, FootprintFrame frame)
    {
        var footprint = frame.Footprint;
        json.WriteNumber("number", frame.Number);
        json.WriteNumber("offset", frame.Offset);
        json.Number("pts", frame.Pts, 0);
        json.Number("pid", frame.Pid, 0);
        json.Time("time", frame.Time);
        json.WriteString("kind", ReadingWords.NameOf(footprint.Kind));
        json.Place("sensor", frame.Pose.Sensor.IsValid ? frame.Pose.Sensor : null);
        json.Number("sensorHeightMetres", footprint.Camera?.HeightMetres, 2);
        json.Number("azimuthDegrees", footprint.Camera?.Axis.AzimuthDegrees, 4);
        json.Number("elevationDegrees", footprint.Camera?.Axis.ElevationDegrees, 4);
        json.Place("centre", footprint.Centre?.Place);
        json.Number("centreHeightMetres", footprint.Centre?.HeightMetres, 2);
        json.Number("rangeMetres", footprint.Centre?.RangeMetres, 2);
        json.Number("groundHeightMetres", footprint.GroundHeightMetres, 2);
        if (footprint.GroundSource is { } source)
            json.WriteString("groundSource", ReadingWords.NameOf(source));
        json.Place("statedCentre", frame.Pose.Centre.IsValid ? frame.Pose.Centre : null);
        json.Number("centreDifferenceMetres", frame.CentreDifferenceMetres, 3);
        if (footprint.Corners.Count > 0)
        {
            json.WriteStartArray("corners");
            foreach (var corner in footprint.Corners)
            {
                json.WriteStartObject();
                json.Place("place", corner.Place);
                json.Number("heightMetres", corner.HeightMetres, 2);
                json.Number("rangeMetres", corner.RangeMetres, 2);
                json.WriteString("end", ReadingWords.NameOf(corner.End));
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.Number("areaSquareMetres", footprint.AreaSquareMetres, 1);
            json.WriteBoolean("isPartlyUnknown", footprint.IsPartlyUnknown);
        }
        if (frame.Error is { } error)
        {
            json.WriteStartObject("error95");
            json.Number("semiMajorMetres", error.SemiMajorMetres, 3);
            json.Number("semiMinorMetres", error.SemiMinorMetres, 3);
            json.Number("majorAzimuthDegrees", error.MajorAzimuthDegrees, 2);
            json.WriteString("source", ReadingWords.NameOf(error.Source));
            json.WriteEndObject();
        }
    }

    public static void Target(Utf8JsonWriter json, TargetPlace target)
    {
        json.WriteNumber("id", target.Id);
        json.Number("row", target.Row, 2);
        json.Number("column", target.Column, 2);
        json.Place("computed", target.Computed?.Place);
        json.Number("computedHeightMetres", target.Computed?.HeightMetres, 2);
        json.Place("stated", target.Stated);
        json.Number("statedHeightMetres", target.StatedHeightMetres, 2);
        json.Number("differenceMetres", target.DifferenceMetres, 3);
    }

    public static void Swath(Utf8JsonWriter json, Swath swath)
    {
        json.Time("start", swath.Start);
        json.Time("end", swath.End);
        json.WriteNumber("frames", swath.Frames);
        json.Number("areaSquareMetres", swath.SquareMetres, 1);
    }

    public static void Summary(Utf8JsonWriter json, FootprintSummary summary)
    {
        json.WriteStartObject("frameKinds");
        foreach (var (kind, count) in summary.Kinds.OrderBy(k => k.Key))
            json.WriteNumber(ReadingWords.NameOf(kind), count);
        json.WriteEndObject();
        json.WriteStartArray("problems");
        foreach (var problem in summary.Problems)
            json.WriteStringValue(problem);
        json.WriteEndArray();
    }

    private static void Fit(Utf8JsonWriter json, ReadingFit fit)
    {
        json.Number("metres95", fit.Metres95, 3);
        ReadingJson.Write(json, "compared", fit.Candidates);
        json.Number("targetsMedianMetres", fit.TargetsStandardMedianMetres, 3);
        json.Number("targetsFromSeaLevelMedianMetres", fit.TargetsSeaLevelMedianMetres, 3);
    }
}

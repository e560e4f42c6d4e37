using System.Text;

namespace Overflight.Feeds;

/// <summary>Tells JSON formats apart by the keys at the start of a document.</summary>
internal static class JsonShape
{
    /// <summary>The format, or null with an explanation.</summary>
    /// <param name="start">The document's first bytes.</param>
    /// <param name="explanation">What was seen, where it is no format.</param>
    /// <param name="isLoneFeature">Whether it is GeoJSON without a collection around it.</param>
    public static TrackFormat? Recognise(ReadOnlySpan<byte> start, out string explanation, out bool isLoneFeature)
    {
        var scanner = new JsonScanner(start);
        var seen = new SeenKeys();
        var format = scanner.Next() == '[' ? OfArray(ref scanner, seen, out explanation) : OfObject(ref scanner, seen, out explanation);
        isLoneFeature = seen.IsLoneFeature;
        return format;
    }

    private static TrackFormat? OfArray(ref JsonScanner scanner, SeenKeys seen, out string explanation)
    {
        explanation = "a JSON array, but not of rows with a latitude and a longitude";
        scanner.Position++;
        if (scanner.Take((byte)']'))
        {
            explanation = "an empty JSON array";
            return null;
        }
        // A first row may be damaged or lack a position; any early row with both columns will do.
        while (scanner.State != ScanState.NeedsMore && !seen.HasPosition)
        {
            var mark = scanner.Position;
            if (scanner.Next() == '{')
                WalkObject(ref scanner, seen);
            if (scanner.State == ScanState.NeedsMore || seen.HasPosition)
                break;
            scanner.State = ScanState.Good;
            var next = scanner.Data[Math.Max(mark + 1, Math.Min(scanner.Position, scanner.Data.Length))..].IndexOf((byte)'{');
            if (next < 0)
                break;
            scanner.Position = Math.Max(mark + 1, scanner.Position) + next;
        }
        if (seen.HasPosition)
            return TrackFormat.TrafficRows;
        if (seen.Names.Count > 0)
            explanation += $"; members seen: {seen.Shown}; names known: {ColumnNames.KnownFor(ColumnRole.Latitude)}, {ColumnNames.KnownFor(ColumnRole.Longitude)}";
        return null;
    }

    private static TrackFormat? OfObject(ref JsonScanner scanner, SeenKeys seen, out string explanation)
    {
        var found = WalkObject(ref scanner, seen);
        explanation = $"a JSON object, but no trace, table, OpenSky answer or GeoJSON; members seen: {seen.Shown}";
        if (found is null && seen.HasPosition)
            return seen.Names.Contains("now") && seen.Names.Contains("hex") && seen.Names.Contains("seen_pos") ? TrackFormat.AircraftList : TrackFormat.JsonLines;
        return found;
    }

    /// <summary>Walks an object's members as far as they are at hand; a format, as soon as one is certain.</summary>
    private static TrackFormat? WalkObject(ref JsonScanner scanner, SeenKeys seen)
    {
        scanner.Position++;
        if (scanner.Take((byte)'}'))
            return null;
        do
        {
            var key = scanner.ReadKey();
            if (!scanner.IsGood)
                return null;
            var name = Encoding.UTF8.GetString(key[..Math.Min(key.Length, 64)]);
            switch (scanner.Next())
            {
                case (byte)'[' when name is "aircraft" or "ac" && scanner.Data[(scanner.Position + 1)..].TrimStart(" \r\n\t"u8) is [(byte)'{' or (byte)']', ..]:
                    return TrackFormat.AircraftList;
                case (byte)'[' or (byte)'{' when OfContainer(name, scanner.Data[scanner.Position]) is { } format:
                    return format;
                case (byte)'"' when name == "type" && scanner.Data[(scanner.Position + 1)..].StartsWith("Feature"u8):
                    seen.IsLoneFeature = !scanner.Data[(scanner.Position + 8)..].StartsWith("Collection"u8);
                    return TrackFormat.GeoJson;
                case (byte)'{' when name == "geometry":
                    seen.IsLoneFeature = true;
                    return TrackFormat.GeoJson;
                case (byte)'[' or (byte)'{':
                    seen.Names.Add(name);
                    scanner.SkipValue();
                    break;
                default:
                    seen.Add(name);
                    scanner.ReadScalar(out _, out _);
                    break;
            }
        }
        while (scanner.TakeCommaOrEnd((byte)'}'));
        return null;
    }

    private static TrackFormat? OfContainer(string name, byte opening) => (name, opening) switch
    {
        ("trace", (byte)'[') => TrackFormat.ReadsbTrace,
        ("states", (byte)'[') => TrackFormat.OpenSkyStates,
        ("path", (byte)'[') => TrackFormat.OpenSkyTrack,
        ("features", (byte)'[') => TrackFormat.GeoJson,
        _ when ColumnNames.Recognise(name).Role is ColumnRole.Time or ColumnRole.PositionTime or ColumnRole.Address or ColumnRole.Callsign
            or (>= ColumnRole.Latitude and <= ColumnRole.OnGround and not ColumnRole.PositionPair) => TrackFormat.TrafficColumns,
        _ => null,
    };
}

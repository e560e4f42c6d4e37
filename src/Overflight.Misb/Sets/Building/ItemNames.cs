using System.Globalization;
using Overflight.Misb.Sets.St0601;

namespace Overflight.Misb.Sets.Building;

/// <summary>
/// Finds items of ST 0601 by what people call them: a tag (<c>13</c>), the tags of an item in a nested set (<c>48.1</c>), the name in
/// the standard, with or without its unit (<c>Sensor Latitude (deg)</c>), or the name of a property of <see cref="St0601Packet"/>
/// (<c>SensorLatitude</c>). Case and all but letters and digits do not count. Items of ST 0102 have names that begin with "Security".
/// </summary>
public static class ItemNames
{
    private const ulong SecuritySet = 48;

    private static readonly Dictionary<string, ItemPath> s_byName = Make();

    /// <summary>The item that a name means; null where there is none.</summary>
    public static ItemPath? Find(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        name = name.Trim();
        if (ByTags(name) is { } tagged)
            return tagged;
        if (s_byName.TryGetValue(Plain(name), out var path))
            return path;
        var open = name.LastIndexOfAny(['(', '[']);
        return open > 0 && s_byName.TryGetValue(Plain(name[..open]), out path) && Plain(name[open..]) == Plain(path.Definition.Unit ?? "-") ? path : null;
    }

    /// <summary>A name with nothing but its letters and digits, in lower case.</summary>
    public static string Plain(string name) => string.Concat(name.Where(char.IsLetterOrDigit)).ToLowerInvariant();

    private static ItemPath? ByTags(string name)
    {
        var parts = name.Split('.', '/');
        if (parts.Length > 2 || !TryTag(parts[0], out var tag) || St0601Set.Definition.Find(tag) is not { } item)
            return null;
        if (parts.Length == 1)
            return new(tag, null, item);
        return item.Coding == Coding.LocalSet && TryTag(parts[1], out var nested) && item.Set!.Find(nested) is { } inner ? new(tag, nested, inner) : null;
    }

    private static bool TryTag(string text, out ulong tag) => ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out tag) && tag > 0;

    private static Dictionary<string, ItemPath> Make()
    {
        var names = new Dictionary<string, ItemPath>(StringComparer.Ordinal);
        foreach (var item in St0601Set.Definition.Items)
            names.Add(Plain(item.Name), new(item.Tag, null, item));
        foreach (var item in St0601Set.Definition.Find(SecuritySet)!.Set!.Items)
        {
            var path = new ItemPath(SecuritySet, item.Tag, item);
            var plain = Plain(item.Name);
            names.TryAdd(plain.StartsWith("security", StringComparison.Ordinal) ? plain : "security" + plain, path);
        }
        // Properties that are named otherwise than their items.
        foreach (var (name, tag) in (ReadOnlySpan<(string, ulong)>)
        [
            ("VersionNumber", 65), ("Time", 2), ("Timestamp", 2), ("UNIX Time Stamp", 2), ("NumberOfNavigationSatellitesInView", 123), ("OnBoardStorageCapacity", 133), ("AltitudeAboveGroundLevel", 113), ("OnBoardStoragePercentFull", 120),
        ])
            names.TryAdd(Plain(name), new(tag, null, St0601Set.Definition.Find(tag)!));
        return names;
    }
}

namespace Overflight.Misb.Sets.St0902;

/// <summary>The Motion Imagery Sensor Minimum Metadata Set (MISB ST 0902.8): which items a stream must carry to be of use.</summary>
public static class MinimumSet
{
    // An item, or one of those that stand for it: angles and heights of full range, extended widths (ST 0902.8 table 1).
    private static readonly ulong[][] s_items =
    [
        [1], [2], [3], [5], [6, 90], [7, 91], [10], [11], [12], [13], [14], [15, 75, 104], [16], [17], [18], [19], [20], [21], [22, 96], [23], [24], [25, 78], [65], [94],
    ];

    private static readonly ulong[] s_security = [1, 2, 3, 12, 13, 22];

    private const ulong SecuritySet = 48;

    /// <summary>How many items the set has.</summary>
    public static int Count => s_items.Length + s_security.Length;

    /// <summary>The items that a set of ST 0601 lacks, in order of tags; of alternatives the first is named.</summary>
    /// <remarks>A stream may spread its items over 30 seconds: ask of each what all its packets of that time together lack.</remarks>
    public static IReadOnlyList<MissingItem> Missing(params IReadOnlyCollection<KlvSet> sets)
    {
        ArgumentNullException.ThrowIfNull(sets);
        var missing = new List<MissingItem>();
        foreach (var tags in s_items)
            if (!sets.Any(s => tags.Any(t => Says(s, t))))
                missing.Add(new(tags[0], null, St0601.St0601Set.Definition.Find(tags[0])!.Name));
        foreach (var tag in s_security)
            if (!sets.Any(s => s.TryGet(SecuritySet, out var item) && item.ToNode()[tag] is { Kind: not ValueKind.Empty }))
                missing.Add(new(SecuritySet, tag, St0102.St0102Set.Definition.Find(tag)!.Name));
        return [.. missing.OrderBy(m => m.Tag)];
    }

    private static bool Says(KlvSet set, ulong tag) => set.TryGet(tag, out var item) && item.Kind != ValueKind.Empty;
}

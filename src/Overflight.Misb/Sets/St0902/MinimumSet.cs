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

    /// <summary>The items, in order of tags.</summary>
    public static IReadOnlyList<MinimumItem> Items { get; } =
    [
        .. s_items.Select(tags => new MinimumItem(tags, null, St0601.St0601Set.Definition.Find(tags[0])!.Name))
            .Concat(s_security.Select(tag => new MinimumItem([SecuritySet], tag, St0102.St0102Set.Definition.Find(tag)!.Name)))
            .OrderBy(i => i.Tags[0]),
    ];

    /// <summary>How many items the set has.</summary>
    public static int Count => Items.Count;

    /// <summary>The items that a set of ST 0601 lacks, in order of tags; of alternatives the first is named.</summary>
    /// <remarks>A stream may spread its items over 30 seconds: ask of each what all its packets of that time together lack.</remarks>
    public static IReadOnlyList<MissingItem> Missing(params IReadOnlyCollection<KlvSet> sets)
    {
        ArgumentNullException.ThrowIfNull(sets);
        return [.. Items.Where(i => !sets.Any(s => Says(s, i))).Select(i => new MissingItem(i.Tags[0], i.NestedTag, i.Name))];
    }

    /// <summary>Which items a packet states: a bit for each of <see cref="Items"/>, the first one lowest. There are fewer than 32.</summary>
    internal static uint SaidBy(IReadOnlyList<KlvNode> items)
    {
        // All tags of the minimum set are below 128, those of its security items below 64.
        UInt128 said = 0;
        ulong within = 0;
        foreach (var item in items)
        {
            if (item.Tag < 128 && item.Kind != ValueKind.Empty)
                said |= UInt128.One << (int)item.Tag;
            if (item.Tag == SecuritySet)
                foreach (var child in item.Children)
                    if (child.Tag < 64 && child.Kind != ValueKind.Empty)
                        within |= 1UL << (int)child.Tag;
        }
        var bits = 0U;
        for (var i = 0; i < Items.Count; i++)
            bits |= IsSaid(Items[i], said, within) ? 1U << i : 0;
        return bits;
    }

    private static bool IsSaid(MinimumItem item, UInt128 said, ulong within)
    {
        if (item.NestedTag is { } nested)
            return (within >> (int)nested & 1) == 1;
        for (var i = 0; i < item.Tags.Count; i++)
            if ((said >> (int)item.Tags[i] & 1) == 1)
                return true;
        return false;
    }

    private static bool Says(KlvSet set, MinimumItem item) => item.NestedTag is { } nested
        ? set.TryGet(SecuritySet, out var security) && security.ToNode()[nested] is { Kind: not ValueKind.Empty }
        : item.Tags.Any(t => Says(set, t));

    private static bool Says(KlvSet set, ulong tag) => set.TryGet(tag, out var item) && item.Kind != ValueKind.Empty;
}

namespace Overflight.Misb.Sets.St0902;

/// <summary>An item of the minimum set.</summary>
/// <param name="Tags">Its tag in ST 0601 and, after it, those of the items that stand for it.</param>
/// <param name="NestedTag">Its tag in the set that nests there; null for an item of ST 0601 itself.</param>
/// <param name="Name">Its name.</param>
public sealed record MinimumItem(IReadOnlyList<ulong> Tags, ulong? NestedTag, string Name);

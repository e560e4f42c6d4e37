namespace Overflight.Misb.Sets.St0902;

/// <summary>An item of the minimum set that is not there.</summary>
/// <param name="Tag">Its tag in ST 0601.</param>
/// <param name="NestedTag">Its tag in the set that nests there; null for an item of ST 0601 itself.</param>
/// <param name="Name">Its name.</param>
public readonly record struct MissingItem(ulong Tag, ulong? NestedTag, string Name);

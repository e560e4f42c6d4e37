namespace Overflight.Misb.Sets.Building;

/// <summary>An item of a set, or of a set that nests in it.</summary>
/// <param name="Tag">The tag in the outer set.</param>
/// <param name="Nested">The tag in the nested set; null for the item itself.</param>
/// <param name="Definition">What its standard says of the item meant.</param>
public sealed record ItemPath(ulong Tag, ulong? Nested, ItemDefinition Definition)
{
    /// <summary>The tag, or both with a dot between.</summary>
    public override string ToString() => Nested is { } nested ? $"{Tag}.{nested}" : $"{Tag}";
}

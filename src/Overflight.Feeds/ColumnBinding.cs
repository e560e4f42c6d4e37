namespace Overflight.Feeds;

/// <summary>What a column was recognised as.</summary>
/// <param name="Role">What it is good for.</param>
/// <param name="Rank">Where several columns share a role, the lowest rank that holds a value counts; for times, the slot.</param>
/// <param name="Scale">Factor to the unit of <see cref="Tracks.Fix"/>; for times to microseconds, or 0 where the magnitude tells.</param>
/// <param name="Unit">The unit in words, for notes; empty where the role has none.</param>
internal readonly record struct ColumnBinding(ColumnRole Role, int Rank = 0, double Scale = 1, string Unit = "")
{
    public static ColumnBinding None { get; } = new(ColumnRole.None);

    public bool IsUsed => Role != ColumnRole.None;
}

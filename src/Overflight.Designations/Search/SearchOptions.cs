namespace Overflight.Designations.Search;

/// <summary>How to search.</summary>
public sealed record SearchOptions
{
    /// <summary>Entries in the answer at most.</summary>
    public int Most { get; init; } = 10;

    /// <summary>The lowest score told, from 0 to 1.</summary>
    public double LowestScore { get; init; } = 0.5;

    /// <summary>Whether natural persons are searched too: to check a named partner or signer against a list.</summary>
    public bool WithIndividuals { get; init; }
}

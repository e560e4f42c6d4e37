namespace Overflight.Designations.Keeping;

/// <summary>What is to be imported, and as what.</summary>
/// <param name="Paths">The files of one list version.</param>
public sealed record ImportRequest(IReadOnlyList<string> Paths)
{
    /// <summary>The list's name; null for <c>ofac-sdn</c>, <c>ofac-non-sdn</c> or <c>un</c>, as the files are.</summary>
    public string? List { get; init; }

    /// <summary>The list's date; null for the one that the files state.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>Whether these are some rows of the list only.</summary>
    public bool IsPartial { get; init; }
}

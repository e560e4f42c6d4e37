using Overflight.Designations.Keeping;

namespace Overflight.Designations.Search;

/// <summary>A name on a list that may mean what was asked for. It proposes, and decides nothing: a person does.</summary>
/// <param name="Entry">The entry.</param>
/// <param name="Name">The name of it that fits best.</param>
/// <param name="Units">The score in hundred-thousandths, from 0 to 100,000.</param>
/// <param name="Pairs">The tokens that were paired, in the query's order.</param>
/// <param name="NotFound">Tokens of the query that the name lacks.</param>
/// <param name="LeftOver">Tokens of the name that the query lacks.</param>
/// <param name="OrderCost">What the order of the tokens took off.</param>
public sealed record NameMatch(
    SearchableEntry Entry, ListedName Name, int Units, IReadOnlyList<TokenPair> Pairs, IReadOnlyList<string> NotFound, IReadOnlyList<string> LeftOver, double OrderCost)
{
    /// <summary>From this score on a match is proposed to a person: docs/lists.md, "The score".</summary>
    public const double ProposedFrom = 0.65;

    /// <summary>The score, from 0 to 1.</summary>
    public double Score => Units / (double)NameScoring.Full;

    /// <summary>The list version that has the name.</summary>
    public ListVersion NameVersion => Entry.VersionOf(Name);

    /// <summary>Whether it is put before a person as a possible match.</summary>
    public bool IsProposed => Units >= ProposedFrom * NameScoring.Full;
}

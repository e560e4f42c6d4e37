namespace Overflight.Designations.Search;

/// <summary>A token of the query and the token of the name that it was paired with.</summary>
/// <param name="Query">The query's token, in Latin capitals.</param>
/// <param name="Name">The name's token.</param>
/// <param name="Similarity">Jaro-Winkler similarity, from 0 to 1.</param>
/// <param name="Contribution">What the pair adds to the score.</param>
public sealed record TokenPair(string Query, string Name, double Similarity, double Contribution);

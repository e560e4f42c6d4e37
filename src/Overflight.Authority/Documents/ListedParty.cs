namespace Overflight.Authority.Documents;

/// <summary>An agency or third party that an instrument lists.</summary>
/// <param name="Name">Its name.</param>
/// <param name="MostInteroperability">The highest level of interoperability that it may have, 1 to 5 (STANAG 4586).</param>
public sealed record ListedParty(string Name, int MostInteroperability);

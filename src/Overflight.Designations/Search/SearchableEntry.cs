using Overflight.Designations.Keeping;

namespace Overflight.Designations.Search;

/// <summary>An entry to be found by its names.</summary>
/// <param name="Version">The list version that it is from.</param>
/// <param name="Entry">The entry.</param>
/// <param name="Names">The names to find it by: its own, and, where its version is a part of a list without aliases, those of the version before.</param>
public sealed record SearchableEntry(ListVersion Version, ListEntry Entry, IReadOnlyList<ListedName> Names);

using Overflight.Designations.Keeping;

namespace Overflight.Designations.Search;

/// <summary>An entry to be found by its names.</summary>
/// <param name="Version">The list version that it is from.</param>
/// <param name="Entry">The entry.</param>
/// <param name="Earlier">The same in the version before, where this one is a part of a list, which may lack aliases.</param>
public sealed record SearchableEntry(ListVersion Version, ListEntry Entry, SearchableEntry? Earlier = null)
{
    /// <summary>The names to find it by: its own, and the aliases of the version before.</summary>
    public IReadOnlyList<ListedName> Names { get; } = Earlier is null ? Entry.Names : [.. Entry.Names.Concat(Earlier.Names.Where(name => name.Quality == NameQuality.Good)).Distinct()];

    /// <summary>The list version that has one of its names.</summary>
    public ListVersion VersionOf(ListedName name) => Earlier is null || Entry.Names.Contains(name) ? Version : Earlier.VersionOf(name);
}

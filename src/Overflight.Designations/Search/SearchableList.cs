using Overflight.Designations.Keeping;

namespace Overflight.Designations.Search;

/// <summary>The entries of lists as they were on a day, to be searched.</summary>
public static class SearchableList
{
    /// <summary>The entries of one list: of the latest complete version up to the day, with those of later parts in their place.</summary>
    /// <param name="store">The store.</param>
    /// <param name="list">The list.</param>
    /// <param name="date">The day.</param>
    /// <returns>The entries; empty where nothing is known of that day.</returns>
    /// <exception cref="DesignationException">A file of the store is missing or changed.</exception>
    public static IReadOnlyList<SearchableEntry> AsOf(DesignationStore store, string list, DateOnly date)
    {
        ArgumentNullException.ThrowIfNull(store);
        var versions = store.VersionsUpTo(list, date);
        var first = versions.Count - 1;
        while (first > 0 && versions[first].IsPartial)
            first--;
        var entries = new List<SearchableEntry>();
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = Math.Max(first, 0); i < versions.Count; i++)
        {
            foreach (var entry in store.Load(versions[i]).Entries)
            {
                if (places.TryGetValue(entry.Id, out var place))
                    entries[place] = new(versions[i], entry, entries[place]);
                else
                {
                    places.Add(entry.Id, entries.Count);
                    entries.Add(new(versions[i], entry));
                }
            }
        }
        return entries;
    }
}

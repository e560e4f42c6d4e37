namespace Overflight.Designations.Keeping;

/// <summary>How much a list version holds.</summary>
/// <param name="Entries">Entries.</param>
/// <param name="Individuals">Those that are natural persons.</param>
/// <param name="Names">Names, with the primary ones.</param>
/// <param name="Addresses">Addresses.</param>
/// <param name="RejectedRows">Rows and elements that could not be read.</param>
/// <param name="RejectedEntries">Those of them that were entries.</param>
public sealed record VersionCounts(int Entries, int Individuals, int Names, int Addresses, long RejectedRows, long RejectedEntries)
{
    internal static VersionCounts Of(ListContent content) => new(
        content.Entries.Count, content.Entries.Count(entry => entry.Type == EntryType.Individual), content.Entries.Sum(entry => entry.Names.Count),
        content.Entries.Sum(entry => entry.Addresses.Count), content.RejectedRows, content.RejectedEntries);
}

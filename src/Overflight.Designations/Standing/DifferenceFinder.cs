using Overflight.Designations.Keeping;

namespace Overflight.Designations.Standing;

/// <summary>Compares an entry of two versions as far as both can be compared: what a version's files leave out was not removed.</summary>
internal static class DifferenceFinder
{
    public static EntryDifference Find(ListVersion fromVersion, ListEntry? from, ListVersion toVersion, ListEntry? to)
    {
        if (from is null || to is null)
            return new() { IsAdded = from is null && to is not null, IsRemoved = from is not null && to is null };
        var common = fromVersion.Parts & toVersion.Parts;
        var withAliases = common.HasFlag(ListParts.Aliases);
        var withAddresses = common.HasFlag(ListParts.Addresses);
        // Side files of a part of a list may lack rows, on either side.
        var canLose = !toVersion.IsPartial;
        var canGain = !fromVersion.IsPartial;
        var hasAllRemarks = !from.AreRemarksCut && !to.AreRemarksCut;
        return new()
        {
            NamesAdded = [.. NamesOf(to, withAliases, canGain).Where(name => !Has(from, name))],
            NamesRemoved = [.. NamesOf(from, withAliases, canLose).Where(name => !Has(to, name))],
            ProgrammesAdded = [.. to.Programmes.Except(from.Programmes, StringComparer.Ordinal)],
            ProgrammesRemoved = [.. from.Programmes.Except(to.Programmes, StringComparer.Ordinal)],
            AddressesAdded = withAddresses && canGain ? [.. to.Addresses.Except(from.Addresses)] : [],
            AddressesRemoved = withAddresses && canLose ? [.. from.Addresses.Except(to.Addresses)] : [],
            FactsAdded = [.. to.Facts.Except(from.Facts)],
            FactsRemoved = [.. from.Facts.Except(to.Facts)],
            Remarks = hasAllRemarks && from.Remarks != to.Remarks ? (from.Remarks, to.Remarks) : null,
            Type = from.Type != to.Type ? (from.Type, to.Type) : null,
            NotCompared = NotCompared(fromVersion, toVersion, withAliases, withAddresses, hasAllRemarks),
        };
    }

    /// <summary>Without alias files on both sides, only the names that come with the entry itself: the primary one and those in remarks.</summary>
    private static IEnumerable<ListedName> NamesOf(ListEntry entry, bool withAliases, bool allRowsAreThere) =>
        entry.Names.Where(name => (withAliases && allRowsAreThere) || name.Kind == NameKind.Primary || name.Quality == NameQuality.Low);

    private static bool Has(ListEntry entry, ListedName name) => entry.Names.Any(other => string.Equals(other.Text, name.Text, StringComparison.OrdinalIgnoreCase));

    private static List<string> NotCompared(ListVersion from, ListVersion to, bool withAliases, bool withAddresses, bool hasAllRemarks)
    {
        var notes = new List<string>();
        var missing = new List<string>();
        if (!withAliases)
            missing.Add("aliases");
        if (!withAddresses)
            missing.Add("addresses");
        if (missing.Count > 0)
        {
            var lacking = from.Parts.HasFlag(ListParts.Aliases | ListParts.Addresses) ? to : from;
            notes.Add($"{string.Join(" and ", missing)}: not among the files of {StandingFinder.Day(lacking.Date)} here");
        }
        if (!hasAllRemarks)
            notes.Add("remarks: cut in one of the two, and the rest is not here");
        if (to.IsPartial && withAliases)
            notes.Add($"aliases and addresses that went: the files of {StandingFinder.Day(to.Date)} are a part of the list");
        if (from.Format != to.Format)
            notes.Add("the two are of different forms: differences of writing may come from that");
        return notes;
    }
}

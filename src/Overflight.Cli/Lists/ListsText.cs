using System.Globalization;
using Overflight.Cli.Running;
using Overflight.Designations.Keeping;
using Overflight.Designations.Standing;

namespace Overflight.Cli.Lists;

/// <summary>What the store holds and what was done to it, in sentences.</summary>
internal static class ListsText
{
    public static void Import(ImportOutcome outcome)
    {
        var version = outcome.Version;
        Console.WriteLine(outcome.WasThere ? $"{ListsWords.Of(version)} was there already; nothing changed." : $"{ListsWords.Of(version)} is in the store.");
        Console.WriteLine($"  {Counts(version)}");
        foreach (var (name, rows) in outcome.Content.RowsRead)
            Console.WriteLine(PrintableText.Of($"  {name}: {ListsWords.Counted(rows, "row", "rows")}"));
        if (version.Counts.RejectedRows > 0)
            Console.WriteLine($"  {ListsWords.Counted(version.Counts.RejectedRows, "row", "rows")} left out{(version.Counts.RejectedEntries > 0 ? $", {version.Counts.RejectedEntries} of them entries: that an entry is not in it says nothing" : "")}");
        Console.WriteLine($"  content {version.ContentHash}");
    }

    public static void Versions(DesignationStore store, IReadOnlyList<string> faults)
    {
        foreach (var version in store.Versions.OrderBy(version => version.List, StringComparer.Ordinal).ThenBy(version => version.Date))
        {
            Console.WriteLine($"{version.List}  {ListsWords.Of(version.Date)}  {(version.DateOrigin == ListDateOrigin.Given ? "date given" : "date stated by the list")}  {(version.IsPartial ? "partial" : "complete")}  {Counts(version)}");
            Console.WriteLine($"  content {version.ContentHash}");
            foreach (var source in version.Sources)
                Console.WriteLine(PrintableText.Of($"  {source.Sha256}  {source.Name}"));
        }
        if (store.Statements.Count > 0)
            Console.WriteLine($"{ListsWords.Counted(store.Statements.Count, "statement", "statements")} entered by hand");
        foreach (var fault in faults)
            Console.WriteLine(PrintableText.Of($"Not as it came: {fault}"));
        if (faults.Count == 0)
            Console.WriteLine("Every file is as it came.");
    }

    public static void Statement(StateStatement statement) => Console.WriteLine(PrintableText.Of(
        $"Statement {statement.Number}: {statement.List} {statement.EntryId}{(statement.Programme is null ? "" : $" ({statement.Programme})")} {ListsWords.Of(statement.State)} on {ListsWords.Of(statement.Date)}, {statement.Source}, entered by {statement.Author}{(statement.Replaces is { } number ? $"; it replaces statement {number}" : "")}."));

    private static string Counts(ListVersion version) => string.Create(CultureInfo.InvariantCulture, $"{version.Counts.Entries:N0} entries ({version.Counts.Individuals:N0} natural persons), {version.Counts.Names:N0} names, {version.Counts.Addresses:N0} addresses");
}

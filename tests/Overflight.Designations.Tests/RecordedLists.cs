using Overflight.Designations.Keeping;
using Overflight.Designations.Reading;
using Overflight.Designations.Search;
using Overflight.Testing;

namespace Overflight.Designations.Tests;

/// <summary>The recorded lists; nobody in this project wrote them.</summary>
internal static class RecordedLists
{
    public static string[] Sdn2021Paths => [PathOf("sdn.csv"), PathOf("add.csv"), PathOf("alt.csv"), PathOf("sdn_comments.csv")];

    public static string Rows2026 => PathOf("rows-2026-cartels.csv");

    public static string PathOf(string name) => Recorded.PathOf("designations/" + name);

    public static ListContent Read(params string[] paths) => ListReader.Read([.. paths.Select(ListSource.OfFile)]);

    /// <summary>The whole list of 2021, to be searched.</summary>
    public static IReadOnlyList<SearchableEntry> Sdn2021()
    {
        var content = Read(Sdn2021Paths);
        var version = new ListVersion("ofac-sdn", new(2021, 7, 7), ListDateOrigin.Given, content.Format, content.Parts, false, [], new(0, 0, 0, 0, 0, 0));
        return [.. content.Entries.Select(entry => new SearchableEntry(version, entry))];
    }
}

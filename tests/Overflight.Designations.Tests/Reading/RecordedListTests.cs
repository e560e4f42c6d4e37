using Overflight.Designations.Reading;

namespace Overflight.Designations.Tests.Reading;

[Trait("Category", "Recorded")]
public sealed class RecordedListTests
{
    [Fact]
    public void The_list_of_2021_is_read_whole()
    {
        var content = RecordedLists.Read(RecordedLists.Sdn2021Paths);

        Assert.Empty(content.Problems);
        Assert.Equal([8_976L, 13_837, 11_910, 5], new[] { "sdn.csv", "add.csv", "alt.csv", "sdn_comments.csv" }.Select(name => content.RowsRead[name]));
        Assert.Equal([4_620, 3_673, 406, 277], new[] { EntryType.Individual, EntryType.Entity, EntryType.Vessel, EntryType.Aircraft }.Select(type => content.Entries.Count(entry => entry.Type == type)));
        Assert.Equal(74, content.Entries.Count(entry => entry.Programmes.Contains("FTO")));
        Assert.Equal(1_770, content.Entries.Count(entry => entry.Programmes.Contains("SDNTK")));
        Assert.Equal(["SDNTK"], content.Find("17671")!.Programmes);
        Assert.Equal(["CARTEL DE JALISCO NUEVA GENERACION", "NEW GENERATION CARTEL OF JALISCO", "CJNG"], content.Find("17671")!.Names.Select(name => name.Text));
        Assert.Contains(content.Find("306")!.Names, name => name is { Text: "BNC", Quality: NameQuality.Low });
        Assert.Contains("a.k.a. 'snowsjohn'; Linked To: LAZARUS GROUP.", content.Find("28263")!.Remarks);
        Assert.DoesNotContain(content.Entries, entry => entry.AreRemarksCut);
    }

    [Fact]
    public void The_non_SDN_list_is_read_whole()
    {
        var content = RecordedLists.Read([.. new[] { "prim", "add", "alt", "comments" }.Select(part => RecordedLists.PathOf($"non-sdn-2025-12-19/cons_{part}.csv"))]);

        Assert.Empty(content.Problems);
        Assert.Equal([442L, 574, 1_073, 10], new[] { "cons_prim.csv", "cons_add.csv", "cons_alt.csv", "cons_comments.csv" }.Select(name => content.RowsRead[name]));
        Assert.Contains("Registration Number 1027700342890 (Russia)", content.Find("17014")!.Remarks);
        Assert.Contains("91110000710934369E (China); a.k.a. 'CCCC'.", content.Find("30930")!.Remarks);
        Assert.Contains(content.Find("30930")!.Names, name => name.Text == "CCCC");
    }

    [Fact]
    public void Six_rows_of_2026_are_read()
    {
        var content = RecordedLists.Read(RecordedLists.Rows2026);

        Assert.Empty(content.Problems);
        Assert.Equal(6, content.Entries.Count);
        Assert.Equal(["SDNTK", "FTO", "SDGT", "ILLICIT-DRUGS-EO14059"], content.Find("17671")!.Programmes);
        Assert.Contains(content.Find("11438")!.Names, name => name is { Text: "LOS ZETAS", Quality: NameQuality.Low });
        Assert.Equal(ListParts.Entries, content.Parts);
    }

    [Fact]
    public void Side_files_without_the_entries_are_refused() =>
        Assert.Throws<DesignationException>(() => ListReader.Read([ListSource.OfFile(RecordedLists.PathOf("partial-2025-12-24/alt.csv")), ListSource.OfFile(RecordedLists.PathOf("partial-2025-12-24/add.csv"))]));
}

using System.Text;
using Overflight.Designations.Reading;

namespace Overflight.Designations.Tests.Reading;

public sealed class OfacCsvTests
{
    [Fact]
    public void All_parts_are_joined()
    {
        var content = Read(Sample.Entries, Sample.Addresses, Sample.Aliases);

        Assert.Empty(content.Problems);
        Assert.Equal(["101", "102", "103", "104"], content.Entries.Select(entry => entry.Id));
        Assert.Equal([EntryType.Entity, EntryType.Individual, EntryType.Vessel, EntryType.Aircraft], content.Entries.Select(entry => entry.Type));
        var lantern = content.Find("101")!;
        Assert.Equal(
            [new("LANTERN SYNDICATE", NameKind.Primary, NameQuality.Unstated), new("THE LAMPLIGHTERS", NameKind.AlsoKnownAs, NameQuality.Good), new("CANDLE UNION", NameKind.FormerlyKnownAs, NameQuality.Good), new("LANTERN HOUSE", NameKind.NowKnownAs, NameQuality.Good), new("LSY", NameKind.AlsoKnownAs, NameQuality.Low), new("OLD LANTERN", NameKind.FormerlyKnownAs, NameQuality.Low)],
            lantern.Names);
        Assert.Equal([new("1 Lamp Street", "Port Lumen", "Atlantis", null), new(null, null, "Lemuria", null)], lantern.Addresses);
        Assert.Equal(["SDNTK", "TCO"], content.Find("102")!.Programmes);
        Assert.Empty(content.Find("102")!.Addresses);
        Assert.Contains(new ListedFact("owner", "Meridian \"Deep\" Lines"), content.Find("103")!.Facts);
        Assert.Null(content.Find("104")!.Remarks);
        Assert.Equal(ListParts.Entries | ListParts.Aliases | ListParts.Addresses, content.Parts);
    }

    [Fact]
    public void The_rest_of_remarks_joins_in_the_middle_of_a_word_and_keeps_spaces_at_the_cut()
    {
        var cut = new string('x', 997) + "Gaz";
        var spaced = new string('y', 999) + " ";
        var content = Read(Sample.Row("1", "ONE", remarks: cut) + Sample.Row("2", "TWO", remarks: spaced) + Sample.Row("3", "THREE", remarks: cut), "1,\"ette 5; a.k.a. 'ONLY'.\"\r\n2,\"(Atlantis)\"\r\n\x1A");

        Assert.EndsWith("xGazette 5; a.k.a. 'ONLY'.", content.Find("1")!.Remarks);
        Assert.Contains(content.Find("1")!.Names, name => name.Text == "ONLY");
        Assert.EndsWith("y (Atlantis)", content.Find("2")!.Remarks);
        Assert.False(content.Find("1")!.AreRemarksCut);
        Assert.True(content.Find("3")!.AreRemarksCut);
    }

    [Fact]
    public void Bad_rows_are_told_by_line_byte_and_field_and_the_rest_is_read()
    {
        var first = Sample.Row("1", "ONE");
        var content = Read(
            first + "2,\"OPEN\r\n" + "x3,\"NO NUMBER\",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- \r\n" + Sample.Row("1", "AGAIN") + "4,\"FEW\",-0- \r\n"
            + "5,\"ODD\",\"starship\",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- \r\n" + "6,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- \r\n" + "7,\"BELL\a\",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- \r\n" + Sample.Row("8", "EIGHT"),
            "99,1,\"aka\",\"NOBODY\",-0- \r\n8,2,\"bka\",\"EIGHTH\",-0- \r\n");

        Assert.Equal(["1", "8"], content.Entries.Select(entry => entry.Id));
        Assert.Equal(9, content.RejectedRows);
        Assert.Equal(7, content.RejectedEntries);
        Assert.Equal([2L, 3, 4, 5, 6, 7, 8, 1, 2], content.Problems.Select(problem => problem.Line));
        Assert.Equal(first.Length, content.Problems[0].Offset);
        Assert.Contains("not closed", content.Problems[0].Message);
        Assert.Equal(["", "ent_num", "ent_num", "", "SDN_Type", "SDN_Name", "", "ent_num", "alt_type"], content.Problems.Select(problem => problem.Field));
        Assert.All(content.Problems, problem => Assert.True(problem.IsRejected));
    }

    [Fact]
    public void Bytes_that_are_no_UTF8_are_read_as_Latin1_and_told()
    {
        var content = ListReader.Read([Sample.Source("sdn.csv", Encoding.Latin1.GetBytes(Sample.Row("1", "COMPAÑIA")))]);

        Assert.Equal("COMPAÑIA", content.Entries[0].PrimaryName);
        Assert.False(Assert.Single(content.Problems).IsRejected);
        Assert.Equal(0, content.RejectedRows);
    }

    [Fact]
    public void A_byte_order_mark_is_no_part_of_the_first_number() => Assert.Equal("1", Assert.Single(Read("\uFEFF" + Sample.Row("1", "ONE")).Entries).Id);

    [Fact]
    public void Remarks_do_not_grow_without_end()
    {
        var content = Read(Sample.Row("1", "ONE", remarks: "x"), string.Concat(Enumerable.Repeat($"1,\"{new string('y', 30_000)}\"\r\n", 5)));

        Assert.Equal(90_001, content.Entries[0].Remarks!.Length);
        Assert.Equal([4L, 5], content.Problems.Select(problem => problem.Line));
    }

    [Fact]
    public void A_row_that_never_ends_is_left_out()
    {
        var content = Read(Sample.Row("1", "ONE") + Sample.Row("2", new string('x', 300_000)) + Sample.Row("3", "THREE"));

        Assert.Equal(["1", "3"], content.Entries.Select(entry => entry.Id));
        Assert.Equal(2, Assert.Single(content.Problems).Line);
    }

    [Theory]
    [InlineData("no comma at all\r\n", DesignationFault.Unreadable)]
    [InlineData("1,2,3\r\n", DesignationFault.Unreadable)]
    [InlineData("101,1,\"aka\",\"X\",-0- \r\n", DesignationFault.Usage)]
    public void What_is_no_list_of_entries_is_refused(string text, DesignationFault fault) =>
        Assert.Equal(fault, Assert.Throws<DesignationException>(() => Read(text)).Fault);

    [Fact]
    public void Two_files_of_one_kind_are_refused() => Assert.Throws<DesignationException>(() => Read(Sample.Entries, Sample.Entries));

    [Fact]
    public void The_last_row_needs_no_line_end_and_0x1A_belongs_to_nobody()
    {
        var content = Read(Sample.Row("1", "ONE").TrimEnd() + " \x1A");

        Assert.Empty(content.Problems);
        Assert.Equal("ONE", Assert.Single(content.Entries).PrimaryName);
        Assert.Empty(content.Entries[0].Events);
    }

    private static ListContent Read(params string[] files) => ListReader.Read([.. files.Select((text, i) => Sample.Source($"file{i}.csv", text))]);
}

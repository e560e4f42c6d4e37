using Overflight.Designations.Reading;
using Overflight.Designations.Standing;

namespace Overflight.Designations.Tests.Reading;

public sealed class XmlListTests
{
    [Fact]
    public void The_list_of_the_UN_is_read()
    {
        var content = ListReader.Read([Sample.Source("un.xml", Sample.Un)]);

        Assert.Empty(content.Problems);
        Assert.Equal(new DateOnly(2030, 3, 5), content.StatedDate);
        Assert.Equal(("Ines Grau", EntryType.Individual), (content.Find("LUi.001")!.PrimaryName, content.Find("LUi.001")!.Type));
        var entity = content.Find("LUe.002")!;
        Assert.Equal(["Lantern Syndicate", "Фонарь", "Lamplighters", "Candle Union", "Old Lantern"], entity.Names.Select(name => name.Text));
        Assert.Equal(NameKind.FormerlyKnownAs, entity.Names[^1].Kind);
        Assert.Equal(["Lumen"], entity.Programmes);
        Assert.Equal("1 Lamp Street, Port Lumen, Atlantis", Assert.Single(entity.Addresses).ToString());
        Assert.Equal(
            [(DesignationState.Effective, new(2029, 1, 2)), (DesignationState.Amended, new(2029, 6, 1)), (DesignationState.Amended, new DateOnly(2030, 1, 1))],
            entity.Events.Select(e => (e.State, e.Date)));
    }

    [Fact]
    public void The_advanced_form_of_OFAC_is_read()
    {
        var content = ListReader.Read([Sample.Source("sdn_advanced.xml", Sample.Advanced)]);

        Assert.Empty(content.Problems);
        Assert.Equal(new DateOnly(2030, 3, 5), content.StatedDate);
        var lantern = content.Find("101")!;
        Assert.Equal([("LANTERN SYNDICATE", NameKind.Primary, NameQuality.Unstated), ("LSY", NameKind.AlsoKnownAs, NameQuality.Low), ("CANDLE UNION", NameKind.FormerlyKnownAs, NameQuality.Good)], lantern.Names.Select(name => (name.Text, name.Kind, name.Quality)));
        Assert.Equal(["SDNTK", "FTO"], lantern.Programmes);
        Assert.Equal("1 Lamp Street, Port Lumen, Atlantis", Assert.Single(lantern.Addresses).ToString());
        Assert.Equal(new ListedEvent(DesignationState.Effective, new(2025, 2, 20), "Created, Lumen Act"), Assert.Single(lantern.Events));
        Assert.Equal(("GRAU, Ines", EntryType.Individual), (content.Find("102")!.PrimaryName, content.Find("102")!.Type));
    }

    [Theory]
    [InlineData("<!DOCTYPE x [<!ENTITY a \"b\">]><CONSOLIDATED_LIST/>")]
    [InlineData("<html/>")]
    [InlineData("<")]
    public void Other_documents_are_refused(string text) =>
        Assert.Equal(DesignationFault.Unreadable, Assert.Throws<DesignationException>(() => ListReader.Read([Sample.Source("x.xml", text)])).Fault);

    [Fact]
    public void A_document_cut_short_is_read_to_there()
    {
        foreach (var (text, entries) in new[] { (Sample.Un[..Sample.Un.IndexOf("<ENTITIES>", StringComparison.Ordinal)], 1), (Sample.Advanced[..Sample.Advanced.IndexOf("<SanctionsEntries>", StringComparison.Ordinal)], 2) })
        {
            var content = ListReader.Read([Sample.Source("cut.xml", text)]);
            Assert.False(content.IsReadToEnd);
            Assert.Equal(entries, content.Entries.Count);
            Assert.Contains("read to here only", Assert.Single(content.Problems).Message);
        }
    }

    [Fact]
    public void Entries_without_id_name_or_type_are_left_out_and_told()
    {
        var un = Sample.Un.Replace("<REFERENCE_NUMBER>LUi.001</REFERENCE_NUMBER>", "", StringComparison.Ordinal).Replace("<DATAID>7001</DATAID>", "", StringComparison.Ordinal).Replace("Lantern Syndicate", "", StringComparison.Ordinal);
        Assert.Equal(["REFERENCE_NUMBER", "FIRST_NAME"], ListReader.Read([Sample.Source("un.xml", un)]).Problems.Select(problem => problem.Field));
        var advanced = ListReader.Read([Sample.Source("a.xml", Sample.Advanced.Replace("PartySubTypeID=\"4\"", "PartySubTypeID=\"77\"", StringComparison.Ordinal).Replace("ProfileID=\"901\"", "ProfileID=\"1\"", StringComparison.Ordinal))]);
        Assert.Equal([("PartySubTypeID", true), ("ProfileID", true)], advanced.Problems.Select(problem => (problem.Field, problem.IsRejected)));
        Assert.Equal(1, advanced.RejectedEntries);
    }

    [Fact]
    public void An_entry_larger_than_any_is_left_out_and_the_next_is_read()
    {
        foreach (var filling in new[] { string.Concat(Enumerable.Repeat("<COMMENTS1>x</COMMENTS1>", 60_000)), $"<COMMENTS1>{new string('x', 5_000_000)}</COMMENTS1>", string.Concat(Enumerable.Repeat("<a>", 100)) + string.Concat(Enumerable.Repeat("</a>", 100)) })
        {
            var content = ListReader.Read([Sample.Source("un.xml", Sample.Un.Replace("<DATAID>7001</DATAID>", filling, StringComparison.Ordinal))]);
            Assert.Equal("LUe.002", Assert.Single(content.Entries).Id);
            Assert.True(content.IsReadToEnd);
            Assert.Equal(1, content.RejectedEntries);
        }
    }
}

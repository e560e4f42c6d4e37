using Overflight.Designations.Standing;

namespace Overflight.Designations.Tests.Standing;

public sealed class ChangeTests
{
    [Fact]
    public void Each_change_lies_between_the_closest_versions_that_show_it()
    {
        using var made = new MadeStore();
        made.Import("a.csv", Sample.Row("1", "A"), "2021-01-01");
        made.Import("b.csv", Sample.Row("1", "A") + Sample.Row("9", "Z"), "2022-01-01");
        made.Import("c.csv", Sample.Row("1", "A", "SDNTK] [FTO", "New."), "2023-01-01");
        made.Import("d.csv", Sample.Row("2", "B"), "2024-01-01");
        made.Enter("1", DesignationState.Effective, "2022-06-15", "FTO");

        var change = made.Store.Compare("ofac-sdn", "1", new(2021, 6, 1), new(2024, 6, 1));

        Assert.Equal([("2022-01-01", "2023-01-01"), ("2023-01-01", "2024-01-01")], change.Steps.Select(step => ($"{step.From.Date:yyyy-MM-dd}", $"{step.To.Date:yyyy-MM-dd}")));
        Assert.Equal(["FTO"], change.Steps[0].Difference.ProgrammesAdded);
        Assert.Equal((null, "New."), change.Steps[0].Difference.Remarks);
        Assert.Equal(new DateOnly(2022, 6, 15), Assert.Single(change.Steps[0].Narrowing).Date);
        Assert.True(change.Steps[1].Difference.IsRemoved);
        Assert.Empty(change.Steps[1].Narrowing);
        Assert.Equal(DesignationFault.Usage, Assert.Throws<DesignationException>(() => made.Store.Compare("ofac-sdn", "1", new(2024, 6, 1), new(2021, 6, 1))).Fault);
    }

    [Fact]
    public void Files_that_are_not_there_took_nothing_away()
    {
        using var made = new MadeStore();
        made.Store.Import(new([made.Write("sdn.csv", Sample.Entries), made.Write("alt.csv", Sample.Aliases), made.Write("add.csv", Sample.Addresses)]) { Date = new(2021, 7, 7) });
        made.Import("rows.csv", Sample.Row("101", "LANTERN SYNDICATE", "SDNTK] [FTO", "a.k.a. 'LSY'; a.k.a. 'BEACON'."), "2026-06-30", isPartial: true);

        var change = made.Store.Compare("ofac-sdn", "101", new(2021, 7, 7), new(2026, 6, 30));

        var difference = Assert.Single(change.Steps).Difference;
        Assert.Equal(["FTO"], difference.ProgrammesAdded);
        Assert.Equal(["BEACON"], difference.NamesAdded.Select(name => name.Text));
        Assert.Equal(["OLD LANTERN"], difference.NamesRemoved.Select(name => name.Text));
        Assert.Empty(difference.AddressesRemoved);
        Assert.Contains("aliases and addresses: not among the files of 2026-06-30 here", change.NotCompared);
    }

    [Fact]
    public void Rows_that_a_part_of_a_list_lacks_were_neither_taken_away_nor_added_later()
    {
        using var made = new MadeStore();
        Import("2021-07-07", false, Sample.Aliases, Sample.Addresses);
        Import("2022-07-07", true, "101,9,\"aka\",\"BEACON\",-0- \r\n", "101,9,\"9 Beacon Road\",-0- ,\"Atlantis\",-0- \r\n");
        Import("2023-07-07", false, Sample.Aliases.TrimEnd('\x1A') + "101,9,\"aka\",\"BEACON\",-0- \r\n", Sample.Addresses.TrimEnd('\x1A') + "101,8,-0- ,-0- ,\"Mu\",-0- \r\n");

        var steps = made.Store.Compare("ofac-sdn", "101", new(2021, 7, 7), new(2023, 7, 7)).Steps;

        // To a part: what came is told, what it lacks is not; from a part the other way round.
        Assert.Equal("BEACON", Assert.Single(steps[0].Difference.NamesAdded).Text);
        Assert.Equal((0, 1, 0), (steps[0].Difference.NamesRemoved.Count, steps[0].Difference.AddressesAdded.Count, steps[0].Difference.AddressesRemoved.Count));
        var later = Assert.Single(steps.Skip(1)).Difference;
        Assert.Equal((0, 0, 0, 1), (later.NamesAdded.Count, later.NamesRemoved.Count, later.AddressesAdded.Count, later.AddressesRemoved.Count));

        void Import(string date, bool isPartial, string aliases, string addresses) =>
            made.Store.Import(new([made.Write("sdn.csv", Sample.Entries), made.Write("alt.csv", aliases), made.Write("add.csv", addresses)]) { Date = MadeStore.Day(date), IsPartial = isPartial });
    }

    [Fact]
    public void Remarks_cut_in_one_are_not_compared()
    {
        using var made = new MadeStore();
        var remark = new string('x', 1_000);
        made.Import("a.csv", Sample.Row("1", "A", remarks: remark), "2021-01-01");
        made.Import("b.csv", Sample.Row("1", "A", remarks: remark[..^1] + "y") + Sample.Row("2", "B"), "2022-01-01");

        var change = made.Store.Compare("ofac-sdn", "1", new(2021, 1, 1), new(2022, 1, 1));
        Assert.Empty(change.Steps);
        Assert.Contains(change.NotCompared, note => note.StartsWith("remarks: cut", StringComparison.Ordinal));
    }

    [Fact]
    [Trait("Category", "Recorded")]
    public void The_recorded_entry_17671_changed_between_2021_and_2026()
    {
        using var made = new MadeStore();
        made.Store.Import(new(RecordedLists.Sdn2021Paths) { Date = new(2021, 7, 7) });
        made.Store.Import(new([RecordedLists.Rows2026]) { Date = new(2026, 6, 30), IsPartial = true });
        made.Enter("17671", DesignationState.Effective, "2025-02-20", "FTO");

        var change = made.Store.Compare("ofac-sdn", "17671", new(2021, 7, 7), new(2026, 6, 30));

        var step = Assert.Single(change.Steps);
        Assert.Equal((new DateOnly(2021, 7, 7), new DateOnly(2026, 6, 30)), (step.From.Date, step.To.Date));
        Assert.Equal(["FTO", "SDGT", "ILLICIT-DRUGS-EO14059"], step.Difference.ProgrammesAdded);
        Assert.Empty(step.Difference.NamesRemoved);
        Assert.Empty(step.Difference.AddressesRemoved);
        Assert.Equal(new DateOnly(2025, 2, 20), Assert.Single(step.Narrowing).Date);
        Assert.Equal(Answer.No, change.Before.InEffect("FTO"));
        Assert.Equal(Answer.Yes, change.After.InEffect("FTO"));
        Assert.Equal(Answer.Yes, made.AsOf("36", "2026-06-30").Listed);
        Assert.Equal(Answer.Unknown, made.AsOf("17671", "2021-07-06").Listed);
    }
}

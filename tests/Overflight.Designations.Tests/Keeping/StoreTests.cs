using Overflight.Designations.Keeping;
using Overflight.Designations.Standing;

namespace Overflight.Designations.Tests.Keeping;

public sealed class StoreTests
{
    [Fact]
    public void The_same_files_a_second_time_change_nothing()
    {
        using var made = new MadeStore();
        var first = made.Import("sdn.csv", Sample.Entries, "2021-07-07");
        var index = File.ReadAllBytes(Path.Combine(made.Folder, "lists.json"));

        var again = made.Store.Import(new([made.Write("sdn.csv", Sample.Entries)]) { Date = new(2021, 7, 7) });

        Assert.True(again.WasThere);
        Assert.Equal(first.ContentHash, again.Version.ContentHash);
        Assert.Equal(index, File.ReadAllBytes(Path.Combine(made.Folder, "lists.json")));
        Assert.Single(Directory.GetFiles(Path.Combine(made.Folder, "sources")));
        Assert.Throws<DesignationException>(() => made.Import("sdn.csv", Sample.Entries, "2021-07-08"));
    }

    [Fact]
    public void Files_are_kept_as_they_came_and_are_read_again()
    {
        using var made = new MadeStore();
        var version = made.Store.Import(new([made.Write("sdn.csv", Sample.Entries), made.Write("alt.csv", Sample.Aliases)]) { Date = new(2021, 7, 7) }).Version;
        made.Reopen();

        Assert.Equal(version.ContentHash, Assert.Single(made.Store.Versions).ContentHash);
        Assert.Equal(["sdn.csv", "alt.csv"], made.Store.Versions[0].Sources.Select(source => source.Name));
        Assert.Equal(Sample.Entries, File.ReadAllText(Path.Combine(made.Folder, "sources", version.Sources[0].Sha256)));
        Assert.Equal("LANTERN SYNDICATE", made.Store.Load(made.Store.Versions[0]).Find("101")!.PrimaryName);
        Assert.Empty(made.Store.Check());
    }

    [Fact]
    public void A_file_changed_or_missing_is_found()
    {
        using var made = new MadeStore();
        var version = made.Import("sdn.csv", Sample.Entries, "2021-07-07");
        made.Reopen();
        var path = Path.Combine(made.Folder, "sources", version.Sources[0].Sha256);
        File.AppendAllText(path, "x");
        Assert.Contains("changed", Assert.Single(made.Store.Check()));
        Assert.Equal(DesignationFault.Unreadable, Assert.Throws<DesignationException>(() => made.Store.Load(made.Store.Versions[0])).Fault);
        File.Delete(path);
        Assert.Contains("missing", Assert.Single(made.Store.Check()));
        // The same file mends it.
        made.Import("sdn.csv", Sample.Entries, "2021-07-07");
        Assert.Empty(made.Store.Check());
    }

    [Theory]
    [InlineData("\"list\": \"ofac-sdn\"", "\"list\": \"ofac-sdm\"")]
    [InlineData("\"date\"", "\"data\"")]
    [InlineData("overflight/list-store/1", "overflight/list-store/9")]
    [InlineData("{", "[")]
    public void A_damaged_index_is_refused(string text, string other)
    {
        using var made = new MadeStore();
        made.Import("sdn.csv", Sample.Entries, "2021-07-07");
        var path = Path.Combine(made.Folder, "lists.json");
        File.WriteAllText(path, File.ReadAllText(path).Replace(text, other, StringComparison.Ordinal));

        Assert.Equal(DesignationFault.Unreadable, Assert.Throws<DesignationException>(made.Reopen).Fault);
    }

    [Fact]
    public void Refused_imports_leave_nothing()
    {
        using var made = new MadeStore();
        Assert.Equal(DesignationFault.Usage, Assert.Throws<DesignationException>(() => made.Import("sdn.csv", Sample.Entries)).Fault);
        Assert.Contains("taken for not listed", Assert.Throws<DesignationException>(() => made.Import("un.xml", Sample.Un[..Sample.Un.IndexOf("<ENTITIES>", StringComparison.Ordinal)])).Message);
        Assert.Throws<DesignationException>(() => made.Import("sdn.csv", "nothing"));
        Assert.Throws<DesignationException>(() => made.Import("sdn.csv", Sample.Entries, "2021-07-07", list: "A List"));

        Assert.Empty(made.Store.Versions);
        Assert.Empty(Directory.GetFiles(Path.Combine(made.Folder, "sources")));
        Assert.True(made.Import("un.xml", Sample.Un[..Sample.Un.IndexOf("<ENTITIES>", StringComparison.Ordinal)], isPartial: true).IsPartial);
    }

    [Fact]
    public void What_a_crash_leaves_is_in_nobodys_way()
    {
        using var made = new MadeStore();
        Directory.CreateDirectory(Path.Combine(made.Folder, "sources"));
        foreach (var left in new[] { "sources/incoming", "lists.json.part", "statements.json.part", $"sources/{new string('0', 64)}" })
            File.WriteAllText(Path.Combine(made.Folder, left), "half");

        made.Import("sdn.csv", Sample.Entries, "2021-07-07");
        made.Enter("101", DesignationState.Draft, "2025-01-20");
        made.Reopen();

        Assert.Empty(made.Store.Check());
        Assert.Equal((1, 1), (made.Store.Versions.Count, made.Store.Statements.Count));
    }

    [Fact]
    public void While_one_program_changes_it_no_other_does_and_reading_goes_on()
    {
        using var made = new MadeStore();
        made.Import("sdn.csv", Sample.Entries, "2021-07-07");
        using (new FileStream(Path.Combine(made.Folder, "lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None))
        {
            Assert.Contains("another program", Assert.Throws<DesignationException>(() => made.Import("b.csv", Sample.Row("1", "B"), "2022-01-01")).Message);
            Assert.Throws<DesignationException>(() => made.Enter("101", DesignationState.Draft, "2025-01-20"));
            made.Reopen();
            Assert.Equal(Answer.Yes, made.AsOf("101", "2022-01-01").Listed);
        }
        made.Import("b.csv", Sample.Row("1", "B"), "2022-01-01");
    }

    [Fact]
    public void What_two_programs_import_is_both_there()
    {
        using var made = new MadeStore();
        var other = DesignationStore.Open(made.Folder);
        made.Import("a.csv", Sample.Row("1", "A"), "2021-01-01");
        other.Import(new([made.Write("b.csv", Sample.Row("1", "B"))]) { Date = new(2022, 1, 1) });
        made.Reopen();

        Assert.Equal(2, made.Store.Versions.Count);
    }

    [Fact]
    public void A_folder_with_other_things_is_no_store()
    {
        using var made = new MadeStore();
        var folder = Directory.CreateDirectory(Path.Combine(made.Folder, "other")).FullName;
        File.WriteAllText(Path.Combine(folder, "letter.txt"), "");

        Assert.Throws<DesignationException>(() => DesignationStore.OpenOrCreate(folder));
        Assert.Throws<DesignationException>(() => DesignationStore.Open(folder));
    }

    [Fact]
    public void XML_states_its_date_and_a_given_one_counts_before_it()
    {
        using var made = new MadeStore();
        var stated = made.Import("un.xml", Sample.Un);
        Assert.Equal(("un", new DateOnly(2030, 3, 5), ListDateOrigin.Stated), (stated.List, stated.Date, stated.DateOrigin));
        var given = made.Import("sdn_advanced.xml", Sample.Advanced, "2030-03-06");
        Assert.Equal(("ofac-sdn", new DateOnly(2030, 3, 6), ListDateOrigin.Given), (given.List, given.Date, given.DateOrigin));
    }

    [Fact]
    public void Statements_are_kept_for_ever_and_replaced_by_number()
    {
        using var made = new MadeStore();
        made.Import("sdn.csv", Sample.Entries, "2021-07-07");
        made.Enter("101", DesignationState.Effective, "2025-02-21", "FTO");
        Assert.Contains("already says", Assert.Throws<DesignationException>(() => made.Enter("101", DesignationState.Effective, "2025-02-20", "FTO")).Message);
        made.Enter("101", DesignationState.Effective, "2025-02-20", "FTO", replaces: 1);
        Assert.Throws<DesignationException>(() => made.Enter("101", DesignationState.Effective, "2025-02-20", "FTO", replaces: 1));
        Assert.Throws<DesignationException>(() => made.Enter("102", DesignationState.Effective, "2025-02-20", replaces: 2));
        Assert.Throws<DesignationException>(() => made.Store.Enter(new("ofac-sdn", "101", DesignationState.Draft, new(2025, 1, 20), " ", "A. Clerk")));
        Assert.Throws<DesignationException>(() => made.Store.Enter(new("ofac-sdn", "101", DesignationState.Draft, new(2025, 1, 20), "90 FR 8439", "")));
        made.Reopen();

        Assert.Equal([1, 2], made.Store.Statements.Select(statement => statement.Number));
        Assert.Equal(new DateOnly(2025, 2, 20), Assert.Single(made.Store.StatementsOf("ofac-sdn", "101")).Date);
        Assert.True(made.Store.IsReplaced(made.Store.Statements[0]));
        Assert.Equal(new DateTimeOffset(2026, 7, 1, 12, 0, 0, TimeSpan.Zero), made.Store.Statements[0].EnteredAt);
    }
}

using System.Text.Json;
using NJsonSchema;
using Overflight.Testing;

namespace Overflight.EndToEnd;

/// <summary>The verbs of lists as processes.</summary>
public sealed class ListsTests
{
    private const string Notice = "A designation alone does not authorise a flight";

    [Fact]
    public void What_changed_is_told_with_its_days_and_no_surer_than_the_lists_are()
    {
        using var lists = new UserLists();
        lists.ImportBoth();

        var text = lists.Done("show", "101", "--as-of", "2021-07-07", "--against", "2026-06-30");

        var hashes = System.Text.RegularExpressions.Regex.Replace(text, @"\([0-9a-f]{12}", "(HASH");
        Assert.Equal(
            """
            101  LANTERN SYNDICATE  (entity)
            As of 2021-07-07: on ofac-sdn of 2021-07-07 (HASH).
              SDNTK: in effect: on the list of 2021-07-07
              a.k.a. CANDLE UNION
              a.k.a. LSY (weak)
              address: 1 Lamp Street, Port Lumen, Atlantis
              remarks: a.k.a. 'LSY'.
              Not known: The list gives no date of designation, and none was entered by hand.

            101  LANTERN SYNDICATE  (entity)
            As of 2026-06-30: on ofac-sdn of 2026-06-30 (HASH, a part of the list).
              SDNTK: in effect: on the list of 2026-06-30
              FTO: in effect: on the list of 2026-06-30
              a.k.a. LSY (weak)
              remarks: a.k.a. 'LSY'.
              Not known: The list gives no date of designation, and none was entered by hand.
              Not known: The files of 2026-06-30 here hold no aliases and no addresses.

            From 2021-07-07 to 2026-06-30:
              Changed between 2021-07-07 and 2026-06-30:
                programme added: FTO
                On which day is not known of: FTO.
              Not compared: aliases and addresses: not among the files of 2026-06-30 here.


            """,
            hashes[..hashes.IndexOf(Notice, StringComparison.Ordinal)], ignoreLineEndingDifferences: true);

        lists.Done("state", "101", "--state", "effective", "--programme", "FTO", "--date", "2025-02-20", "--source", "90 FR 10030", "--by", "A. Clerk");
        var narrowed = lists.Done("show", "101", "--as-of", "2021-07-07", "--as-of", "2026-06-30");
        Assert.Contains("    day of it: FTO effective on 2025-02-20, 90 FR 10030, entered by A. Clerk (statement 1)\n", narrowed, StringComparison.Ordinal);
        Assert.DoesNotContain("On which day is not known", narrowed, StringComparison.Ordinal);
        Assert.Contains("FTO: not in effect: takes effect on 2025-02-20", lists.Done("show", "101", "--as-of", "2025-02-19"), StringComparison.Ordinal);
        Assert.Contains("FTO: in effect: effective on 2025-02-20", lists.Done("show", "101", "--as-of", "2025-02-20"), StringComparison.Ordinal);
        Assert.Contains("not known whether it was on ofac-sdn", lists.Done("show", "101", "--as-of", "2020-01-01"), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_answer_says_that_a_designation_alone_authorises_nothing_and_a_draft_less()
    {
        using var lists = new UserLists();
        lists.ImportBoth();
        Assert.Contains("to be designated", lists.Done("state", "103", "--state", "draft", "--date", "2025-01-20", "--source", "90 FR 8439", "--by", "A. Clerk"), StringComparison.Ordinal);

        foreach (var arguments in new[] { new[] { "show", "101" }, ["show", "103"], ["show", "101", "--as-of", "2021-07-07", "--against", "2026-06-30"], ["search", "lantern"], ["search", "nothing like it"] })
        {
            Assert.Contains(Notice, lists.Done(arguments), StringComparison.Ordinal);
            using var json = JsonDocument.Parse(lists.Done([.. arguments, "--format", "json"]));
            Assert.False(json.RootElement.GetProperty("authorisesFlight").GetBoolean());
            Assert.StartsWith(Notice, json.RootElement.GetProperty("notice").GetString(), StringComparison.Ordinal);
        }
        Assert.Contains("A draft (\"to be designated\") has no effect in law, and authorises nothing.", lists.Done("show", "103"), StringComparison.Ordinal);
    }

    [Fact]
    public void Search_explains_its_scores_and_leaves_natural_persons_out()
    {
        using var lists = new UserLists();
        lists.ImportBoth();

        var text = lists.Done("search", "Kandle Union");
        Assert.Contains("101  LANTERN SYNDICATE", text, StringComparison.Ordinal);
        Assert.Contains("by a.k.a. CANDLE UNION, which is in ofac-sdn of 2021-07-07", text, StringComparison.Ordinal);
        Assert.Contains("KANDLE ~ CANDLE 0.888", text, StringComparison.Ordinal);
        Assert.Contains("a person decides", text, StringComparison.Ordinal);
        Assert.DoesNotContain("GRAU", lists.Done("search", "Ines Grau"), StringComparison.Ordinal);
        var person = lists.Done("search", "Ines Grau", "--individuals");
        Assert.Contains("1.000  102  GRAU, Ines", person, StringComparison.Ordinal);
        foreach (var answer in new[] { person, lists.Done("show", "102"), lists.Done("show", "102", "--format", "json"), lists.Done("search", "Ines Grau", "--individuals", "--format", "json"), lists.Done("show", "102", "--as-of", "2021-07-07", "--against", "2026-06-30") })
        {
            Assert.Contains("natural persons are left out", answer, StringComparison.Ordinal);
            foreach (var secret in new[] { "Secret", "1970", "Director", "LA GRIS" })
                Assert.DoesNotContain(secret, answer, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_decision_is_a_leaf_with_score_list_version_and_reason()
    {
        using var lists = new UserLists();
        lists.ImportBoth();
        using var record = new UserRecord();
        string[] how = ["decide", "101", "--name", "Lantern Syndikate", "--decision", "different", "--by", "J. Roe", "--reason", "another trade"];

        Assert.Equal("0\n", lists.Done([.. how, "--record", record.Folder, "--key", record.Key]));
        using var leaf = JsonDocument.Parse(UserRecord.Done("record", "show", record.Folder, "0"));
        string[] names = ["kind", "subject", "entry", "query", "matchedName", "decision", "by", "reason", "listDate"];
        Assert.Equal(["designation.decision", "designation/ofac-sdn/101", "101", "Lantern Syndikate", "LANTERN SYNDICATE", "different", "J. Roe", "another trade", "2026-06-30"], names.Select(name => leaf.RootElement.GetProperty(name).GetString()));
        using var versions = JsonDocument.Parse(lists.Done("versions", "--format", "json"));
        Assert.Equal(versions.RootElement.GetProperty("versions")[1].GetProperty("contentHash").GetString(), leaf.RootElement.GetProperty("listVersion").GetString());
        Assert.InRange(leaf.RootElement.GetProperty("scoreMillionths").GetInt32(), 900_000, 999_999);

        // Without a record the leaf is a line that one takes.
        Assert.Equal("1\n", record.Append(lists.Done(how)));
        record.Verify();
        lists.Refused(1, "there is nothing to decide", "decide", "999", "--name", "X1", "--decision", "same", "--by", "J. Roe", "--reason", "none");
        lists.Refused(2, "1 to 1,000 characters", "state", "101", "--state", "draft", "--date", "2025-01-20", "--source", " ", "--by", "J. Roe");
        lists.Refused(2, "needs --key", [.. how, "--record", record.Folder]);
    }

    [Fact]
    public async Task Every_answer_in_JSON_is_of_the_schema()
    {
        using var lists = new UserLists();
        using var record = new UserRecord();
        var schema = await JsonSchema.FromFileAsync(Path.Combine(Repository.Root, "docs/schemas/lists-1.schema.json"), TestContext.Current.CancellationToken);
        foreach (var arguments in new[]
        {
            new[] { "import", lists.File("sdn.csv"), lists.File("add.csv"), lists.File("alt.csv"), "--date", "2021-07-07" }, ["import", lists.File("rows.csv"), "--date", "2026-06-30", "--partial"],
            ["state", "101", "--state", "decided", "--date", "2025-02-06", "--source", "90 FR 10030", "--by", "A. Clerk", "--programme", "FTO"],
            ["state", "101", "--state", "decided", "--date", "2025-02-07", "--source", "90 FR 10030", "--by", "A. Clerk", "--replaces", "1"],
            ["versions"], ["show", "101"], ["show", "102"], ["show", "103"], ["show", "101", "--as-of", "2019-01-01"], ["show", "101", "--as-of", "2019-01-01", "--against", "2026-06-30"], ["show", "101", "--as-of", "2021-07-07", "--against", "2026-06-30"],
            ["search", "Candle Lantern"], ["search", "Grau", "--individuals"], ["search", "x1"],
            ["decide", "101", "--name", "Lantern", "--decision", "same", "--by", "J. Roe", "--reason", "the same", "--record", record.Folder, "--key", record.Key],
        })
        {
            var errors = schema.Validate(lists.Done([.. arguments, "--format", "json"]));
            Assert.True(errors.Count == 0, $"{string.Join(' ', arguments)}: {string.Join("; ", errors)}");
        }
    }

    [Fact]
    public void Bad_rows_exit_3_and_what_could_be_read_is_there()
    {
        using var lists = new UserLists();
        lists.Write("bad.csv", "101,\"OPEN\r\n102,\"GOOD ONE\",-0- ,\"SDNTK\",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- \r\n");

        lists.Refused(3, "bad.csv:1 (byte 0): a quotation mark is not closed; left out", "import", lists.File("bad.csv"), "--date", "2021-07-07");
        Assert.Contains("GOOD ONE", lists.Done("show", "102"), StringComparison.Ordinal);
        Assert.Contains("1 of its entries could not be read", lists.Done("show", "101"), StringComparison.Ordinal);
        lists.Refused(2, "give it", "import", lists.File("rows.csv"));
        lists.Refused(3, "no such file", "import", lists.File("absent.csv"));
        lists.Refused(2, "YYYY-MM-DD", "show", "101", "--as-of", "yesterday");
        lists.Refused(2, "--list other", "show", "101", "--list", "other");
        lists.Refused(2, "from 1 to 1000", "search", "x", "--most", "0");
        UserRecord.Refused(3, "no store of lists", "lists", "show", "101", "--store", lists.File("absent"));
    }

    [Fact]
    public void A_kept_file_that_was_changed_is_found()
    {
        using var lists = new UserLists();
        lists.ImportBoth();
        Assert.Contains("Every file is as it came.", lists.Done("versions"), StringComparison.Ordinal);
        File.AppendAllText(Directory.GetFiles(Path.Combine(lists.Store, "sources"))[0], "x");

        var versions = CommandLine.Run("lists", "versions", "--store", lists.Store);
        Assert.Equal(1, versions.ExitCode);
        Assert.Contains("Not as it came:", versions.Output, StringComparison.Ordinal);
        lists.Refused(3, "changed", "search", "lantern");
    }

    [Fact]
    [Trait("Category", "Recorded")]
    public void The_recorded_entry_17671_is_shown_against_2026()
    {
        using var lists = new UserLists();
        lists.Done(["import", .. new[] { "sdn.csv", "add.csv", "alt.csv", "sdn_comments.csv" }.Select(name => Recorded.PathOf("designations/" + name)), "--date", "2021-07-07"]);
        lists.Done("import", Recorded.PathOf("designations/rows-2026-cartels.csv"), "--date", "2026-06-30", "--partial");

        var text = lists.Done("show", "17671", "--as-of", "2021-07-07", "--against", "2026-06-30");
        Assert.Contains("  Changed between 2021-07-07 and 2026-06-30:\n    programme added: FTO\n    programme added: SDGT\n    programme added: ILLICIT-DRUGS-EO14059\n", text, StringComparison.Ordinal);
        Assert.Contains("On which day is not known of: FTO, SDGT, ILLICIT-DRUGS-EO14059, remarks.", text, StringComparison.Ordinal);
        Assert.Contains("  17671  CARTEL DE JALISCO NUEVA GENERACION", lists.Done("search", "Kartel Jalisko Nueva Generation", "--as-of", "2021-07-07"), StringComparison.Ordinal);
    }
}

using System.Text.Json;
using NJsonSchema;
using Overflight.Testing;

namespace Overflight.EndToEnd;

/// <summary>The <c>papers</c> verbs, as a user runs them.</summary>
public sealed class PapersTests : IDisposable
{
    private readonly UserRecord _record = new();
    private readonly string _papers;

    public PapersTests() => _papers = UserPapers.Write(_record.File("papers"));

    public void Dispose() => _record.Dispose();

    [Fact]
    public async Task Papers_are_recorded_once_and_checked_against_the_record()
    {
        Assert.Equal(UserPapers.Count, Record().Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Equal("", Record());
        _record.Verify();

        var check = UserRecord.Done("papers", "check", _papers, "--record", _record.Folder, "--format", "json");
        Assert.Empty((await Schema("papers-check-1")).Validate(check));
        using var told = JsonDocument.Parse(check);
        Assert.Equal(UserPapers.Count, told.RootElement.GetProperty("record").GetProperty("recorded").GetInt32());
        Assert.Equal(UserPapers.Count, told.RootElement.GetProperty("record").GetProperty("notShown").GetArrayLength());
        Assert.Contains("nothing shows that it existed before", UserRecord.Done("papers", "check", _papers, "--record", _record.Folder), StringComparison.Ordinal);
    }

    [Fact]
    public void A_version_changed_afterwards_exits_1_and_names_both_hashes()
    {
        Record();
        var file = UserPapers.FileOf(_papers, "audit.a-1.v1");
        File.WriteAllText(file, File.ReadAllText(file).Replace("\"findings\": 2", "\"findings\": 0", StringComparison.Ordinal));

        var result = CommandLine.Run("papers", "record", _papers, "--record", _record.Folder, "--key", _record.Key);
        Assert.Equal(1, result.ExitCode);
        Assert.Matches("audit a-1 v1: the file's SHA-256 is [0-9a-f]{64}, and entry [0-9]+ says [0-9a-f]{64}", result.Error);
        Assert.Equal(1, CommandLine.Run("papers", "check", _papers, "--record", _record.Folder).ExitCode);
    }

    [Fact]
    public void A_paper_that_is_none_is_told_with_file_and_field_and_the_others_are_recorded()
    {
        File.WriteAllText(_record.File("papers/bad.json"), """{ "kind": "audit", "id": "a-2", "version": 0 }""");

        var result = CommandLine.Run("papers", "record", _papers, "--record", _record.Folder, "--key", _record.Key);
        Assert.Equal(3, result.ExitCode);
        Assert.Contains("bad.json: ", result.Error, StringComparison.Ordinal);
        Assert.Equal(UserPapers.Count, result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Equal(3, CommandLine.Run("papers", "check", _papers).ExitCode);
    }

    [Fact]
    public void A_notice_is_told_to_each_office_and_verifies_and_what_is_secret_is_nowhere_else()
    {
        MakeVault();
        Record();
        var told = UserRecord.Done(Notice("--format", "json"));
        using var json = JsonDocument.Parse(told);
        var folders = json.RootElement.GetProperty("offices").EnumerateArray().Select(o => o.GetProperty("folder").GetString()!).ToArray();

        Assert.Equal(["senate-committee", "house-committee", "oficina-de-enlace-mexico"], folders.Select(Path.GetFileName));
        foreach (var folder in folders)
        {
            UserRecord.Done("record", "verify", Path.Combine(folder, "notice.tlog-proof"), "--vkey", _record.Vkey);
            var verified = UserRecord.Done("record", "verify", Path.Combine(folder, "evidence.zip"), "--vkey", _record.Vkey);
            Assert.Equal(folder == folders[0], verified.Contains(UserPapers.Secret, StringComparison.Ordinal));
            Assert.Equal(folder != folders[2], verified.Contains(UserPapers.Restricted, StringComparison.Ordinal));
            Assert.Contains(UserPapers.Open, File.ReadAllText(Path.Combine(folder, "notice.html")), StringComparison.Ordinal);
            if (!OperatingSystem.IsWindows())
                Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path.Combine(folder, "notice.pdf")));
        }
        Assert.Empty(_record.FilesWith(UserPapers.Secret));
        _record.Verify();
        var size = Size();
        UserRecord.Done(Notice("--language", "es"));
        Assert.Equal(size, Size());
        Assert.Contains("Lo que se le comunica", File.ReadAllText(Path.Combine(folders[1], "notice.html")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_notice_without_its_vault_or_into_the_record_is_refused()
    {
        Record();
        UserRecord.Refused(1, "give the vault", "papers", "notice", "lantern-new", _papers, "--record", _record.Folder, "--key", _record.Key, "--out", _record.File("out"));
        UserRecord.Refused(2, "inside the record", "papers", "notice", "lantern-new", _papers, "--record", _record.Folder, "--key", _record.Key, "--out", Path.Combine(_record.Folder, "out"));
        UserRecord.Refused(2, "there is no notice", "papers", "notice", "other", _papers, "--record", _record.Folder, "--key", _record.Key, "--out", _record.File("out"));
    }

    [Fact]
    public void A_receipt_is_a_new_version_which_is_recorded_as_one()
    {
        Record();
        var file = UserRecord.Done("papers", "receipt", "lantern-new", "House committee", _papers, "--at", "2026-01-11T09:00:00Z").Trim();

        Assert.EndsWith("notice.lantern-new.v2.json", file, StringComparison.Ordinal);
        Assert.Contains("notice lantern-new v2", Record(), StringComparison.Ordinal);
        UserRecord.Refused(1, "has a receipt", "papers", "receipt", "lantern-new", "House committee", _papers, "--at", "2026-01-11T09:00:00Z");
    }

    [Fact]
    public async Task Duties_are_told_as_text_JSON_and_calendar()
    {
        var json = UserRecord.Done("papers", "duties", _papers, "--at", "2026-03-05", "--format", "json");
        Assert.Empty((await Schema("duties-1")).Validate(json));
        using var told = JsonDocument.Parse(json);
        var first = told.RootElement.GetProperty("duties")[0];
        Assert.Equal(("sortie.s-1.incident.1", "overdue"), (first.GetProperty("key").GetString(), first.GetProperty("state").GetString()));
        Assert.Equal("s-1", told.RootElement.GetProperty("withoutTrack")[0].GetString());

        Assert.Contains("! overdue  2026-03-04T07:10:00Z, 16 h 50 min ago", UserRecord.Done("papers", "duties", _papers, "--at", "2026-03-05"), StringComparison.Ordinal);
        Assert.StartsWith("BEGIN:VCALENDAR\r\n", UserRecord.Done("papers", "duties", _papers, "--at", "2026-03-05", "--format", "ics"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_track_shows_what_was_entered_without_consent()
    {
        // Due south from the sea off San Diego into Baja California.
        var rows = Enumerable.Range(0, 151).Select(i => $"ae1187,{DateTimeOffset.Parse("2026-03-02T06:00:00Z").AddMinutes(i).ToUnixTimeSeconds()},{32.7 - i * 0.0167},{-117.25 + i * 0.009},20000");
        var track = _record.Write("track.csv", "icao24,timestamp,latitude,longitude,altitude\n" + string.Join('\n', rows) + "\n");
        var told = UserRecord.Done("papers", "duties", _papers, "--at", "2026-03-03", "--track", $"s-1={track}");

        Assert.Contains("sortie.s-1.entry.mex", told, StringComparison.Ordinal);
        Assert.DoesNotContain("no track was given", told, StringComparison.Ordinal);
        UserRecord.Refused(2, "there is no sortie", "papers", "duties", _papers, "--track", $"s-9={track}");
        UserRecord.Refused(2, "give SORTIE=FILE", "papers", "duties", _papers, "--track", track);
    }

    [Fact]
    public async Task A_summary_counts_from_the_record_and_says_which_entries()
    {
        Record();
        _record.Append("""{"kind":"sortie.decision","subject":"sortie.s-2","sortie":"s-2","version":1,"stage":"plan","at":"2026-03-04T00:00:00Z","permitted":false,"ruleSet":"r","blockedBy":["notice.new"],"documents":[{"document":"sortie s-2 v1","sha256":"00"}]}""" + "\n");
        string[] verb = ["papers", "summary", "lantern", _papers, "--from", "2026-01-01", "--to", "2026-12-31", "--at", "2026-05-01", "--record", _record.Folder];
        var json = UserRecord.Done([.. verb, "--format", "json"]);

        Assert.Empty((await Schema("summary-1")).Validate(json));
        using var told = JsonDocument.Parse(json);
        var refused = told.RootElement.GetProperty("counts").GetProperty("sorties").EnumerateArray().Single(c => c.GetProperty("name").GetString() == "refused");
        Assert.Equal((1, UserPapers.Count), (refused.GetProperty("value").GetInt32(), refused.GetProperty("leaves")[0].GetInt32()));
        Assert.Contains("2.5  hours flown", UserRecord.Done(verb), StringComparison.Ordinal);
        UserRecord.Done([.. verb, "--format", "html", "--out", _record.File("summary.html")]);
        var page = File.ReadAllText(_record.File("summary.html"));
        Assert.Contains("2026-01-01 to 2026-12-31", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", page, StringComparison.Ordinal);
        UserRecord.Refused(2, "there is no programme", "papers", "summary", "other", _papers, "--from", "2026-01-01", "--to", "2026-12-31");
    }

    private static Task<JsonSchema> Schema(string name) => JsonSchema.FromFileAsync(Path.Combine(Repository.Root, $"docs/schemas/{name}.schema.json"), TestContext.Current.CancellationToken);

    private string Record() => UserRecord.Done("papers", "record", _papers, "--record", _record.Folder, "--key", _record.Key);

    private string Size() => UserRecord.Done("record", "checkpoint", _record.Folder).Split('\n')[1];

    private string[] Notice(params string[] more) =>
        ["papers", "notice", "lantern-new", _papers, "--record", _record.Folder, "--key", _record.Key, "--vault", _record.Vault, "--compartment-key", _record.File("keys/restricted.key"), "--compartment-key", _record.File("keys/secret.key"), "--out", _record.File("out"), .. more];

    private void MakeVault()
    {
        string[] approvers = [UserRecord.Done("record", "key", "new", _record.File("keys/a.key"), "--name", "a.example").Trim(), UserRecord.Done("record", "key", "new", _record.File("keys/b.key"), "--name", "b.example").Trim()];
        UserRecord.Done(
            "record", "vault", "init", _record.Vault, "--record", _record.Folder, "--compartment", $"restricted={_record.File("keys/restricted.key")}", "--compartment", $"secret={_record.File("keys/secret.key")}",
            "--approver", approvers[0], "--approver", approvers[1]);
    }
}

using System.Text.Json;

namespace Overflight.EndToEnd;

/// <summary>The life of sealed fields, as those live it who keep, open and destroy them.</summary>
public sealed class RecordVaultTests
{
    private const string Lines = """
        {"kind":"flight.departure","subject":"LANTERN1","crew":"Ann Example","base":"Camp Nowhere","runway":"31"}
        {"kind":"flight.landing","subject":"LANTERN1","crew":"Bob Sample","base":"Camp Elsewhere"}

        """;

    [Fact]
    public void Sealed_fields_are_opened_held_and_destroyed_and_every_proof_holds()
    {
        using var record = new UserRecord();
        record.MakeVault();
        Assert.Equal("0\n1\n", record.Seal(Lines, "--fields", "crew,base"));
        Assert.Contains("Sound: example.org/lantern, 2 entries", record.Verify(), StringComparison.Ordinal);
        var proof = record.File("0.tlog-proof");
        UserRecord.Done("record", "prove", record.Folder, "0", "--out", proof);
        Assert.Contains("\"runway\":\"31\"", UserRecord.Done("record", "show", record.Folder, "0"), StringComparison.Ordinal);
        Assert.All(["Ann Example", "Camp Nowhere", "Bob Sample"], value => Assert.Empty(record.FilesWith(value)));
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(record.CompartmentKey));

        // For everybody.
        var opened = UserRecord.Done(["record", "open", record.Folder, "0", .. record.Keys, "--fields", "base", "--authority", "senate.example", "--reason", "inquiry 4"]);
        Assert.Equal("Entry 0 is opened for everybody; entry 2 says so.\n  base: \"Camp Nowhere\"\n", opened);
        var revealed = UserRecord.Done("record", "reveal", record.Folder, "0");
        Assert.Contains("  runway: \"31\"\n  base: \"Camp Nowhere\"\n    sealed, opened by entry 2 (senate.example: inquiry 4)", revealed, StringComparison.Ordinal);
        Assert.Contains("sealed still: 15 of 16 digests", revealed, StringComparison.Ordinal);

        // For one.
        var crew = record.File("crew.json");
        var shown = UserRecord.Done(["record", "open", record.Folder, "0", .. record.Keys, "--fields", "crew", "--authority", "court.example", "--reason", "case 12", "--to", "court.example", "--out", crew]);
        Assert.Contains("Entry 0 is shown to court.example; entry 3 says so, and not what is in it.\n  crew: \"Ann Example\"\n", shown, StringComparison.Ordinal);
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(crew));
        using var disclosures = JsonDocument.Parse(File.ReadAllBytes(crew));
        var secret = disclosures.RootElement.GetProperty("disclosures")[0].GetString()!;
        Assert.Empty(record.FilesWith(secret));
        Assert.DoesNotContain("Ann Example", UserRecord.Done("record", "reveal", record.Folder, "0"), StringComparison.Ordinal);
        Assert.Contains($"crew: \"Ann Example\"\n    sealed, opened by {crew}", UserRecord.Done("record", "reveal", record.Folder, "0", "--disclosures", crew), StringComparison.Ordinal);

        // A hold stops destruction; so does the word of one.
        foreach (var approver in new[] { "court", "senate" })
            UserRecord.Done("record", "approve", record.Folder, "0", "--key", record.File($"keys/{approver}.key"), "--fields", "crew", "--reason", "order 7", "--out", record.File(approver));
        string[] destroy = ["record", "tombstone", record.Folder, "0", .. record.Keys, "--fields", "crew", "--reason", "order 7", "--approval", record.File("court")];
        Assert.Equal("4\n", UserRecord.Done("record", "hold", record.Folder, "--about", "LANTERN1", "--key", record.Key, "--authority", "court.example", "--reason", "case 12"));
        UserRecord.Refused(1, "a legal hold by court.example stands on entry 0", [.. destroy, "--approval", record.File("senate")]);
        UserRecord.Refused(1, "no hold by senate.example stands there", "record", "release", record.Folder, "--about", "LANTERN1", "--key", record.Key, "--authority", "senate.example", "--reason", "mine");
        Assert.Equal("5\n", UserRecord.Done("record", "release", record.Folder, "--about", "LANTERN1", "--key", record.Key, "--authority", "court.example", "--reason", "closed"));
        UserRecord.Refused(1, "1 of the approvers have signed (court.example), and 2 must", destroy);
        var kept = Directory.GetFiles(Path.Combine(record.Vault, "sealed", "crew")).ToDictionary(file => file, File.ReadAllBytes);
        Assert.Equal("6\n", UserRecord.Done([.. destroy, "--approval", record.File("senate")]));

        // Nobody opens it any more, but who has it already; and nothing else is touched.
        Assert.Empty(record.FilesWith(secret));
        Assert.Contains("destroyed: what opened 1 of 16 digests, says entry 6 (order 7); approved by court.example, senate.example", UserRecord.Done("record", "reveal", record.Folder, "0"), StringComparison.Ordinal);
        UserRecord.Refused(1, "the vault keeps no field \"crew\"", ["record", "open", record.Folder, "0", .. record.Keys, "--fields", "crew", "--authority", "a", "--reason", "b"]);
        Assert.Equal("6\n", UserRecord.Done([.. destroy, "--approval", record.File("senate")]));
        Finish(record, kept);
        Assert.Contains("crew: \"Bob Sample\"", UserRecord.Done(["record", "open", record.Folder, "1", .. record.Keys, "--fields", "crew", "--authority", "a", "--reason", "b"]), StringComparison.Ordinal);
        Assert.StartsWith("Clean: 2 entries have", UserRecord.Done("record", "vault", "check", record.Vault, record.Folder, "--compartment-key", record.CompartmentKey), StringComparison.Ordinal);
        record.Verify();
        UserRecord.Done("record", "fsck", record.Folder);
        UserRecord.Done("record", "verify", proof, "--vkey", record.Vkey);
    }

    /// <summary>Puts the vault's files back, as a crash would have left them between the tombstone and the destruction.</summary>
    private static void Finish(UserRecord record, Dictionary<string, byte[]> files)
    {
        foreach (var (file, bytes) in files)
            File.WriteAllBytes(file, bytes);
        string[] vault = [record.Vault, record.Folder, "--compartment-key", record.CompartmentKey];
        var check = CommandLine.Run(["record", "vault", "check", .. vault]);
        Assert.Equal(1, check.ExitCode);
        Assert.Contains("  entry 6: its tombstone is not carried out", check.Output, StringComparison.Ordinal);
        UserRecord.Refused(1, "a tombstone says that what is sealed in entry 0 is destroyed", ["record", "open", record.Folder, "0", .. record.Keys, "--authority", "a", "--reason", "b"]);
        Assert.Equal("1\n", UserRecord.Done(["record", "vault", "finish", .. vault]));
        Assert.Equal("0\n", UserRecord.Done(["record", "vault", "finish", .. vault]));
    }

    [Fact]
    public void A_leaf_sealed_as_a_whole_shows_its_marking_only_and_is_destroyed_as_a_whole()
    {
        using var record = new UserRecord();
        record.MakeVault();
        Assert.Equal("0\n", record.Seal("{\"kind\":\"flight.route\",\"subject\":\"LANTERN9\",\"to\":\"Camp Nowhere\"}\n", "--whole", "--marking", "SECRET", "--release-authority", "court.example", "--review-date", "2035-01-01"));
        var entry = UserRecord.Done("record", "show", record.Folder);
        Assert.Contains("\"marking\":\"SECRET\"", entry, StringComparison.Ordinal);
        Assert.All(["LANTERN9", "flight.route", "Camp Nowhere"], value => Assert.Empty(record.FilesWith(value)));

        using var shown = JsonDocument.Parse(UserRecord.Done(["record", "open", record.Folder, "0", .. record.Keys, "--to", "court.example", "--authority", "a", "--reason", "b", "--format", "json"]));
        Assert.Equal("LANTERN9", shown.RootElement.GetProperty("fields").GetProperty("leaf").GetProperty("subject").GetString());
        Assert.Equal(1, shown.RootElement.GetProperty("saidBy")[0].GetInt32());

        foreach (var approver in new[] { "court", "senate" })
            Assert.Contains("overflight/approval/1\nexample.org/lantern\ntombstone\n0 ", UserRecord.Done("record", "approve", record.Folder, "0", "--key", record.File($"keys/{approver}.key"), "--reason", "order 7"), StringComparison.Ordinal);
        foreach (var approver in new[] { "court", "senate" })
            record.Write(approver, UserRecord.Done("record", "approve", record.Folder, "0", "--key", record.File($"keys/{approver}.key"), "--reason", "order 7"));
        UserRecord.Done(["record", "tombstone", record.Folder, "0", .. record.Keys, "--reason", "order 7", "--approval", record.File("court"), "--approval", record.File("senate")]);
        using var revealed = JsonDocument.Parse(UserRecord.Done("record", "reveal", record.Folder, "0", "--format", "json"));
        Assert.Equal(0, revealed.RootElement.GetProperty("sealed").GetInt32());
        Assert.Equal(16, revealed.RootElement.GetProperty("destroyed")[0].GetProperty("digests").GetInt32());
        Assert.Empty(Directory.EnumerateFiles(Path.Combine(record.Vault, "sealed"), "*", SearchOption.AllDirectories));
        record.Verify();
    }

    [Fact]
    public void A_vault_that_lost_something_is_not_clean_and_a_false_disclosure_is_refused()
    {
        using var record = new UserRecord();
        record.MakeVault();
        record.Seal(Lines, "--fields", "crew,base");
        var crew = record.File("crew.json");
        UserRecord.Done(["record", "open", record.Folder, "0", .. record.Keys, "--authority", "a", "--reason", "b", "--to", "c", "--out", crew]);
        UserRecord.Refused(2, "opens entry 0, not 1", "record", "reveal", record.Folder, "1", "--disclosures", crew);
        var moved = record.Write("moved.json", File.ReadAllText(crew).Replace("\"index\":0", "\"index\":1", StringComparison.Ordinal));
        var revealed = CommandLine.Run("record", "reveal", record.Folder, "1", "--disclosures", moved);
        Assert.Equal(1, revealed.ExitCode);
        Assert.Contains($"refused: {moved}: the disclosure with digest", revealed.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Ann Example", revealed.Output, StringComparison.Ordinal);

        foreach (var file in Directory.EnumerateFiles(Path.Combine(record.Vault, "sealed", "crew")).Take(1))
            File.Delete(file);
        var check = CommandLine.Run("record", "vault", "check", record.Vault, record.Folder, "--format", "json");
        Assert.Equal(1, check.ExitCode);
        using var report = JsonDocument.Parse(check.Output);
        Assert.False(report.RootElement.GetProperty("clean").GetBoolean());
        Assert.Equal(1, report.RootElement.GetProperty("missing").GetArrayLength());
        Assert.Equal("crew", report.RootElement.GetProperty("unread")[0].GetString());
    }
}

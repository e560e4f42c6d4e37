namespace Overflight.EndToEnd;

/// <summary>What the record's verbs say to those who use them wrongly.</summary>
public sealed class RecordUsageTests
{
    [Theory]
    [InlineData("seal what? Give --fields NAME,... for some fields, or --whole", "seal", "no-record", "--key", "k", "--vault", "v", "--compartment-key", "c")]
    [InlineData("give --fields or --whole, not both", "seal", "no-record", "--key", "k", "--vault", "v", "--compartment-key", "c", "--fields", "a", "--whole")]
    [InlineData("give --marking, --release-authority and --review-date", "seal", "no-record", "--key", "k", "--vault", "v", "--compartment-key", "c", "--whole", "--marking", "SECRET")]
    [InlineData("give --whole too", "seal", "no-record", "--key", "k", "--vault", "v", "--compartment-key", "c", "--fields", "a", "--review-date", "2035-01-01")]
    [InlineData("--review-date \"2035-02-30\" is no date", "seal", "no-record", "--key", "k", "--vault", "v", "--compartment-key", "c", "--whole", "--marking", "S", "--release-authority", "A", "--review-date", "2035-02-30")]
    [InlineData("names nothing between two commas", "approve", "no-record", "0", "--key", "k", "--reason", "r", "--fields", "a,,b")]
    [InlineData("hold what? Give --entry INDEX for one entry, or --about SUBJECT", "hold", "no-record", "--key", "k", "--authority", "a", "--reason", "r")]
    [InlineData("release what?", "release", "no-record", "--entry", "0", "--about", "X", "--key", "k", "--authority", "a", "--reason", "r")]
    [InlineData("is not NAME=KEYFILE", "vault", "init", "no-vault", "--record", "no-record", "--compartment", "crew", "--approver", "v")]
    [InlineData("--compartment crew is given twice", "vault", "init", "no-vault", "--record", "no-record", "--compartment", "crew=a", "--compartment", "crew=b", "--approver", "v")]
    [InlineData("is no vkey", "verify", "no-record", "--vkey", "somebody")]
    [InlineData("--approval", "tombstone", "no-record", "0", "--key", "k", "--vault", "v", "--reason", "r")]
    [InlineData("--vault", "open", "no-record", "0", "--key", "k", "--compartment-key", "c", "--authority", "a", "--reason", "r")]
    public void Wrong_usage_exits_2_and_says_what_to_change(string message, params string[] arguments) =>
        UserRecord.Refused(2, message, ["record", .. arguments]);

    [Fact]
    public void Keys_and_what_is_shown_to_one_stay_out_of_the_record()
    {
        using var record = new UserRecord();
        record.MakeVault();
        record.Seal("{\"crew\":\"Ann Example\"}\n", "--fields", "crew");
        var inside = Path.Combine(record.Folder, "crew.key");
        string[] approvers = ["--approver", UserRecord.Done("record", "key", "show", record.File("keys/court.key")).Trim(), "--approver", UserRecord.Done("record", "key", "show", record.File("keys/senate.key")).Trim()];
        string[] others = ["--record", record.Folder, .. approvers];
        UserRecord.Refused(2, "is kept neither in the vault nor in the record's folder", ["record", "vault", "init", record.File("other"), "--compartment", $"crew={inside}", .. others]);
        UserRecord.Refused(2, "is kept neither in the vault nor in the record's folder", ["record", "vault", "init", record.File("other"), "--compartment", $"crew={record.File("other/crew.key")}", .. others]);
        UserRecord.Refused(1, "a vault and its log are kept apart", ["record", "vault", "init", Path.Combine(record.Folder, "vault"), "--compartment", $"crew={record.CompartmentKey}", .. others]);
        UserRecord.Refused(2, "is the key of compartment crew of example.org/lantern, not of base", ["record", "vault", "init", record.File("other"), "--compartment", $"base={record.CompartmentKey}", .. others]);
        UserRecord.Refused(1, "at least two of at least two approvers", ["record", "vault", "init", record.File("other"), "--record", record.Folder, "--compartment", $"crew={record.File("new.key")}", .. approvers[..2]]);
        Assert.False(File.Exists(inside) || File.Exists(record.File("new.key")) || Directory.Exists(record.File("other")));

        File.Copy(record.CompartmentKey, inside);
        UserRecord.Refused(1, "is kept neither in the vault nor in the log's folder", "record", "seal", record.Folder, "--key", record.Key, "--vault", record.Vault, "--compartment-key", inside, "--fields", "crew");
        File.Copy(record.Key, Path.Combine(record.Folder, "lantern.key"));
        UserRecord.Refused(1, "a key is never kept in the log's folder", "record", "hold", record.Folder, "--entry", "0", "--key", Path.Combine(record.Folder, "lantern.key"), "--authority", "a", "--reason", "b");
        UserRecord.Refused(1, "a key is never kept in the log's folder", "record", "approve", record.Folder, "0", "--key", Path.Combine(record.Folder, "lantern.key"), "--reason", "b");
        UserRecord.Refused(2, "is inside the record's folder", ["record", "open", record.Folder, "0", .. record.Keys, "--authority", "a", "--reason", "b", "--to", "c", "--out", Path.Combine(record.Folder, "crew.json")]);
    }

    [Fact]
    public void What_is_not_there_is_said()
    {
        using var record = new UserRecord();
        record.MakeVault();
        record.Append("{\"runway\":\"31\"}\n");
        UserRecord.Refused(1, "there is no entry 1: the record has 1, from 0", "record", "reveal", record.Folder, "1");
        UserRecord.Refused(1, "nothing is sealed in entry 0", "record", "approve", record.Folder, "0", "--key", record.File("keys/court.key"), "--reason", "r");
        UserRecord.Refused(1, "the vault keeps nothing of leaf", ["record", "open", record.Folder, "0", .. record.Keys, "--authority", "a", "--reason", "b"]);
        UserRecord.Refused(1, "is no vault: vault.json is missing", "record", "vault", "check", record.File("keys"), record.Folder);
        UserRecord.Refused(3, "there is no field \"crew\" to seal", "record", "seal", record.Folder, "--key", record.Key, "--vault", record.Vault, "--compartment-key", record.CompartmentKey, "--fields", "crew", record.File("lines.jsonl"));
        UserRecord.Refused(2, "is no file of disclosures", "record", "reveal", record.Folder, "0", "--disclosures", record.File("lines.jsonl"));
        UserRecord.Refused(2, "is no record's folder, and only that tells of files", "record", "verify", Path.Combine(record.Folder, "checkpoint"), "--vkey", record.Vkey, "--attachments", record.File("keys"));
        UserRecord.Refused(3, "there is no such folder", "record", "verify", record.Folder, "--vkey", record.Vkey, "--attachments", record.File("absent"));
        Assert.Contains("  nothing is sealed in it", UserRecord.Done("record", "reveal", record.Folder, "0"), StringComparison.Ordinal);
    }
}

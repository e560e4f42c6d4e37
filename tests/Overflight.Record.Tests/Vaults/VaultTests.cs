using System.Runtime.Versioning;
using System.Text;
using Overflight.Record.Leaves;
using Overflight.Record.Merkle;
using Overflight.Record.Notes;
using Overflight.Record.Vaults;

namespace Overflight.Record.Tests.Vaults;

public sealed class VaultTests
{
    [Fact]
    public async Task What_is_sealed_is_opened_with_the_key()
    {
        using var made = new MadeVault();
        await using var record = await made.Write();
        var appended = await made.Load().SealAsync(record, MadeVault.Draft(), "crew");
        var leaf = Leaf.Parse(appended.Bytes);
        Assert.Equal(["from"], leaf.FieldNames);

        var fields = leaf.Resolve(made.Load().Open(leaf));
        Assert.Equal(["persons", "pilot", "route"], fields.Keys.Order());
        Assert.Equal($"\"{MadeVault.Secret}\"", Text(fields["pilot"]));
        Assert.Equal("3", Text(Assert.Single(made.Load().Open(leaf, ["persons"]))));
        Assert.Contains("keeps no field \"from\"", Refusal(() => made.Load().Open(leaf, ["from"])), StringComparison.Ordinal);
        Assert.Contains("not at hand", Refusal(() => made.Load(made.Cargo).Open(leaf)), StringComparison.Ordinal);
        Assert.Contains("keeps nothing", Refusal(() => made.Load().Open(Leaf.Parse(MadeVault.Draft().Make(0, 1, null)))), StringComparison.Ordinal);
        Assert.DoesNotContain(MadeVault.Secret, made.EveryFile(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_sealed_without_key_or_fields()
    {
        using var made = new MadeVault();
        await using var record = await made.Write();
        Assert.Contains("not at hand", await RefusalOf(async () => await made.Load(made.Cargo).SealAsync(record, MadeVault.Draft(), "crew")), StringComparison.Ordinal);
        Assert.Contains("no compartment", await RefusalOf(async () => await made.Load().SealAsync(record, MadeVault.Draft(), "other")), StringComparison.Ordinal);
        Assert.Contains("nothing is sealed", await RefusalOf(async () => await made.Load().SealAsync(record, LeafDraft.Parse("""{"a":1}"""u8), "crew")), StringComparison.Ordinal);
        Assert.Equal((0, 0), (record.Size, made.SealedFiles()));
    }

    [Fact]
    public async Task A_changed_file_and_a_file_of_another_leaf_or_compartment_open_nothing()
    {
        using var made = new MadeVault();
        await using var record = await made.Write();
        var vault = made.Load();
        var both = await vault.SealAsync(record, [MadeVault.Draft(), MadeVault.Draft("N9")], "crew");
        var (first, second) = (Leaf.Parse(both[0].Bytes), Leaf.Parse(both[1].Bytes));
        var path = vault.Folder.FileOf("crew", first.Hash);
        var good = File.ReadAllBytes(path);
        for (var at = 0; at < good.Length; at += 7)
        {
            var bytes = (byte[])good.Clone();
            bytes[at] ^= 1;
            File.WriteAllBytes(path, bytes);
            Assert.DoesNotContain(MadeVault.Secret, Refusal(() => vault.Open(first)), StringComparison.Ordinal);
        }
        File.WriteAllBytes(path, good[..20]);
        Refusal(() => vault.Open(first));
        File.Copy(path, vault.Folder.FileOf("cargo", first.Hash));
        File.WriteAllBytes(vault.Folder.FileOf("crew", second.Hash), good);
        Assert.Contains("cannot be decrypted", Refusal(() => vault.Open(second)), StringComparison.Ordinal);
        File.Delete(path);
        File.WriteAllBytes(vault.Folder.FileOf("cargo", first.Hash), good);
        Assert.Contains("cannot be decrypted with the key", Refusal(() => vault.Open(first)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{\"a\":\"SECRET\",\"a\":\"SECRET\"}")]
    [InlineData("{\"a\":\"SECRET\\uD800\"}")]
    [InlineData("{\"a\":\"SECRET\",\"b\":1.5}")]
    [InlineData("{\"a\":\"SECRET\" x}")]
    [InlineData("{\"a\":\"SECRET")]
    [InlineData("{\"a\":SECRET}")]
    public void No_message_tells_a_value(string line)
    {
        var bytes = Encoding.UTF8.GetBytes(line.Replace("SECRET", MadeVault.Secret, StringComparison.Ordinal));
        foreach (Action action in new Action[]
        {
            () => LeafDraft.Parse(bytes, ["a"]),
            () => CanonicalJson.Canonicalize([.. bytes, (byte)'x']),
            () => Disclosure.Create("a", bytes),
            () => Disclosure.Parse(System.Buffers.Text.Base64Url.EncodeToString(bytes)),
            () => Leaf.Parse(bytes),
        })
            Assert.DoesNotContain(MadeVault.Secret, Assert.Throws<RecordException>(action).ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(MadeVault.Secret, Disclosure.Create("a", Encoding.UTF8.GetBytes($"\"{MadeVault.Secret}\"")).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_published_anybody_checks()
    {
        using var made = new MadeVault();
        await using var record = await made.Write();
        var vault = made.Load();
        var appended = await vault.SealAsync(record, MadeVault.Draft(), "crew");
        var before = await record.ReadAsync();
        var published = await vault.PublishAsync(record, appended.Reference, ["persons", "pilot"], "Court of X", "Order 5");

        var leaf = Leaf.Parse(Assert.Single(published).Bytes);
        Assert.Equal("N123", leaf.Subject);
        var opened = PublishedDisclosures.Of(leaf);
        Assert.Equal((appended.Reference, "Court of X", "Order 5"), (opened.Leaf, opened.Authority, opened.Reason));
        var reader = await record.ReadAsync();
        var fields = reader.LeafAt(opened.Leaf).Resolve(opened.Disclosures);
        Assert.Equal(["persons", "pilot"], fields.Keys.Order());
        Assert.Equal($"\"{MadeVault.Secret}\"", Text(fields["pilot"]));
        RequireProofs(before, reader);
        await Assert.ThrowsAsync<RecordException>(async () => await vault.PublishAsync(record, appended.Reference with { Index = 1 }, null, "a", "b"));
        await Assert.ThrowsAsync<RecordException>(async () => await vault.PublishAsync(record, appended.Reference, null, "a", "b\nc"));
    }

    [Fact]
    public async Task Large_fields_are_published_in_several_leaves()
    {
        using var made = new MadeVault();
        await using var record = await made.Write();
        var vault = made.Load();
        var sealedFields = Enumerable.Range(0, 5).ToDictionary(i => $"f{i}", i => new ReadOnlyMemory<byte>(Encoding.ASCII.GetBytes("\"" + new string((char)('a' + i), i == 2 ? 41_900 : 18_000) + "\"")));
        var appended = await vault.SealAsync(record, LeafDraft.Create("entry", "s", "{}"u8, sealedFields), "cargo");
        var published = await vault.PublishAsync(record, appended.Reference, null, "A", "B");
        Assert.True(published.Count > 2);
        var leaf = Leaf.Parse(appended.Bytes);
        var all = published.SelectMany(p => PublishedDisclosures.Of(Leaf.Parse(p.Bytes)).Disclosures).ToArray();
        Assert.Equal(sealedFields.Keys.Order(), leaf.Resolve(all).Keys.Order());
    }

    [Fact]
    public async Task What_is_shown_to_one_is_not_in_the_log()
    {
        using var made = new MadeVault();
        await using var record = await made.Write();
        var vault = made.Load();
        var appended = await vault.SealAsync(record, MadeVault.Draft(), "crew");
        var handed = await vault.OpenToAsync(record, appended.Reference, ["pilot"], "State Y", "Ministry", "Treaty 1944");
        Assert.Equal($"\"{MadeVault.Secret}\"", Text(Assert.Single(handed)));
        var shown = ShownFields.Of((await record.ReadAsync()).LeafAt(1));
        Assert.Equal((appended.Reference, "State Y", "Ministry", "Treaty 1944", handed[0].Digest), (shown.Leaf, shown.To, shown.Authority, shown.Reason, Assert.Single(shown.Digests)));
        Assert.DoesNotContain(handed[0].Salt, made.EveryFile(), StringComparison.Ordinal);
        Assert.DoesNotContain(handed[0].Text, made.EveryFile(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_leaf_sealed_as_a_whole_is_opened()
    {
        using var made = new MadeVault();
        await using var record = await made.Write();
        var vault = made.Load();
        var appended = await vault.SealAsync(record, LeafDraft.Parse("""{"kind":"flight.departure","subject":"N7","pilot":"x"}"""u8).SealWhole("SECRET", "Court", new(2031, 1, 1)), "crew");
        var leaf = Leaf.Parse(appended.Bytes);
        Assert.Equal("N7", SealedLeaf.Open(leaf, Assert.Single(vault.Open(leaf))).InnerSubject);
        await vault.PublishAsync(record, appended.Reference, null, "Court", "Over");
        var opened = PublishedDisclosures.Of((await record.ReadAsync()).LeafAt(1));
        Assert.Equal("flight.departure", SealedLeaf.Open(leaf, opened.Disclosures[0]).InnerKind);
    }

    [Fact]
    public void A_vault_is_apart_from_its_log_and_keys_from_both()
    {
        using var made = new MadeVault();
        foreach (var path in new[] { Path.Combine(made.Log.Path, "vault"), made.Log.Path, Path.GetDirectoryName(made.Log.Path)! })
        {
            Assert.Contains("kept apart", Refusal(() => Vault.Create(path, made.Log.Path, made.Settings)), StringComparison.Ordinal);
            Assert.Contains("kept apart", Refusal(() => Vault.Load(path, made.Log.Path, [])), StringComparison.Ordinal);
        }
        Directory.CreateSymbolicLink(made.Log.Beside("link"), made.Log.Path);
        Assert.Contains("kept apart", Refusal(() => Vault.Create(Path.Combine(made.Log.Beside("link"), "vault"), made.Log.Path, made.Settings)), StringComparison.Ordinal);
        Assert.Contains("not empty", Refusal(() => Vault.Create(made.Path, made.Log.Path, made.Settings)), StringComparison.Ordinal);
        Assert.Contains("is no vault", Refusal(() => Vault.Load(made.Log.Beside("nothing"), made.Log.Path, [])), StringComparison.Ordinal);
        foreach (var path in new[] { Path.Combine(made.Path, "k"), Path.Combine(made.Log.Path, "k") })
        {
            File.Copy(made.Crew.Path, path);
            using var inside = CompartmentKey.Load(path);
            Assert.Contains("neither in the vault nor", Refusal(() => Vault.Load(made.Path, made.Log.Path, [inside])), StringComparison.Ordinal);
        }
        using var other = CompartmentKey.Create(made.Log.Beside("other.key"), MadeLog.Origin, "crew");
        Assert.Contains("this vault is", Refusal(() => made.Load(other)), StringComparison.Ordinal);
        using var foreign = CompartmentKey.Create(made.Log.Beside("foreign.key"), "example.org/other", "crew");
        Assert.Contains("this vault is", Refusal(() => made.Load(foreign)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_vault_serves_its_own_log_only()
    {
        using var made = new MadeVault();
        using var key = Overflight.Record.Storage.LogKey.LoadOrCreate(made.Log.Beside("second.key"), "example.org/second");
        Overflight.Record.Storage.LogWriter.Create(made.Log.Beside("second"), key);
        await using var record = await RecordWriter.OpenAsync(made.Log.Beside("second"), [key]);
        Assert.Contains("this vault is example.org/log's", await RefusalOf(async () => await made.Load().SealAsync(record, MadeVault.Draft(), "crew")), StringComparison.Ordinal);
    }

    [Fact]
    public void One_person_is_not_two()
    {
        using var made = new MadeVault();
        var verifiers = made.Approvers.Select(a => a.Verifier).ToArray();
        var renamed = new NoteVerifier("example.org/alias", NoteAlgorithm.Ed25519, verifiers[0].PublicKey.ToArray());
        using var witness = NoteSigner.Create("example.org/w", NoteAlgorithm.Ed25519Cosignature);
        foreach (var settings in new[]
        {
            made.Settings with { Approvers = [verifiers[0]] },
            made.Settings with { Approvers = [] },
            made.Settings with { Approvers = [verifiers[0], verifiers[0]] },
            made.Settings with { Approvers = [verifiers[0], renamed] },
            made.Settings with { Approvers = [verifiers[0], witness.Verifier] },
            made.Settings with { RequiredApprovals = 1 },
            made.Settings with { RequiredApprovals = 4 },
            made.Settings with { Compartments = new Dictionary<string, string>() },
            made.Settings with { Compartments = new Dictionary<string, string> { ["../x"] = "00000000" } },
            made.Settings with { Origin = "with space" },
        })
        {
            Assert.Throws<RecordException>(() => Vault.Create(made.Log.Beside("v2"), made.Log.Path, settings));
            Assert.False(Directory.Exists(made.Log.Beside("v2")));
        }
        Assert.Equal(made.Settings.ToJson(), VaultSettings.Parse(made.Settings.ToJson()).ToJson());
        var json = Path.Combine(made.Path, "vault.json");
        var text = File.ReadAllText(json);
        foreach (var bad in new[] { "", "{}", "[]", text.Replace("\"approvals\":2", "\"approvals\":1", StringComparison.Ordinal), text.Replace("vault/1", "vault/2", StringComparison.Ordinal), text.Replace("\"approvals\":2", "\"approvals\":\"2\"", StringComparison.Ordinal) })
        {
            File.WriteAllText(json, bad);
            Assert.Contains("vault.json", Refusal(() => made.Load()), StringComparison.Ordinal);
        }
    }

    [Fact]
    [SupportedOSPlatform("linux")]
    public void Keys_and_files_are_for_their_owner_only()
    {
        using var made = new MadeVault();
        const UnixFileMode others = ~(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(made.Crew.Path));
        Assert.Equal(UnixFileMode.None, File.GetUnixFileMode(made.Path) & others);
        using (var read = CompartmentKey.Load(made.Crew.Path))
            Assert.Equal((made.Crew.Id, "crew", MadeLog.Origin), (read.Id, read.Compartment, read.Origin));
        Assert.Contains("never overwritten", Refusal(() => CompartmentKey.Create(made.Crew.Path, MadeLog.Origin, "crew")), StringComparison.Ordinal);
        var text = File.ReadAllText(made.Crew.Path);
        var secret = text.Split(' ')[4].Trim();
        foreach (var bad in new[] { "", "x", text.Replace("crew", "cargo", StringComparison.Ordinal), text.Replace(secret[..4], secret[..4] == "AAAA" ? "BBBB" : "AAAA", StringComparison.Ordinal) })
        {
            File.WriteAllText(made.Crew.Path, bad);
            Assert.DoesNotContain(secret, Refusal(() => CompartmentKey.Load(made.Crew.Path)), StringComparison.Ordinal);
        }
        File.WriteAllText(made.Crew.Path, text);
        File.SetUnixFileMode(made.Crew.Path, UnixFileMode.UserRead | UnixFileMode.GroupRead);
        Assert.Contains("chmod 600", Refusal(() => CompartmentKey.Load(made.Crew.Path)), StringComparison.Ordinal);
        Assert.Throws<RecordException>(() => CompartmentKey.Load(made.Log.Beside("none.key")));
    }

    [Fact]
    public async Task A_check_tells_what_is_missing_and_what_is_left_over()
    {
        using var made = new MadeVault();
        await using var record = await made.Write();
        var vault = made.Load();
        var leaves = await vault.SealAsync(record, [.. Enumerable.Range(0, 4).Select(i => MadeVault.Draft($"s{i}"))], "crew");
        await record.AppendAsync(LeafDraft.Parse("""{"a":1}"""u8));
        Assert.True(vault.Check(await record.ReadAsync()).IsClean);
        File.Delete(vault.Folder.FileOf("crew", leaves[2].LeafHash));
        var orphan = MerkleTree.HashLeaf("orphan"u8);
        File.WriteAllBytes(vault.Folder.FileOf("cargo", orphan), [1]);
        File.WriteAllBytes(vault.Folder.FileOf("crew", leaves[3].LeafHash), [1]);
        var report = vault.Check(await record.ReadAsync());
        Assert.Equal((3L, orphan, 2L), (report.Kept, Assert.Single(report.Orphans), Assert.Single(report.Missing)));
        Assert.StartsWith("entry 3", Assert.Single(report.Damaged), StringComparison.Ordinal);
        Assert.False(report.IsClean);
    }

    /// <summary>Every leaf of the smaller tree is still where it was, in the larger.</summary>
    internal static void RequireProofs(RecordReader before, RecordReader after)
    {
        for (long index = 0; index < before.Head.Size; index++)
        {
            var leaf = before.LeafAt(index).Hash;
            Assert.True(InclusionProof.Verify(leaf, index, before.Head.Size, InclusionProof.Create(index, before.Head.Size, before.Subtree), before.Head.Root));
            Assert.True(InclusionProof.Verify(leaf, index, after.Head.Size, InclusionProof.Create(index, after.Head.Size, after.Subtree), after.Head.Root));
        }
        Assert.True(ConsistencyProof.Verify(before.Head.Size, before.Head.Root, after.Head.Size, after.Head.Root, ConsistencyProof.Create(before.Head.Size, after.Head.Size, after.Subtree)));
    }

    private static string Text(Disclosure disclosure) => Encoding.UTF8.GetString(disclosure.Value.Span);

    private static string Refusal(Action action) => Assert.Throws<RecordException>(action).Message;

    private static async Task<string> RefusalOf(Func<Task> action) => (await Assert.ThrowsAsync<RecordException>(action)).Message;
}

using System.Buffers.Text;
using System.Text;
using Overflight.Record.Leaves;
using Overflight.Record.Merkle;
using Overflight.Record.Notes;
using Overflight.Record.Vaults;

namespace Overflight.Record.Tests.Vaults;

public sealed class TombstoneTests
{
    private const string Reason = "Erasure request 12";

    [Fact]
    public async Task What_is_destroyed_is_nowhere_and_all_proofs_hold()
    {
        using var made = new MadeVault();
        await using var record = await made.Write();
        var vault = made.Load();
        var appended = await vault.SealAsync(record, MadeVault.Draft(), "crew");
        var other = await vault.SealAsync(record, MadeVault.Draft("other"), "crew");
        var leaf = Leaf.Parse(appended.Bytes);
        var disclosures = vault.Open(leaf);
        var before = await record.ReadAsync();

        var index = await vault.TombstoneAsync(record, appended.Reference, null, Reason, made.Approve(appended.Reference, null, Reason));

        var after = await record.ReadAsync();
        var tombstone = Tombstone.Of(after.LeafAt(index));
        Assert.Equal((appended.Reference, Reason, 2, "N123"), (tombstone.Leaf, tombstone.Reason, tombstone.Approvals.Count, after.LeafAt(index).Subject));
        // All digests of the leaf, decoys too: how many fields there were does not show.
        Assert.Equal(leaf.Digests, tombstone.Digests);
        VaultTests.RequireProofs(before, after);
        RequireNowhere(made, disclosures);
        Assert.DoesNotContain(disclosures[0].Salt, Assert.Throws<RecordException>(() => vault.Open(leaf)).ToString(), StringComparison.Ordinal);
        Assert.Equal(3, vault.Open(Leaf.Parse(other.Bytes)).Count);
        Assert.True(vault.Check(after).IsClean);

        // The same again changes nothing.
        Assert.Equal(index, await vault.TombstoneAsync(record, appended.Reference, null, Reason, made.Approve(appended.Reference, null, Reason)));
        Assert.Equal(after.Head, (await record.ReadAsync()).Head);
        await Refused(made, record, appended.Reference, null, "Another reason", "keeps nothing");
    }

    [Fact]
    public async Task Some_fields_are_destroyed_and_the_others_stay()
    {
        using var made = new MadeVault();
        await using var record = await made.Write();
        var vault = made.Load();
        var appended = await vault.SealAsync(record, MadeVault.Draft(), "crew");
        var leaf = Leaf.Parse(appended.Bytes);
        var pilot = vault.Open(leaf, ["pilot"])[0];
        var file = vault.Folder.FileOf("crew", leaf.Hash);
        var old = File.ReadAllBytes(file);
        var index = await vault.TombstoneAsync(record, appended.Reference, ["pilot"], Reason, made.Approve(appended.Reference, ["pilot"], Reason));
        Assert.Equal([pilot.Digest], Tombstone.Of((await record.ReadAsync()).LeafAt(index)).Digests);
        Assert.Equal(["persons", "route"], vault.Open(leaf).Select(d => d.Name).Order());
        Assert.Equal(1, made.SealedFiles());
        Assert.DoesNotContain(Encoding.Latin1.GetString(old.AsSpan(40)), made.EveryFile(), StringComparison.Ordinal);
        await Refused(made, record, appended.Reference, ["pilot"], "Another reason", "keeps no field");
        await vault.TombstoneAsync(record, appended.Reference, ["route", "persons"], Reason, made.Approve(appended.Reference, ["persons", "route"], Reason));
        Assert.Equal(0, made.SealedFiles());
        Assert.True(vault.Check(await record.ReadAsync()).IsClean);
    }

    [Fact]
    public async Task Without_the_approval_of_two_nothing_is_destroyed()
    {
        using var made = new MadeVault();
        await using var record = await made.Write();
        var vault = made.Load();
        var appended = await vault.SealAsync(record, MadeVault.Draft(), "crew");
        var of = appended.Reference;
        using var stranger = NoteSigner.Create("example.org/stranger", NoteAlgorithm.Ed25519);
        using var namesake = NoteSigner.Create("example.org/approver1", NoteAlgorithm.Ed25519);
        var one = made.Approve(of, null, Reason, 0)[0];
        var text = one.Text;
        var forged = new NoteSignature(made.Approvers[1].Verifier.Name, made.Approvers[1].Verifier.KeyId, stranger.Sign(text, DateTimeOffset.UnixEpoch).Bytes);
        var witness = NoteSigner.Create("example.org/w", NoteAlgorithm.Ed25519Cosignature);
        Assert.Throws<RecordException>(() => Approval.Create(witness, MadeLog.Origin, of, null, Reason));
        foreach (var approvals in new SignedNote[][]
        {
            [],
            [one],
            [one, one],
            [one, new(text, [made.Approvers[0].Sign(text, DateTimeOffset.UnixEpoch)])],
            [one, Approval.Create(stranger, MadeLog.Origin, of, null, Reason)],
            [one, Approval.Create(namesake, MadeLog.Origin, of, null, Reason)],
            [one, new(text, [forged])],
            [one, Approval.Create(made.Approvers[1], "example.org/other", of, null, Reason)],
            [one, Approval.Create(made.Approvers[1], MadeLog.Origin, of with { Index = 1 }, null, Reason)],
            [one, Approval.Create(made.Approvers[1], MadeLog.Origin, of with { Leaf = MerkleTree.EmptyRoot }, null, Reason)],
            [one, Approval.Create(made.Approvers[1], MadeLog.Origin, of, ["pilot"], Reason)],
            [one, Approval.Create(made.Approvers[1], MadeLog.Origin, of, null, Reason + ".")],
            made.Approve(of, ["pilot"], Reason),
        })
        {
            await Assert.ThrowsAsync<RecordException>(async () => await vault.TombstoneAsync(record, of, null, Reason, approvals));
            Assert.Equal((1, 1), (record.Size, made.SealedFiles()));
        }
        // One note with two signatures is as good as two with one.
        var both = new SignedNote(text, [made.Approvers[2].Sign(text, DateTimeOffset.UnixEpoch), made.Approvers[0].Sign(text, DateTimeOffset.UnixEpoch)]);
        await vault.TombstoneAsync(record, of, null, Reason, [both]);
        Assert.Equal(0, made.SealedFiles());
    }

    [Fact]
    public async Task An_approval_says_exactly_this()
    {
        var leaf = MerkleTree.HashLeaf("x"u8);
        Assert.Equal($"overflight/approval/1\nexample.org/log\ntombstone\n7 {leaf.ToBase64Url()}\na,b\nBecause\n", Approval.TextOf("example.org/log", new(7, leaf), ["b", "a", "b"], "Because"));
        Assert.Equal($"overflight/approval/1\nexample.org/log\ntombstone\n7 {leaf.ToBase64Url()}\n*\nBecause\n", Approval.TextOf("example.org/log", new(7, leaf), null, "Because"));
        foreach (var names in new string[][] { [], ["a,b"], ["*"], ["a\nb"], [""] })
            Assert.Throws<RecordException>(() => Approval.TextOf("o", new(7, leaf), names, "Because"));
        Assert.Throws<RecordException>(() => Approval.TextOf("o", new(7, leaf), null, "Because\nof"));
        await Task.CompletedTask;
    }

    [Fact]
    public async Task A_hold_stops_destruction_until_its_authority_releases_it()
    {
        using var made = new MadeVault();
        await using var record = await made.Write();
        var vault = made.Load();
        var appended = await vault.SealAsync(record, MadeVault.Draft(), "crew");
        var unrelated = await vault.SealAsync(record, MadeVault.Draft("N999"), "crew");
        var of = appended.Reference;
        foreach (var target in new[] { HoldTarget.On(of), HoldTarget.OnSubject("N123") })
        {
            await LegalHolds.PlaceAsync(record, new(target, "Court", "Case 1"));
            await LegalHolds.PlaceAsync(record, new(target, "Parliament", "Inquiry"));
            Assert.Equal(2, RecordStanding.Of(await record.ReadAsync()).Holds.Count);
            await Refused(made, record, of, null, Reason, "legal hold by Court");
            await Refused(made, record, of, ["pilot"], Reason, "legal hold by Court");
            Assert.Contains("no hold by Ministry", (await Assert.ThrowsAsync<RecordException>(async () => await LegalHolds.ReleaseAsync(record, new(target, "Ministry", "x")))).Message, StringComparison.Ordinal);
            await LegalHolds.ReleaseAsync(record, new(target, "Court", "Case over"));
            await Refused(made, record, of, null, Reason, "legal hold by Parliament");
            await LegalHolds.ReleaseAsync(record, new(target, "Parliament", "Inquiry over"));
            Assert.Empty(RecordStanding.Of(await record.ReadAsync()).Holds);
        }
        await LegalHolds.PlaceAsync(record, new(HoldTarget.On(unrelated.Reference), "Court", "Case 2"));
        await vault.TombstoneAsync(record, of, null, Reason, made.Approve(of, null, Reason));
        Assert.Equal(1, made.SealedFiles());
        await Assert.ThrowsAsync<RecordException>(async () => await LegalHolds.PlaceAsync(record, new(HoldTarget.On(of with { Index = 1 }), "Court", "Case 2")));
    }

    [Fact]
    public async Task A_hold_that_comes_while_a_tombstone_is_made_stops_it()
    {
        using var made = new MadeVault();
        await using var record = await made.Write();
        var vault = made.Load();
        var of = (await vault.SealAsync(record, MadeVault.Draft(), "crew")).Reference;
        var approvals = made.Approve(of, null, Reason);
        var results = await Task.WhenAll(
            Task.Run(async () => (object)await LegalHolds.PlaceAsync(record, new(HoldTarget.On(of), "Court", "Case"))),
            Task.Run(async () =>
            {
                try
                {
                    return (object)await vault.TombstoneAsync(record, of, null, Reason, approvals);
                }
                catch (RecordException error)
                {
                    return error;
                }
            }));
        var hold = ((AppendedLeaf)results[0]).Index;
        // Whichever came first in the log decided.
        if (results[1] is long tombstone)
            Assert.True(tombstone < hold && made.SealedFiles() == 0);
        else
            Assert.True(record.Size == 2 && made.SealedFiles() == 1);
    }

    [Fact]
    public async Task A_hold_on_a_subject_reaches_leaves_sealed_as_a_whole()
    {
        using var made = new MadeVault();
        await using var record = await made.Write();
        var whole = await made.Load().SealAsync(record, LeafDraft.Parse("""{"subject":"N7","pilot":"x"}"""u8).SealWhole("SECRET", "Court", new(2031, 1, 1)), "crew");
        await LegalHolds.PlaceAsync(record, new(HoldTarget.OnSubject("N7"), "Court", "Case"));
        await Refused(made, record, whole.Reference, null, Reason, "it is about \"N7\"");
        var withoutKey = made.Load(made.Cargo);
        Assert.Contains("nobody can tell", (await Assert.ThrowsAsync<RecordException>(async () => await withoutKey.TombstoneAsync(record, whole.Reference, null, Reason, made.Approve(whole.Reference, null, Reason)))).Message, StringComparison.Ordinal);
        await LegalHolds.ReleaseAsync(record, new(HoldTarget.OnSubject("N7"), "Court", "Over"));
        await withoutKey.TombstoneAsync(record, whole.Reference, null, Reason, made.Approve(whole.Reference, null, Reason));
        Assert.Equal(0, made.SealedFiles());
    }

    [Fact]
    public async Task What_is_public_is_not_destroyed()
    {
        using var made = new MadeVault();
        await using var record = await made.Write();
        var appended = await record.AppendAsync(LeafDraft.Parse("""{"a":1}"""u8));
        await Refused(made, record, appended.Reference, null, Reason, "cannot be destroyed");
    }

    [Fact]
    public async Task Sealing_stopped_at_any_step_leaves_at_most_an_orphan()
    {
        foreach (var step in new[] { VaultStep.WriteSealed, VaultStep.FlushSealed, VaultStep.AppendSealed })
        {
            using var made = new MadeVault();
            await using (var record = await made.Write())
            {
                var vault = made.Load();
                vault.Folder.Before = at => { if (at == step) throw new IOException("stopped"); };
                await Assert.ThrowsAsync<IOException>(async () => await vault.SealAsync(record, MadeVault.Draft(), "crew"));
                Assert.Equal(0, record.Size);
            }
            await using (var record = await made.Write())
            {
                var vault = made.Load();
                Assert.Equal(step == VaultStep.WriteSealed ? 0 : 1, vault.Check(await record.ReadAsync()).Orphans.Count);
                var appended = await vault.SealAsync(record, MadeVault.Draft(), "crew");
                Assert.Equal((0L, 0L), (appended.Index, Leaf.Parse(appended.Bytes).N));
                Assert.True(vault.Check(await record.ReadAsync()).IsClean);
            }
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Destruction_stopped_at_any_step_is_completed_without_a_second_leaf(bool isPart)
    {
        string[]? names = isPart ? ["pilot"] : null;
        VaultStep[] steps = isPart
            ? [VaultStep.AppendTombstone, VaultStep.BeginDestruction, VaultStep.WriteRest, VaultStep.SetAside, VaultStep.PutRest, VaultStep.Overwrite, VaultStep.Unlink, VaultStep.FlushUnlinked]
            : [VaultStep.AppendTombstone, VaultStep.BeginDestruction, VaultStep.Overwrite, VaultStep.Unlink, VaultStep.FlushUnlinked];
        foreach (var step in steps)
        {
            foreach (var byRunningAgain in new[] { true, false })
            {
                using var made = new MadeVault();
                LeafReference of;
                IReadOnlyList<Disclosure> destroyed;
                await using (var record = await made.Write())
                {
                    var vault = made.Load();
                    var appended = await vault.SealAsync(record, MadeVault.Draft(), "crew");
                    of = appended.Reference;
                    destroyed = vault.Open(Leaf.Parse(appended.Bytes), names);
                    vault.Folder.Before = at => { if (at == step) throw new IOException("stopped"); };
                    await Assert.ThrowsAsync<IOException>(async () => await vault.TombstoneAsync(record, of, names, Reason, made.Approve(of, names, Reason)));
                }
                await using (var record = await made.Write())
                {
                    var hasLeaf = step != VaultStep.AppendTombstone;
                    Assert.Equal(hasLeaf ? 2 : 1, record.Size);
                    var vault = made.Load();
                    if (hasLeaf)
                    {
                        // A hold comes too late for what the log says is destroyed.
                        await LegalHolds.PlaceAsync(record, new(HoldTarget.On(of), "Court", "Case"));
                        if (step is VaultStep.BeginDestruction or VaultStep.WriteRest)
                        {
                            Assert.Equal([1L], vault.Check(await record.ReadAsync()).Unfinished);
                            await Assert.ThrowsAsync<RecordException>(async () => await vault.PublishAsync(record, of, names, "a", "b"));
                        }
                    }
                    if (byRunningAgain || !hasLeaf)
                        Assert.Equal(1, await vault.TombstoneAsync(record, of, names, Reason, made.Approve(of, names, Reason)));
                    else
                        vault.FinishTombstones(await record.ReadAsync());
                    var reader = await record.ReadAsync();
                    Assert.Single(RecordStanding.Of(reader).Tombstones);
                    RequireNowhere(made, destroyed);
                    Assert.Equal(isPart ? 1 : 0, made.SealedFiles());
                    if (isPart)
                        Assert.Equal(["persons", "route"], vault.Open(reader.LeafAt(of)).Select(d => d.Name).Order());
                    var report = vault.Check(reader);
                    Assert.True(report.IsClean && report.Orphans.Count == 0);
                    Assert.Equal(0, vault.FinishTombstones(reader));
                }
            }
        }
    }

    [Fact]
    public async Task Fields_destroyed_at_once_do_not_bring_one_another_back()
    {
        using var made = new MadeVault();
        await using var record = await made.Write();
        var vault = made.Load();
        var of = (await vault.SealAsync(record, MadeVault.Draft(), "crew")).Reference;
        await Task.WhenAll(new[] { "pilot", "route" }.Select(name => Task.Run(async () => await made.Load().TombstoneAsync(record, of, [name], Reason, made.Approve(of, [name], Reason)))));
        var reader = await record.ReadAsync();
        Assert.Equal(["persons"], vault.Open(reader.LeafAt(of)).Select(d => d.Name));
        Assert.True(vault.Check(reader).IsClean);
    }

    [Fact]
    public async Task A_tombstone_whose_approvals_are_false_is_not_carried_out()
    {
        using var made = new MadeVault();
        await using var record = await made.Write();
        var vault = made.Load();
        var appended = await vault.SealAsync(record, MadeVault.Draft(), "crew");
        // The operator alone writes it.
        await record.AppendAsync(new Tombstone(appended.Reference, Leaf.Parse(appended.Bytes).Digests, Reason, made.Approve(appended.Reference, null, Reason, 0)).ToDraft("N123"));
        var other = await vault.SealAsync(record, MadeVault.Draft("other"), "crew");
        await record.AppendAsync(new Tombstone(other.Reference, Leaf.Parse(other.Bytes).Digests, Reason, made.Approve(other.Reference, null, Reason)).ToDraft("other"));
        var reader = await record.ReadAsync();
        Assert.Matches("entry 1 .* and 2 must", Assert.Throws<RecordException>(() => vault.FinishTombstones(reader)).Message);
        Assert.Equal(1, made.SealedFiles());
        Assert.Equal([1L], vault.Check(reader).Unfinished);
        // Nor does it stand in the way of one that is approved.
        Assert.Equal(4, await vault.TombstoneAsync(record, appended.Reference, null, Reason, made.Approve(appended.Reference, null, Reason)));
        Assert.Equal(0, made.SealedFiles());
        Assert.True(vault.Check(await record.ReadAsync()).IsClean);
    }

    /// <summary>No file of log or vault holds a salt or value, plain or in any base64 of its place.</summary>
    private static void RequireNowhere(MadeVault made, IReadOnlyList<Disclosure> disclosures)
    {
        var everything = made.EveryFile();
        foreach (var disclosure in disclosures)
        {
            Assert.DoesNotContain(disclosure.Salt, everything, StringComparison.Ordinal);
            Assert.DoesNotContain(disclosure.Text, everything, StringComparison.Ordinal);
            Assert.DoesNotContain(Encoding.Latin1.GetString(Base64Url.DecodeFromChars(disclosure.Salt)), everything, StringComparison.Ordinal);
        }
        Assert.DoesNotContain(MadeVault.Secret, everything, StringComparison.Ordinal);
    }

    private static async Task Refused(MadeVault made, RecordWriter record, LeafReference of, string[]? names, string reason, string message)
    {
        var (size, files) = (record.Size, made.SealedFiles());
        var error = await Assert.ThrowsAsync<RecordException>(async () => await made.Load().TombstoneAsync(record, of, names, reason, made.Approve(of, names, reason)));
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
        Assert.Equal((size, files), (record.Size, made.SealedFiles()));
    }
}

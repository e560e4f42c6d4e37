using Overflight.Record.Leaves;
using Overflight.Record.Notes;

namespace Overflight.Record.Vaults;

/// <summary>The order of a tombstone: approvals, holds, the leaf, and only then the destruction.</summary>
internal sealed class VaultDestruction(Vault vault)
{
    public async ValueTask<long> RunAsync(RecordWriter writer, LeafReference of, IReadOnlyCollection<string>? names, string reason, IReadOnlyList<SignedNote> approvals, CancellationToken cancellation)
    {
        var text = Approval.TextOf(vault.Settings.Origin, of, names, reason);
        Approval.Require(approvals, text, vault.Settings);
        var reader = await writer.ReadAsync(cancellation).ConfigureAwait(false);
        var leaf = reader.LeafAt(of);
        if (leaf.Digests.Count == 0)
            throw new RecordException($"nothing is sealed in entry {of.Index}: what is public in a log cannot be destroyed");
        var standing = RecordStanding.Of(reader);
        if (Earlier(standing, text) is { } earlier)
        {
            CarryOut(reader, earlier.Tombstone);
            return earlier.Index;
        }
        var digests = names is null ? leaf.Digests : [.. vault.Open(leaf, names).Select(d => d.Digest).Order(StringComparer.Ordinal)];
        if (vault.Folder.Find(leaf.Hash).Count == 0)
            throw new RecordException($"the vault keeps nothing of entry {of.Index}: nothing was sealed in it here, or it is destroyed");
        RefuseHeld(standing, of, leaf);
        var tombstone = new Tombstone(of, digests, reason, approvals);
        var appended = await writer.AppendAsync([tombstone.ToDraft(leaf.Subject)], async _ =>
        {
            // Nobody appends meanwhile: a hold is before this tombstone and stops it, or behind it and too late.
            standing.Advance(await writer.ReadAsync(cancellation).ConfigureAwait(false));
            RefuseHeld(standing, of, leaf);
            if (Earlier(standing, text) is { } other)
                throw new RecordException($"entry {other.Index} says the same since a moment ago; run it again to complete that");
            vault.Folder.Before?.Invoke(VaultStep.AppendTombstone);
        }, cancellation).ConfigureAwait(false);
        CarryOut(reader, tombstone);
        return appended[0].Index;
    }

    /// <summary>Destroys what a tombstone of the log names, if its approvals are true; false where nothing was left to do.</summary>
    public bool CarryOut(RecordReader reader, Tombstone tombstone)
    {
        using var held = vault.Folder.Lock();
        var found = vault.Folder.Find(tombstone.Leaf.Leaf);
        if (found.Count == 0)
            return false;
        var names = tombstone.Approvals.Count == 0 ? null : Approval.NamesIn(tombstone.Approvals[0].Text);
        Approval.Require(tombstone.Approvals, Approval.TextOf(vault.Settings.Origin, tombstone.Leaf, names, tombstone.Reason), vault.Settings);
        vault.Folder.Before?.Invoke(VaultStep.BeginDestruction);
        if (names is null)
        {
            foreach (var (_, path) in found)
                vault.Folder.Destroy(path);
            return true;
        }
        var gone = new HashSet<string>(tombstone.Digests, StringComparer.Ordinal);
        var leaf = reader.LeafAt(tombstone.Leaf);
        var isAny = false;
        // A compartment without its key may hold a field of the tombstone: who has the key completes it.
        foreach (var (compartment, path) in found.Count == 1 ? found : found.Where(file => vault.HasKey(file.Compartment)))
        {
            var kept = vault.ReadFile(compartment, path, leaf.Hash);
            leaf.Resolve(kept);
            var rest = kept.Where(disclosure => !(names.Contains(disclosure.Name) && gone.Contains(disclosure.Digest))).ToArray();
            if (rest.Length == kept.Count)
                continue;
            isAny = true;
            if (rest.Length == 0)
                vault.Folder.Destroy(path);
            else
                vault.Folder.Replace(path, VaultFile.Write(vault.KeyOf(compartment), leaf.Hash, rest));
        }
        return isAny;
    }

    /// <summary>The tombstone that says the same with enough approvals; what somebody wrote without them stands in nobody's way.</summary>
    private (long Index, Tombstone Tombstone)? Earlier(RecordStanding standing, string text)
    {
        foreach (var found in standing.Tombstones)
        {
            if (Approval.AreEnough(found.Tombstone.Approvals, text, vault.Settings))
                return found;
        }
        return null;
    }

    private void RefuseHeld(RecordStanding standing, LeafReference of, Leaf leaf)
    {
        var subjects = new List<string> { leaf.Subject };
        if (leaf.Kind == SealedLeaf.Kind)
        {
            if (InnerSubject(leaf) is { } inner)
                subjects.Add(inner);
            else if (standing.Holds.FirstOrDefault(hold => hold.Target.About is not null) is { } any)
                throw new RecordException($"entry {of.Index} is sealed as a whole, and without the key nobody can tell whether it is about \"{any.Target.About}\", which {any.Authority} holds: nothing is destroyed");
        }
        if (standing.HoldOn(of, subjects) is { } hold)
            throw new RecordException($"a legal hold by {hold.Authority} stands on entry {of.Index}{(hold.Target.About is { } about ? $", as it is about \"{about}\"" : "")}: nothing is destroyed before it is released");
    }

    private string? InnerSubject(Leaf leaf) => vault.Folder.Find(leaf.Hash).Any(found => vault.HasKey(found.Compartment))
        ? SealedLeaf.Open(leaf, vault.Open(leaf, [SealedLeaf.FieldName])[0]).InnerSubject
        : null;
}

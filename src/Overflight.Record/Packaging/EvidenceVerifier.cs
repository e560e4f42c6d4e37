using System.Security.Cryptography;
using Overflight.Record.Leaves;
using Overflight.Record.Merkle;
using Overflight.Record.Notes;
using Overflight.Record.Proofs;
using Overflight.Record.Witnessing;

namespace Overflight.Record.Packaging;

/// <summary>Checks an evidence package against docs/record.md; the verifier in the package does the same with code of its own.</summary>
public sealed class EvidenceVerifier
{
    private static readonly string[] s_notEvidence = ["README.txt", "verify.html", "verify.mjs"];

    private readonly EvidenceZip _zip;
    private readonly List<string> _problems = [];
    private readonly List<string> _warnings = [];
    private readonly SortedList<long, (Leaf Leaf, IReadOnlyDictionary<string, Disclosure> Opened)> _entries = [];
    private readonly HashSet<string> _mentioned = new(StringComparer.Ordinal) { "checkpoint", "policy", EvidenceManifest.FileName };
    private int _attachments;

    private EvidenceVerifier(EvidenceZip zip) => _zip = zip;

    /// <summary>Checks a package.</summary>
    /// <param name="package">The zip; it can seek.</param>
    /// <param name="vkey">The log's key, from somewhere other than the package; null takes the policy's.</param>
    /// <param name="policy">Whose word counts; null takes the package's own, and warns.</param>
    /// <returns>What was found; nothing of it is an exception, whatever the bytes.</returns>
    public static EvidenceReport Verify(Stream package, NoteVerifier? vkey = null, WitnessPolicy? policy = null)
    {
        try
        {
            using var zip = new EvidenceZip(package);
            return new EvidenceVerifier(zip).Run(vkey, policy);
        }
        catch (RecordException error)
        {
            return new() { Checkpoint = null, Entries = [], AttachmentsChecked = 0, Problems = [error.Message], Warnings = [] };
        }
    }

    private EvidenceReport Run(NoteVerifier? vkey, WitnessPolicy? given)
    {
        var manifest = EvidenceManifest.Parse(_zip.Read(EvidenceManifest.FileName));
        var note = _zip.Read("checkpoint");
        var checkpoint = Attempt("checkpoint", () => PolicyOf(vkey, given).Verify(SignedNote.Parse(note)));
        if (checkpoint is not null && (checkpoint.Head.Origin != manifest.Origin || checkpoint.Head.Size != manifest.Size))
            _problems.Add($"{EvidenceManifest.FileName}: tells of {manifest.Origin} with {manifest.Size} entries, and the checkpoint is of {checkpoint.Head.Origin} with {checkpoint.Head.Size}");
        foreach (var entry in manifest.Entries.OrderBy(e => e.Index))
            Attempt<object>($"entry {entry.Index}", () => { CheckEntry(entry, note, checkpoint); return null; });
        CheckOrder();
        foreach (var attached in manifest.Attachments)
            Attempt<object>(attached.File, () => { CheckAttachment(attached); return null; });
        foreach (var stray in _zip.Names.Where(name => !_mentioned.Contains(name) && !s_notEvidence.Contains(name)))
            _problems.Add($"{stray}: is in the package, and evidence.json does not mention it");
        return new() { Checkpoint = checkpoint, Entries = [.. _entries.Select(e => (e.Key, e.Value.Leaf, e.Value.Opened))], AttachmentsChecked = _attachments, Problems = _problems, Warnings = _warnings };
    }

    private WitnessPolicy PolicyOf(NoteVerifier? vkey, WitnessPolicy? given)
    {
        var policy = given ?? WitnessPolicy.Parse(_zip.Read("policy"));
        if (vkey is not null)
        {
            // The package's policy may know other keys of the log; the one that the reader brings decides.
            policy = given is null ? new WitnessPolicy([new(vkey.Name, vkey, null)], policy.Witnesses, policy.Quorum) : policy.ForLog(vkey);
            if (given is null && policy.NeedsWitnesses)
                _warnings.Add("the witnesses that count came with the package: compare them with a policy that you got elsewhere, or give it with --policy");
            return policy;
        }
        if (given is null)
            _warnings.Add($"the log's key came with the package, and so proves nothing by itself: compare it with one that you got elsewhere, or give it with --vkey ({string.Join(", ", policy.Logs.Select(l => l.Key))})");
        return policy;
    }

    private void CheckEntry(EvidenceManifest.Entry entry, byte[] note, VerifiedCheckpoint? checkpoint)
    {
        Mention(entry.Leaf);
        Mention(entry.Proof);
        var bytes = _zip.Read(entry.Leaf);
        var leaf = Leaf.Parse(bytes);
        var proof = ProofBundle.Parse(_zip.Read(entry.Proof));
        if (proof.Index != entry.Index || proof.Extra is not null)
            throw new RecordException($"{entry.Proof}: is of entry {proof.Index}, or has an extra line");
        if (!proof.Note.ToBytes().AsSpan().SequenceEqual(note))
            throw new RecordException($"{entry.Proof}: is not of this package's checkpoint");
        if (checkpoint is null || !InclusionProof.Verify(MerkleTree.HashLeaf(bytes), entry.Index, checkpoint.Head.Size, proof.Path, checkpoint.Head.Root))
            throw new RecordException("the leaf's hash does not lead to the checkpoint's root: one of them was changed");
        IReadOnlyDictionary<string, Disclosure> opened = new Dictionary<string, Disclosure>();
        if (entry.Disclosures is { } file)
        {
            Mention(file);
            var disclosures = DisclosureFile.Parse(_zip.Read(file), file);
            if (disclosures.Index != entry.Index)
                throw new RecordException($"{file}: is of entry {disclosures.Index}");
            opened = leaf.Resolve(disclosures.Disclosures);
            if (leaf.Kind == SealedLeaf.Kind)
            {
                foreach (var disclosure in opened.Values)
                    SealedLeaf.Open(leaf, disclosure);
            }
        }
        OwnKinds.Check(leaf);
        _entries.Add(entry.Index, (leaf, opened));
    }

    /// <summary>Each file of the package has one meaning.</summary>
    private void Mention(string name)
    {
        if (!_mentioned.Add(name) || s_notEvidence.Contains(name))
            throw new RecordException($"{name}: is mentioned twice, or is no evidence");
    }

    private void CheckOrder()
    {
        var lastOf = new Dictionary<string, (long Index, Leaf Leaf)>(StringComparer.Ordinal);
        (long Index, Leaf Leaf)? before = null;
        foreach (var (index, (leaf, _)) in _entries)
        {
            if (before is { } earlier && leaf.Time < earlier.Leaf.Time)
                _problems.Add($"entry {index}: says that it was written before entry {earlier.Index}");
            if (leaf.N > index)
                _problems.Add($"entry {index}: has {leaf.N} leaves of its subject before it, more than there are entries");
            if (lastOf.TryGetValue(leaf.Subject, out var last))
            {
                if (leaf.N <= last.Leaf.N || leaf.N - last.Leaf.N > index - last.Index)
                    _problems.Add($"entry {index}: its number among those of its subject cannot be, after entry {last.Index}");
                if (leaf.N == last.Leaf.N + 1 != (leaf.Previous == last.Leaf.Hash))
                    _problems.Add($"entry {index}: does not agree with entry {last.Index} on which comes before it");
            }
            if (RelatedLeaves.ReferenceOf(leaf) is { } of && _entries.TryGetValue(of.Index, out var about) && (about.Leaf.Hash != of.Leaf || about.Leaf.Subject != leaf.Subject))
                _problems.Add($"entry {index}: is about another leaf than entry {of.Index}");
            lastOf[leaf.Subject] = (index, leaf);
            before = (index, leaf);
        }
        if (_entries.Values.Any(e => e.Leaf.Kind == Tombstone.Kind))
            _warnings.Add("who approved a tombstone is shown, not checked: the keys of those who may approve are not part of the package");
    }

    private void CheckAttachment(EvidenceManifest.Attached attached)
    {
        Mention(attached.File);
        if (!_entries.TryGetValue(attached.Index, out var entry) || AttachmentFacts.Of(entry.Leaf, entry.Opened) is not { } facts)
            throw new RecordException($"is an attachment that entry {attached.Index} does not tell of");
        using var stream = _zip.Open(attached.File, out var length);
        if (length != facts.Length)
            throw new RecordException($"has {length} bytes, and the entry tells of {facts.Length}");
        try
        {
            if (Convert.ToHexStringLower(SHA256.HashData(stream)) != facts.Sha256)
                throw new RecordException("was changed: its hash is not the one in the entry");
        }
        catch (InvalidDataException error)
        {
            throw new RecordException("is damaged in the zip", error);
        }
        _attachments++;
    }

    private T? Attempt<T>(string what, Func<T?> check) where T : class
    {
        try
        {
            return check();
        }
        catch (RecordException error)
        {
            _problems.Add($"{what}: {error.Message}");
            return null;
        }
    }
}

using Overflight.Notices.Recording;
using Overflight.Record.Leaves;
using Overflight.Record.Notes;
using Overflight.Record.Proofs;

namespace Overflight.Notices.Telling;

/// <summary>
/// All that goes into one recipient's files: the public leaf, what opens the parts that this office is cleared for, and digests. Nothing else
/// of the notice is within reach of who writes them.
/// </summary>
public sealed class NoticeCopy
{
    /// <summary>The part that a notice is called by.</summary>
    internal const string SubjectName = "subject";

    /// <summary>Makes a copy.</summary>
    /// <param name="office">The office.</param>
    /// <param name="proof">The leaf, with its proof under a signed checkpoint.</param>
    /// <param name="allowed">What opens the parts that the office is cleared for.</param>
    /// <param name="sealedDigests">The digests of the parts that it is not cleared for.</param>
    /// <param name="keys">The log's public keys.</param>
    /// <exception cref="Overflight.Record.RecordException">A disclosure is not of this leaf.</exception>
    /// <exception cref="InvalidDataException">The leaf is no notice, or a sealed digest is not in it.</exception>
    public NoticeCopy(string office, ProofBundle proof, IReadOnlyList<Disclosure> allowed, IEnumerable<string> sealedDigests, IReadOnlyList<NoteVerifier> keys)
    {
        ArgumentNullException.ThrowIfNull(proof);
        ArgumentNullException.ThrowIfNull(allowed);
        (Office, Proof, Allowed, Keys) = (office, proof, allowed, keys);
        Leaf = Leaf.Parse(proof.Extra ?? throw new ArgumentException("the proof does not hold the entry", nameof(proof)));
        Leaf.Resolve(allowed);
        SealedDigests = [.. sealedDigests.Order(StringComparer.Ordinal)];
        if (SealedDigests.Except(Leaf.Digests, StringComparer.Ordinal).FirstOrDefault() is { } stray)
            throw new InvalidDataException($"the digest {stray} is not in entry {proof.Index}");
        Parts = [.. NoticeLeaf.PublicParts(Leaf).Concat(allowed.Select(NoticeLeaf.PartOf)).OrderBy(part => part.Place)];
        Head = Checkpoint.Of(proof.Note);
    }

    /// <summary>The office that it is for.</summary>
    public string Office { get; }

    /// <summary>The leaf, with its proof.</summary>
    public ProofBundle Proof { get; }

    /// <summary>What opens the parts that the office is cleared for.</summary>
    public IReadOnlyList<Disclosure> Allowed { get; }

    /// <summary>The log's public keys.</summary>
    public IReadOnlyList<NoteVerifier> Keys { get; }

    /// <summary>The leaf.</summary>
    public Leaf Leaf { get; }

    /// <summary>The head of the log that the proof leads to.</summary>
    public Checkpoint Head { get; }

    /// <summary>The parts that the office may read, in their order.</summary>
    public IReadOnlyList<NoticePart> Parts { get; }

    /// <summary>The digests of the parts that it may not, in ascending order, which says nothing of their places.</summary>
    public IReadOnlyList<string> SealedDigests { get; }

    /// <summary>A public field of the leaf that is a text.</summary>
    public string Public(string name) => LeafMember.Text(Leaf, name);

    /// <summary>Whether only some of the offices were told.</summary>
    public bool IsLimited => LeafMember.Truth(Leaf, "limited");

    /// <summary>The version of the recipient set.</summary>
    public int RecipientsVersion => LeafMember.Number(Leaf, "recipientsVersion");

    /// <summary>What the page is called: the part named <c>subject</c>, if there is one that this office may read.</summary>
    public string? Subject => Parts.FirstOrDefault(part => part.Name == SubjectName)?.Value;
}

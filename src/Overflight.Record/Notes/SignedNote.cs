using System.Text;

namespace Overflight.Record.Notes;

/// <summary>Text signed by one or more keys (C2SP signed-note). Nothing in it is to be believed before a known key's signature is verified.</summary>
public sealed class SignedNote
{
    /// <summary>The most bytes that are read as a note.</summary>
    public const int MaximumLength = 1_000_000;

    /// <summary>The most signatures that are read; a note with more is refused.</summary>
    public const int MaximumSignatures = 100;

    private static readonly UTF8Encoding s_strict = new(false, true);

    /// <summary>A note of a text and its signatures.</summary>
    /// <exception cref="RecordException">The text is empty, does not end in a newline, or holds another control character.</exception>
    public SignedNote(string text, IReadOnlyList<NoteSignature> signatures)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (!text.EndsWith('\n'))
            throw new RecordException("a note's text ends in a newline");
        if (text.Any(c => c < ' ' && c != '\n'))
            throw new RecordException("a note's text holds a control character");
        Text = text;
        Signatures = signatures;
    }

    /// <summary>What is signed, with its final newline.</summary>
    public string Text { get; }

    /// <summary>The signatures as they stand, of known and unknown keys.</summary>
    public IReadOnlyList<NoteSignature> Signatures { get; }

    /// <summary>Reads a note.</summary>
    /// <exception cref="RecordException">It is no signed note; the message says why.</exception>
    public static SignedNote Parse(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > MaximumLength)
            throw new RecordException($"a note of {bytes.Length} bytes is more than {MaximumLength}");
        string all;
        try
        {
            all = s_strict.GetString(bytes);
        }
        catch (DecoderFallbackException error)
        {
            throw new RecordException($"a note is UTF-8, and this is not at byte {error.Index}", error);
        }
        var split = all.LastIndexOf("\n\n", StringComparison.Ordinal);
        if (split < 0 || !all.EndsWith('\n'))
            throw new RecordException("no signed note: an empty line and signature lines are missing at the end");
        var lines = all[(split + 2)..].Split('\n')[..^1];
        if (lines.Length is 0 or > MaximumSignatures)
            throw new RecordException($"a note has 1 to {MaximumSignatures} signatures, not {lines.Length}");
        var signatures = new List<NoteSignature>(lines.Length);
        foreach (var line in lines)
            signatures.Add(NoteSignature.TryParse(line) ?? throw new RecordException($"no signature line of a note: \"{(line.Length > 60 ? line[..60] + "..." : line)}\""));
        return new(all[..(split + 1)], signatures);
    }

    /// <summary>Checks the signatures of the keys given, and leaves all others unread.</summary>
    /// <returns>A line for each key that signed; empty where none did. Duplicates of one key count once.</returns>
    /// <exception cref="RecordException">A signature of one of these keys is false: then nothing of the note is believed.</exception>
    public IReadOnlyList<VerifiedSignature> Verify(IEnumerable<NoteVerifier> verifiers)
    {
        ArgumentNullException.ThrowIfNull(verifiers);
        var verified = new List<VerifiedSignature>();
        foreach (var verifier in verifiers)
        {
            foreach (var signature in Signatures)
            {
                if (!verifier.Owns(signature))
                    continue;
                if (verifier.Verify(Text, signature) is not { } found)
                    throw new RecordException($"the signature of {verifier.Name} (key {verifier.KeyId:x8}) is false");
                if (!verified.Any(v => v.Verifier == verifier))
                    verified.Add(found);
            }
        }
        return verified;
    }

    /// <summary>The same text with one more signature; an earlier one of the same key is replaced.</summary>
    public SignedNote With(NoteSignature signature)
    {
        ArgumentNullException.ThrowIfNull(signature);
        return new(Text, [.. Signatures.Where(s => s.Name != signature.Name || s.KeyId != signature.KeyId), signature]);
    }

    /// <summary>The note as it is written.</summary>
    public override string ToString() => $"{Text}\n{string.Concat(Signatures.Select(s => s.ToLine() + "\n"))}";

    /// <summary>The bytes of the note as it is written.</summary>
    public byte[] ToBytes() => Encoding.UTF8.GetBytes(ToString());
}

using System.Text;

namespace Overflight.Record.Notes;

/// <summary>A public key that verifies notes. Its text is the vkey of C2SP signed-note: <c>name+id+base64(type, key)</c>.</summary>
public sealed class NoteVerifier : IEquatable<NoteVerifier>
{
    private readonly byte[] _key;

    internal NoteVerifier(string name, NoteAlgorithm algorithm, byte[] key)
    {
        (Name, Algorithm, _key) = (name, algorithm, key);
        KeyId = KeyName.IdOf(name, algorithm, key);
    }

    /// <summary>The key's name; a log's is its origin.</summary>
    public string Name { get; }

    /// <summary>The first four bytes of the hash of name, type and key.</summary>
    public uint KeyId { get; }

    /// <summary>What it verifies.</summary>
    public NoteAlgorithm Algorithm { get; }

    /// <summary>The key itself: 32 bytes (Ed25519) or 1,312 (ML-DSA-44).</summary>
    public ReadOnlySpan<byte> PublicKey => _key;

    /// <summary>Reads a vkey.</summary>
    /// <exception cref="RecordException">It is none; the message says why.</exception>
    public static NoteVerifier Parse(string vkey)
    {
        ArgumentNullException.ThrowIfNull(vkey);
        // The base64 may hold a plus, the name and the id cannot: split at the first two only.
        var parts = vkey.Split('+', 3);
        if (parts.Length != 3 || !KeyName.IsValid(parts[0]))
            throw new RecordException($"\"{vkey}\" is no vkey: that is NAME+ID+BASE64, as \"record init\" prints it");
        if (StrictBase64.Decode(parts[2]) is not { Length: > 1 } bytes)
            throw new RecordException($"the vkey of {parts[0]} does not end in base64");
        var algorithm = (NoteAlgorithm)bytes[0];
        if (KeyLengthOf(algorithm) is not { } length)
            throw new RecordException($"the vkey of {parts[0]} is of type 0x{bytes[0]:x2}; known are 0x01 (Ed25519), 0x04 (its cosignatures) and 0x06 (ML-DSA-44)");
        if (bytes.Length != 1 + length)
            throw new RecordException($"the vkey of {parts[0]} has {bytes.Length - 1} bytes of key, not {length}");
        var verifier = new NoteVerifier(parts[0], algorithm, bytes[1..]);
        if (parts[1] != $"{verifier.KeyId:x8}")
            throw new RecordException($"the vkey of {parts[0]} has id {parts[1]}, but its key has {verifier.KeyId:x8}: it was copied wrongly");
        if (!SignatureScheme.Of(algorithm).IsKey(verifier._key))
            throw new RecordException($"the vkey of {parts[0]} holds no public key");
        return verifier;
    }

    /// <summary>Whether a signature line says that it is this key's.</summary>
    public bool Owns(NoteSignature signature)
    {
        ArgumentNullException.ThrowIfNull(signature);
        return signature.KeyId == KeyId && signature.Name == Name;
    }

    /// <summary>Checks a signature line over a note's text; null where it is false, or another key's.</summary>
    public VerifiedSignature? Verify(string text, NoteSignature signature)
    {
        ArgumentNullException.ThrowIfNull(signature);
        if (!Owns(signature))
            return null;
        if (Algorithm == NoteAlgorithm.Ed25519)
        {
            return SignatureScheme.Of(Algorithm).Verify(_key, Encoding.UTF8.GetBytes(text), signature.Bytes.Span)
                ? new(this, signature, null)
                : null;
        }
        return Cosignature.Verify(this, text, signature) is { } time ? new(this, signature, time) : null;
    }

    /// <summary>Whether both are the same key by bytes, whatever their names and types: tlog-policy calls these duplicates.</summary>
    public bool HasSameKey(NoteVerifier other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return PublicKey.SequenceEqual(other.PublicKey);
    }

    /// <inheritdoc/>
    public bool Equals(NoteVerifier? other) => other is not null && other.Name == Name && other.Algorithm == Algorithm && HasSameKey(other);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as NoteVerifier);

    /// <inheritdoc/>
    public override int GetHashCode() => (int)KeyId;

    /// <summary>The vkey.</summary>
    public override string ToString() => $"{Name}+{KeyId:x8}+{Convert.ToBase64String([(byte)Algorithm, .. _key])}";

    private static int? KeyLengthOf(NoteAlgorithm algorithm) => algorithm switch
    {
        NoteAlgorithm.Ed25519 or NoteAlgorithm.Ed25519Cosignature => 32,
        NoteAlgorithm.MlDsa44Cosignature => 1_312,
        _ => null,
    };
}

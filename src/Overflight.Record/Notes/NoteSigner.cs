using System.Security.Cryptography;
using System.Text;

namespace Overflight.Record.Notes;

/// <summary>
/// A private key that signs notes. Its text has the form of Go's sumdb/note: <c>PRIVATE+KEY+name+id+base64(type, seed)</c>;
/// keep it secret.
/// </summary>
public sealed class NoteSigner : IDisposable
{
    private const string Prefix = "PRIVATE+KEY+";
    private const int SeedLength = 32;

    private readonly byte[] _seed;

    private NoteSigner(string name, NoteAlgorithm algorithm, byte[] seed)
    {
        _seed = seed;
        Verifier = new(name, algorithm, SignatureScheme.Of(algorithm).PublicKeyOf(seed));
    }

    /// <summary>The public key.</summary>
    public NoteVerifier Verifier { get; }

    /// <summary>Makes a key.</summary>
    /// <exception cref="RecordException">The name is no key's name.</exception>
    public static NoteSigner Create(string name, NoteAlgorithm algorithm)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (!KeyName.IsValid(name))
            throw new RecordException($"\"{name}\" cannot name a key: give a name without spaces and plus, such as example.org/log");
        if (algorithm is not (NoteAlgorithm.Ed25519 or NoteAlgorithm.Ed25519Cosignature or NoteAlgorithm.MlDsa44Cosignature))
            throw new ArgumentOutOfRangeException(nameof(algorithm));
        return new(name, algorithm, RandomNumberGenerator.GetBytes(SeedLength));
    }

    /// <summary>Reads a key's text.</summary>
    /// <exception cref="RecordException">It is none; the message holds nothing of it.</exception>
    public static NoteSigner Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var parts = text.StartsWith(Prefix, StringComparison.Ordinal) ? text[Prefix.Length..].Split('+', 3) : [];
        if (parts.Length != 3 || !KeyName.IsValid(parts[0]) || StrictBase64.Decode(parts[2]) is not { Length: 1 + SeedLength } bytes
            || (NoteAlgorithm)bytes[0] is not (NoteAlgorithm.Ed25519 or NoteAlgorithm.Ed25519Cosignature or NoteAlgorithm.MlDsa44Cosignature))
            throw new RecordException("no private key of a note: that is PRIVATE+KEY+NAME+ID+BASE64");
        var signer = new NoteSigner(parts[0], (NoteAlgorithm)bytes[0], bytes[1..]);
        CryptographicOperations.ZeroMemory(bytes);
        return parts[1] == $"{signer.Verifier.KeyId:x8}" ? signer : throw new RecordException($"the private key of {parts[0]} is damaged: its id is not that of its key");
    }

    /// <summary>Signs a note's text.</summary>
    /// <param name="text">The text with its final newline; a checkpoint where the key is a witness's.</param>
    /// <param name="time">When; only cosignatures state it.</param>
    public NoteSignature Sign(string text, DateTimeOffset time)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new(Verifier.Name, Verifier.KeyId, Verifier.Algorithm == NoteAlgorithm.Ed25519
            ? SignatureScheme.Of(Verifier.Algorithm).Sign(_seed, Encoding.UTF8.GetBytes(text))
            : Cosignature.Sign(Verifier.Algorithm, Verifier.Name, _seed, text, time));
    }

    /// <summary>The key's text: secret.</summary>
    internal string ToPrivateText() =>
        $"{Prefix}{Verifier.Name}+{Verifier.KeyId:x8}+{Convert.ToBase64String([(byte)Verifier.Algorithm, .. _seed])}";

    /// <summary>Wipes the key from memory.</summary>
    public void Dispose() => CryptographicOperations.ZeroMemory(_seed);
}

using Overflight.Record.Merkle;
using Overflight.Record.Notes;

namespace Overflight.Record.Storage;

/// <summary>A log's private key, and what was last signed with it.</summary>
public sealed class LogKey : IDisposable
{
    private readonly HeadMemory _heads;
    private readonly NoteSigner _signer;

    private LogKey(string path, NoteSigner signer) => (Path, _signer, _heads) = (path, signer, new HeadMemory(path));

    /// <summary>Where the key file is.</summary>
    public string Path { get; }

    /// <summary>The public key.</summary>
    public NoteVerifier Verifier => _signer.Verifier;

    /// <summary>Reads a key file; nothing but its owner may be able to.</summary>
    /// <exception cref="RecordException">There is none, others can read it, or it is a witness's.</exception>
    public static LogKey Load(string path)
    {
        var signer = KeyFile.Load(path);
        if (signer.Verifier.Algorithm == NoteAlgorithm.Ed25519)
            return new(path, signer);
        signer.Dispose();
        throw new RecordException($"{path}: is a witness's key; a log signs with its own");
    }

    /// <summary>Reads a key file, or makes one with that name where there is none.</summary>
    public static LogKey LoadOrCreate(string path, string name)
    {
        if (!File.Exists(path))
        {
            using var signer = NoteSigner.Create(name, NoteAlgorithm.Ed25519);
            KeyFile.Save(path, signer);
        }
        return Load(path);
    }

    /// <summary>Signs a head after it is remembered; refuses one that does not contain the last one.</summary>
    internal NoteSignature Sign(Checkpoint head, Func<long, MerkleHash> rootAt, DateTimeOffset time)
    {
        _heads.Advance(head, rootAt);
        return _signer.Sign(head.ToText(), time);
    }

    /// <summary>Wipes the key from memory.</summary>
    public void Dispose() => _signer.Dispose();
}

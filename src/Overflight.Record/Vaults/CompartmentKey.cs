using System.Security.Cryptography;
using System.Text;
using NSec.Cryptography;
using Overflight.Record.Merkle;
using Overflight.Record.Notes;

namespace Overflight.Record.Vaults;

/// <summary>
/// The key of a vault's compartment: who holds it reads what is sealed there. Values are encrypted with XChaCha20-Poly1305, bound
/// to origin, compartment and leaf.
/// </summary>
public sealed class CompartmentKey : IDisposable
{
    private const string Schema = "overflight/vault-key/1";
    private const int KeyLength = 32;
    private const int NonceLength = 24;

    private static readonly AeadAlgorithm s_algorithm = AeadAlgorithm.XChaCha20Poly1305;

    private readonly Key _key;

    private CompartmentKey(string path, string origin, string compartment, byte[] key)
    {
        (Path, Origin, Compartment, Id) = (path, origin, compartment, IdOf(origin, compartment, key));
        _key = Key.Import(s_algorithm, key, KeyBlobFormat.RawSymmetricKey);
    }

    /// <summary>Where the key file is.</summary>
    public string Path { get; }

    /// <summary>The log's origin.</summary>
    public string Origin { get; }

    /// <summary>The compartment's name.</summary>
    public string Compartment { get; }

    /// <summary>Eight hexadecimal digits that tell this key from others; public.</summary>
    public string Id { get; }

    /// <summary>Bytes that encryption adds.</summary>
    internal static int Overhead => NonceLength + s_algorithm.TagSize;

    /// <summary>Makes a key and writes it into a new file, readable by its owner only.</summary>
    /// <exception cref="RecordException">The file is there already, or the names are none.</exception>
    public static CompartmentKey Create(string path, string origin, string compartment)
    {
        if (!KeyName.IsValid(origin) || !VaultSettings.IsCompartment(compartment))
            throw new RecordException("a compartment's key names the log's origin, and a compartment of small letters, digits and hyphens");
        var key = RandomNumberGenerator.GetBytes(KeyLength);
        try
        {
            KeyFile.WriteSecret(path, $"{Schema} {origin} {compartment} {IdOf(origin, compartment, key)} {Convert.ToBase64String(key)}");
            return new(path, origin, compartment, key);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(key);
        }
    }

    /// <summary>Reads a key file; nothing but its owner may be able to.</summary>
    /// <exception cref="RecordException">There is none, others can read it, or it is damaged; the message holds nothing of it.</exception>
    public static CompartmentKey Load(string path)
    {
        try
        {
            KeyFile.RefuseIfOpenToOthers(path);
            return Parse(path, File.ReadAllText(path).Trim());
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new RecordException($"{path}: there is no such key of a compartment", error);
        }
        catch (RecordException error)
        {
            throw new RecordException(path, error.Message, error);
        }
    }

    /// <summary>Wipes the key from memory.</summary>
    public void Dispose() => _key.Dispose();

    /// <summary>Encrypts what belongs to a leaf: nonce, then ciphertext.</summary>
    internal byte[] Encrypt(MerkleHash leaf, ReadOnlySpan<byte> plain)
    {
        var sealedBytes = new byte[Overhead + plain.Length];
        var nonce = sealedBytes.AsSpan(0, NonceLength);
        RandomNumberGenerator.Fill(nonce);
        s_algorithm.Encrypt(_key, nonce, BoundTo(leaf), plain, sealedBytes.AsSpan(NonceLength));
        return sealedBytes;
    }

    /// <summary>Decrypts what belongs to a leaf; null where it was changed, or is another key's or leaf's.</summary>
    internal byte[]? Decrypt(MerkleHash leaf, ReadOnlySpan<byte> sealedBytes) => sealedBytes.Length < Overhead
        ? null
        : s_algorithm.Decrypt(_key, sealedBytes[..NonceLength], BoundTo(leaf), sealedBytes[NonceLength..]);

    private static CompartmentKey Parse(string path, string text)
    {
        var parts = text.Split(' ');
        if (parts.Length != 5 || parts[0] != Schema || StrictBase64.Decode(parts[4]) is not { Length: KeyLength } key)
            throw new RecordException($"no key of a compartment: that is {Schema} ORIGIN COMPARTMENT ID BASE64");
        try
        {
            return IdOf(parts[1], parts[2], key) == parts[3] ? new(path, parts[1], parts[2], key) : throw new RecordException($"the key of compartment {parts[2]} is damaged: its id is not that of its bytes");
        }
        finally
        {
            CryptographicOperations.ZeroMemory(key);
        }
    }

    private static string IdOf(string origin, string compartment, byte[] key) =>
        Convert.ToHexStringLower(SHA256.HashData([.. Encoding.UTF8.GetBytes($"{Schema}\n{origin}\n{compartment}\n"), .. key]).AsSpan(0, 4));

    private byte[] BoundTo(MerkleHash leaf) => Encoding.UTF8.GetBytes($"overflight/vault/1\n{Origin}\n{Compartment}\n{leaf.ToBase64Url()}\n");
}

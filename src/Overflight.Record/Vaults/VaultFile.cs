using System.Security.Cryptography;
using System.Text;
using Overflight.Record.Leaves;
using Overflight.Record.Merkle;

namespace Overflight.Record.Vaults;

/// <summary>
/// What a vault keeps for a leaf: the disclosures of its sealed fields, encrypted. The bytes: <c>ofvault1\n</c>, nonce (24),
/// ciphertext and tag (16) of the disclosures' texts, each with a newline.
/// </summary>
internal static class VaultFile
{
    private static ReadOnlySpan<byte> Magic => "ofvault1\n"u8;

    public static byte[] Write(CompartmentKey key, MerkleHash leaf, IEnumerable<Disclosure> disclosures)
    {
        var plain = Encoding.ASCII.GetBytes(string.Concat(disclosures.Select(d => d.Text + "\n")));
        try
        {
            return [.. Magic, .. key.Encrypt(leaf, plain)];
        }
        finally
        {
            CryptographicOperations.ZeroMemory(plain);
        }
    }

    /// <exception cref="RecordException">It is damaged, or the key is another.</exception>
    public static IReadOnlyList<Disclosure> Read(CompartmentKey key, MerkleHash leaf, ReadOnlySpan<byte> bytes)
    {
        if (!bytes.StartsWith(Magic))
            throw new RecordException("is no file of a vault");
        var plain = key.Decrypt(leaf, bytes[Magic.Length..]) ?? throw new RecordException($"cannot be decrypted with the key {key.Id} of compartment {key.Compartment}: the file is damaged, or of another leaf or key");
        try
        {
            return [.. Encoding.ASCII.GetString(plain).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(Disclosure.Parse)];
        }
        finally
        {
            CryptographicOperations.ZeroMemory(plain);
        }
    }
}

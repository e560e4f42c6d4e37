using System.Security.Cryptography;
using System.Text;

namespace Overflight.Mavlink.Signing;

/// <summary>The secret that two ends of a link share: 32 bytes. It never shows itself as text.</summary>
public sealed class SigningKey : IDisposable
{
    /// <summary>Its size in bytes.</summary>
    public const int Size = 32;

    private readonly byte[] _secret;

    /// <summary>Takes a copy of the secret.</summary>
    /// <exception cref="ArgumentException">It is not of 32 bytes, or all zeros, which ends signing.</exception>
    public SigningKey(ReadOnlySpan<byte> secret)
    {
        if (secret.Length != Size)
            throw new ArgumentException($"a signing key has {Size} bytes, not {secret.Length}", nameof(secret));
        if (!secret.ContainsAnyExcept((byte)0))
            throw new ArgumentException("a signing key of zeros stands for no signing", nameof(secret));
        _secret = secret.ToArray();
    }

    internal ReadOnlySpan<byte> Secret => _secret;

    /// <summary>A key of chance.</summary>
    public static SigningKey Create() => new(RandomNumberGenerator.GetBytes(Size));

    /// <summary>The key that ground stations make of a passphrase: its SHA-256.</summary>
    public static SigningKey FromPassphrase(string passphrase) => new(SHA256.HashData(Encoding.UTF8.GetBytes(passphrase)));

    /// <inheritdoc/>
    public override string ToString() => "a signing key";

    /// <summary>Forgets the secret.</summary>
    public void Dispose() => CryptographicOperations.ZeroMemory(_secret);
}

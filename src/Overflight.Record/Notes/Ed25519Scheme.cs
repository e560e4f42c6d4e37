using NSec.Cryptography;

namespace Overflight.Record.Notes;

/// <summary>Ed25519 (RFC 8032) by libsodium.</summary>
internal sealed class Ed25519Scheme : SignatureScheme
{
    public override int SignatureLength => 64;

    public override bool IsKey(byte[] publicKey) => TryImport(publicKey) is not null;

    public override byte[] PublicKeyOf(byte[] seed)
    {
        using var key = Key.Import(SignatureAlgorithm.Ed25519, seed, KeyBlobFormat.RawPrivateKey);
        return key.PublicKey.Export(KeyBlobFormat.RawPublicKey);
    }

    public override byte[] Sign(byte[] seed, ReadOnlySpan<byte> message)
    {
        using var key = Key.Import(SignatureAlgorithm.Ed25519, seed, KeyBlobFormat.RawPrivateKey);
        return SignatureAlgorithm.Ed25519.Sign(key, message);
    }

    public override bool Verify(byte[] publicKey, ReadOnlySpan<byte> message, ReadOnlySpan<byte> signature) =>
        signature.Length == SignatureLength && TryImport(publicKey) is { } key && SignatureAlgorithm.Ed25519.Verify(key, message, signature);

    private static PublicKey? TryImport(byte[] bytes) =>
        PublicKey.TryImport(SignatureAlgorithm.Ed25519, bytes, KeyBlobFormat.RawPublicKey, out var key) ? key : null;
}

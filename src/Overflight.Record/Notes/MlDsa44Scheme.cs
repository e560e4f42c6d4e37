using Org.BouncyCastle.Crypto.Parameters;
using Org.BouncyCastle.Crypto.Signers;

namespace Overflight.Record.Notes;

/// <summary>ML-DSA-44 (FIPS 204) by Bouncy Castle, as the runtime's own needs a newer OpenSSL than Debian has. Signs deterministically.</summary>
internal sealed class MlDsa44Scheme : SignatureScheme
{
    public override int SignatureLength => 2_420;

    public override bool IsKey(byte[] publicKey) => TryImport(publicKey) is not null;

    public override byte[] PublicKeyOf(byte[] seed) => MLDsaPrivateKeyParameters.FromSeed(MLDsaParameters.ml_dsa_44, seed).GetPublicKeyEncoded();

    public override byte[] Sign(byte[] seed, ReadOnlySpan<byte> message)
    {
        var signer = new MLDsaSigner(MLDsaParameters.ml_dsa_44, deterministic: true);
        signer.Init(true, MLDsaPrivateKeyParameters.FromSeed(MLDsaParameters.ml_dsa_44, seed));
        signer.BlockUpdate(message);
        return signer.GenerateSignature();
    }

    public override bool Verify(byte[] publicKey, ReadOnlySpan<byte> message, ReadOnlySpan<byte> signature)
    {
        if (signature.Length != SignatureLength || TryImport(publicKey) is not { } key)
            return false;
        var signer = new MLDsaSigner(MLDsaParameters.ml_dsa_44, deterministic: true);
        signer.Init(false, key);
        signer.BlockUpdate(message);
        return signer.VerifySignature(signature.ToArray());
    }

    private static MLDsaPublicKeyParameters? TryImport(byte[] bytes)
    {
        try
        {
            return MLDsaPublicKeyParameters.FromEncoding(MLDsaParameters.ml_dsa_44, bytes);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}

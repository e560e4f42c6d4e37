namespace Overflight.Record.Notes;

/// <summary>A way of signing, apart from what is signed.</summary>
internal abstract class SignatureScheme
{
    private static readonly Ed25519Scheme s_ed25519 = new();
    private static readonly MlDsa44Scheme s_mlDsa44 = new();

    public static SignatureScheme Of(NoteAlgorithm algorithm) => algorithm == NoteAlgorithm.MlDsa44Cosignature ? s_mlDsa44 : s_ed25519;

    /// <summary>Bytes of a signature.</summary>
    public abstract int SignatureLength { get; }

    public abstract bool IsKey(byte[] publicKey);

    public abstract byte[] PublicKeyOf(byte[] seed);

    public abstract byte[] Sign(byte[] seed, ReadOnlySpan<byte> message);

    public abstract bool Verify(byte[] publicKey, ReadOnlySpan<byte> message, ReadOnlySpan<byte> signature);
}

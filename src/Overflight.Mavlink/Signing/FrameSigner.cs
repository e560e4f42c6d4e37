using System.Security.Cryptography;
using Overflight.Mavlink.Framing;

namespace Overflight.Mavlink.Signing;

/// <summary>Signs frames (MAVLink guide, "Message Signing").</summary>
/// <param name="key">The shared secret.</param>
/// <param name="clock">Gives the timestamps; one clock for all links of a key.</param>
/// <param name="linkId">Number of this link among those of the sender.</param>
public sealed class FrameSigner(SigningKey key, SigningClock clock, byte linkId)
{
    internal const int HashLength = 6;

    /// <summary>Writes the signature of a frame.</summary>
    /// <param name="frame">The frame, from its magic byte to its check value.</param>
    /// <param name="signature">Room for link id, timestamp and hash: 13 bytes.</param>
    public void Sign(ReadOnlySpan<byte> frame, Span<byte> signature)
    {
        var timestamp = clock.Next();
        signature[0] = linkId;
        for (var i = 0; i < 6; i++)
            signature[1 + i] = (byte)(timestamp >> 8 * i);
        Hash(key, frame, signature[..^HashLength], signature[^HashLength..]);
    }

    /// <summary>The first 48 bits of SHA-256 over key, frame, link id and timestamp.</summary>
    internal static void Hash(SigningKey key, ReadOnlySpan<byte> frame, ReadOnlySpan<byte> linkAndTime, Span<byte> hash)
    {
        Span<byte> all = stackalloc byte[SigningKey.Size + FrameLayout.Longest];
        key.Secret.CopyTo(all);
        frame.CopyTo(all[SigningKey.Size..]);
        linkAndTime.CopyTo(all[(SigningKey.Size + frame.Length)..]);
        Span<byte> whole = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(all[..(SigningKey.Size + frame.Length + linkAndTime.Length)], whole);
        whole[..HashLength].CopyTo(hash);
        CryptographicOperations.ZeroMemory(all[..SigningKey.Size]);
    }
}

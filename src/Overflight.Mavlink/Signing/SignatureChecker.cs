using System.Security.Cryptography;
using Overflight.Mavlink.Framing;

namespace Overflight.Mavlink.Signing;

/// <summary>Checks signatures, and that none comes twice (MAVLink guide, "Message Signing", "Accepting Signed Packets").</summary>
/// <remarks>A stream is what one system and component send over one link id. Not safe for several threads.</remarks>
/// <param name="key">The shared secret.</param>
/// <param name="clock">Tells how late it is; it follows the timestamps that were found true.</param>
public sealed class SignatureChecker(SigningKey key, SigningClock clock)
{
    /// <summary>Streams watched at most.</summary>
    public const int MostStreams = 1024;

    /// <summary>How far behind the first timestamp of a stream may be: one minute.</summary>
    private const ulong FirstBehind = 60 * SigningClock.PerSecond;

    private readonly Dictionary<int, ulong> _last = [];

    /// <summary>Checks a frame; a true one is taken note of.</summary>
    public SignatureVerdict Check(FrameView frame)
    {
        if (!frame.IsSigned)
            return SignatureVerdict.Missing;
        var signature = frame.Signature;
        Span<byte> hash = stackalloc byte[FrameSigner.HashLength];
        FrameSigner.Hash(key, frame.Bytes[..^FrameLayout.Signature], signature[..^FrameSigner.HashLength], hash);
        if (!CryptographicOperations.FixedTimeEquals(hash, signature[^FrameSigner.HashLength..]))
            return SignatureVerdict.Wrong;

        var timestamp = frame.SignedTimestamp;
        var stream = frame.SystemId << 16 | frame.ComponentId << 8 | frame.SignedLinkId;
        if (_last.TryGetValue(stream, out var last))
        {
            if (timestamp <= last)
                return SignatureVerdict.Replayed;
        }
        else if (timestamp + FirstBehind < clock.Now)
        {
            return SignatureVerdict.TooOld;
        }
        else if (_last.Count == MostStreams)
        {
            return SignatureVerdict.TooManyStreams;
        }
        _last[stream] = timestamp;
        clock.Saw(timestamp);
        return SignatureVerdict.Valid;
    }
}

using System.Buffers.Binary;
using Overflight.Mavlink.Messages;
using Overflight.Mavlink.Signing;

namespace Overflight.Mavlink.Framing;

/// <summary>Writes frames of MAVLink 2.</summary>
public static class FrameWriter
{
    /// <summary>Bytes that the longest frame needs.</summary>
    public const int LongestFrame = FrameLayout.Longest;

    /// <summary>Writes a message as a frame.</summary>
    /// <param name="message">The message.</param>
    /// <param name="sequence">The sender's number of it.</param>
    /// <param name="systemId">System that sends it, 1 to 255.</param>
    /// <param name="componentId">Component that sends it, 1 to 255.</param>
    /// <param name="signer">Signs it; null: no signature.</param>
    /// <param name="frame">Room for it, <see cref="LongestFrame"/> bytes.</param>
    /// <returns>Its length in bytes.</returns>
    /// <exception cref="ArgumentException">An array of the message is longer than its field, or there is no room.</exception>
    public static int Write<T>(in T message, byte sequence, byte systemId, byte componentId, FrameSigner? signer, Span<byte> frame) where T : struct, IMavlinkMessage<T>
    {
        var info = T.Info;
        Span<byte> payload = stackalloc byte[PayloadBytes.MaximumLength];
        payload = payload[..info.Length];
        message.Write(payload);
        payload = payload[..PayloadBytes.TrimmedLength(payload)];

        frame[0] = FrameLayout.Magic2;
        frame[1] = (byte)payload.Length;
        frame[2] = signer is null ? (byte)0 : FrameLayout.SignedFlag;
        frame[3] = 0;
        frame[4] = sequence;
        frame[5] = systemId;
        frame[6] = componentId;
        frame[7] = (byte)info.Id;
        frame[8] = (byte)(info.Id >> 8);
        frame[9] = (byte)(info.Id >> 16);
        payload.CopyTo(frame[FrameLayout.Header2..]);
        var end = FrameLayout.Header2 + payload.Length;
        BinaryPrimitives.WriteUInt16LittleEndian(frame[end..], Crc.Of(frame[1..end], info.CrcExtra));
        end += FrameLayout.Checksum;
        if (signer is null)
            return end;
        signer.Sign(frame[..end], frame.Slice(end, FrameLayout.Signature));
        return end + FrameLayout.Signature;
    }
}

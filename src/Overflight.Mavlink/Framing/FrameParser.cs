using System.Buffers.Binary;
using Overflight.Mavlink.Messages;

namespace Overflight.Mavlink.Framing;

/// <summary>Finds frames of MAVLink 2, and of 1 if wanted, in bytes that come in pieces of any size, junk between them.</summary>
/// <remarks>
/// It keeps no more than one frame's length. After a false beginning the search goes on at the next byte, so that a frame
/// behind a broken one is found. A message that is not known has no check value that could tell it from chance: a stream is
/// searched on inside it too, so that no false frame can hide true ones for long. Not safe for several threads.
/// </remarks>
/// <param name="handler">Is handed each frame.</param>
/// <param name="acceptVersion1">Whether frames of MAVLink 1 are read, or passed over and counted.</param>
public sealed class FrameParser(FrameHandler handler, bool acceptVersion1 = true)
{
    private readonly byte[] _kept = new byte[2 * FrameLayout.Longest + 1];
    private int _keptLength;

    /// <summary>What was found so far.</summary>
    public FrameCounts Counts { get; } = new();

    /// <summary>Reads the next bytes of a stream.</summary>
    public void Push(ReadOnlySpan<byte> bytes)
    {
        Counts.Bytes += bytes.Length;
        if (_keptLength > 0)
        {
            // What was kept is joined with as much as surely ends the frame that it begins, or shows that it begins none.
            var taken = Math.Min(bytes.Length, FrameLayout.Longest + 1);
            bytes[..taken].CopyTo(_kept.AsSpan(_keptLength));
            var joined = _kept.AsSpan(0, _keptLength + taken);
            var used = Scan(joined, isLast: false);
            if (used < _keptLength)
            {
                Keep(joined[used..]);
                return;
            }
            bytes = bytes[(used - _keptLength)..];
            _keptLength = 0;
        }
        if (!bytes.IsEmpty)
            Keep(bytes[Scan(bytes, isLast: false)..]);
    }

    /// <summary>Reads a datagram: no frame goes beyond it.</summary>
    public void PushDatagram(ReadOnlySpan<byte> bytes)
    {
        Counts.Bytes += bytes.Length;
        Scan(bytes, isLast: true);
    }

    private void Keep(ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(_kept);
        _keptLength = bytes.Length;
    }

    /// <returns>How many bytes are done with; the rest begins a frame.</returns>
    private int Scan(ReadOnlySpan<byte> bytes, bool isLast)
    {
        var at = 0;
        while (at < bytes.Length)
        {
            var junk = bytes[at..].IndexOfAny(FrameLayout.Magic2, FrameLayout.Magic1);
            if (junk != 0)
            {
                junk = junk < 0 ? bytes.Length - at : junk;
                Counts.Junk += junk;
                at += junk;
                continue;
            }
            var length = LengthOf(bytes[at..]);
            var left = bytes.Length - at;
            // A message that is not known is told from chance by the byte behind it, which may be yet to come.
            if (!isLast && (length > left || length == left && MessageOf(bytes[at..]) is null))
                return at;
            if (length <= left && TryRead(bytes.Slice(at, length), bytes[(at + length)..], isDatagram: isLast))
            {
                at += length;
                continue;
            }
            Counts.Junk++;
            at++;
        }
        return at;
    }

    // Where the header is cut short, more than there is.
    private static int LengthOf(ReadOnlySpan<byte> bytes)
    {
        var isVersion1 = bytes[0] == FrameLayout.Magic1;
        var header = isVersion1 ? FrameLayout.Header1 : FrameLayout.Header2;
        if (bytes.Length < header)
            return FrameLayout.Longest;
        return header + bytes[1] + FrameLayout.Checksum + (!isVersion1 && (bytes[2] & FrameLayout.SignedFlag) != 0 ? FrameLayout.Signature : 0);
    }

    private static MessageInfo? MessageOf(ReadOnlySpan<byte> bytes) =>
        MessageTable.Find(bytes[0] == FrameLayout.Magic1 ? bytes[5] : (uint)(bytes[7] | bytes[8] << 8 | bytes[9] << 16));

    /// <returns>Whether the bytes are a frame, handed on or rightly dropped.</returns>
    private bool TryRead(ReadOnlySpan<byte> bytes, ReadOnlySpan<byte> behind, bool isDatagram)
    {
        var isVersion1 = bytes[0] == FrameLayout.Magic1;
        if (MessageOf(bytes) is not { } info)
        {
            if (!behind.IsEmpty && behind[0] is not (FrameLayout.Magic1 or FrameLayout.Magic2))
                return false;
            Counts.UnknownMessage++;
            return isDatagram;
        }
        var end = (isVersion1 ? FrameLayout.Header1 : FrameLayout.Header2) + bytes[1];
        if (Crc.Of(bytes[1..end], info.CrcExtra) != BinaryPrimitives.ReadUInt16LittleEndian(bytes[end..]))
        {
            Counts.BadChecksum++;
            return false;
        }
        if (!isVersion1 && (bytes[2] & ~FrameLayout.SignedFlag) != 0)
        {
            Counts.Incompatible++;
            return true;
        }
        if (isVersion1)
            Counts.Version1++;
        if (isVersion1 && !acceptVersion1)
            return true;
        Counts.Frames++;
        handler(new(bytes, info));
        return true;
    }
}

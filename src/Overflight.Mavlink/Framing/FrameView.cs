using System.Buffers.Binary;
using Overflight.Mavlink.Messages;

namespace Overflight.Mavlink.Framing;

/// <summary>A frame where it lies in a buffer, its check value found right. Its bytes hold only until the next ones are read.</summary>
public readonly ref struct FrameView
{
    internal FrameView(ReadOnlySpan<byte> bytes, MessageInfo info)
    {
        Bytes = bytes;
        Info = info;
    }

    /// <summary>All its bytes, from its magic byte to its signature.</summary>
    public ReadOnlySpan<byte> Bytes { get; }

    /// <summary>Its message.</summary>
    public MessageInfo Info { get; }

    /// <summary>Whether it is of MAVLink 1.</summary>
    public bool IsVersion1 => Bytes[0] == FrameLayout.Magic1;

    /// <summary>Number that its sender counts up, for losses to be seen.</summary>
    public byte Sequence => Bytes[IsVersion1 ? 2 : 4];

    /// <summary>System that sent it.</summary>
    public byte SystemId => Bytes[IsVersion1 ? 3 : 5];

    /// <summary>Component that sent it.</summary>
    public byte ComponentId => Bytes[IsVersion1 ? 4 : 6];

    /// <summary>The payload, zeros left away.</summary>
    public ReadOnlySpan<byte> Payload => Bytes.Slice(IsVersion1 ? FrameLayout.Header1 : FrameLayout.Header2, Bytes[1]);

    /// <summary>Whether it has a signature; nothing is said of its truth.</summary>
    public bool IsSigned => !IsVersion1 && (Bytes[2] & FrameLayout.SignedFlag) != 0;

    /// <summary>The link id, timestamp and hash of its signature; empty if it has none.</summary>
    public ReadOnlySpan<byte> Signature => IsSigned ? Bytes[^FrameLayout.Signature..] : default;

    /// <summary>The link id of its signature.</summary>
    public byte SignedLinkId => Signature[0];

    /// <summary>The timestamp of its signature: 10 µs since 2015-01-01 UTC.</summary>
    public ulong SignedTimestamp => BinaryPrimitives.ReadUInt32LittleEndian(Signature[1..]) | (ulong)BinaryPrimitives.ReadUInt16LittleEndian(Signature[5..]) << 32;

    /// <summary>Reads the message.</summary>
    /// <exception cref="InvalidOperationException">The frame is of another message.</exception>
    public T Read<T>() where T : struct, IMavlinkMessage<T> =>
        Info == T.Info ? T.Read(Payload) : throw new InvalidOperationException($"a frame of {Info} is not one of {T.Info}");
}

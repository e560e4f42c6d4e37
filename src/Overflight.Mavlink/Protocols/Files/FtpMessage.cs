using System.Buffers.Binary;

namespace Overflight.Mavlink.Protocols.Files;

/// <summary>A request or answer of MAVLink FTP, as the payload of FILE_TRANSFER_PROTOCOL carries it.</summary>
/// <param name="Sequence">Number of the request; its answer has the next one.</param>
/// <param name="Session">Session that a file is open in.</param>
/// <param name="Code">What is asked, or how it went.</param>
/// <param name="Size">Bytes of data, or bytes wanted.</param>
/// <param name="Request">What an answer answers.</param>
/// <param name="Offset">First byte of a file, or first entry of a folder.</param>
/// <param name="Data">The data.</param>
internal sealed record FtpMessage(ushort Sequence, byte Session, FtpCode Code, byte Size, FtpCode Request, uint Offset, byte[] Data)
{
    public const int MostData = 239;

    private const int Header = 12;

    public static FtpMessage? Read(ReadOnlySpan<byte> payload)
    {
        if (payload.Length < Header)
            return null;
        var size = payload[4];
        // A request to read says how much it wants where others say how much they bring.
        var held = Math.Min(size, payload.Length - Header);
        return new(BinaryPrimitives.ReadUInt16LittleEndian(payload), payload[2], (FtpCode)payload[3], size, (FtpCode)payload[5],
            BinaryPrimitives.ReadUInt32LittleEndian(payload[8..]), payload.Slice(Header, held).ToArray());
    }

    public byte[] Write()
    {
        var payload = new byte[Header + Data.Length];
        BinaryPrimitives.WriteUInt16LittleEndian(payload, Sequence);
        payload[2] = Session;
        payload[3] = (byte)Code;
        payload[4] = Size;
        payload[5] = (byte)Request;
        BinaryPrimitives.WriteUInt32LittleEndian(payload.AsSpan(8), Offset);
        Data.CopyTo(payload.AsSpan(Header));
        return payload;
    }
}

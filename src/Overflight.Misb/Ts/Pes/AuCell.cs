using System.Buffers.Binary;

namespace Overflight.Misb.Ts;

/// <summary>
/// The header of a metadata access unit cell (ISO/IEC 13818-1, 2.12.4.2).
/// <code>
/// 0    metadata_service_id
/// 1    sequence_number
/// 2    cell_fragment_indication(2), decoder_config_flag, random_access_indicator, reserved(4)
/// 3-4  AU_cell_data_length
/// </code>
/// </summary>
internal readonly record struct AuCell(byte ServiceId, byte SequenceNumber, byte Flags, int Length)
{
    public const int HeaderBytes = 5;

    /// <summary>A whole access unit that can be understood by itself, all reserved bits 1.</summary>
    public const byte WholeUnit = 0xDF;

    private const int First = 2;
    private const int Last = 1;

    public bool IsFirst => (Flags >> 6 & First) != 0;

    public bool IsLast => (Flags >> 6 & Last) != 0;

    /// <summary>Reads a header of at least five bytes.</summary>
    public static AuCell Read(ReadOnlySpan<byte> bytes) => new(bytes[0], bytes[1], bytes[2], BinaryPrimitives.ReadUInt16BigEndian(bytes[3..]));

    /// <summary>The flags of one of the cells that an access unit is divided into.</summary>
    public static byte FlagsOf(bool isFirst, bool isLast) => (byte)((isFirst ? First << 6 : 0) | (isLast ? Last << 6 : 0) | (isFirst ? 0x1F : 0x0F));

    public void Write(Span<byte> bytes)
    {
        (bytes[0], bytes[1], bytes[2]) = (ServiceId, SequenceNumber, Flags);
        BinaryPrimitives.WriteUInt16BigEndian(bytes[3..], (ushort)Length);
    }
}

namespace Overflight.Misb.Ts;

/// <summary>
/// A section of a program association or map table (ISO/IEC 13818-1, 2.4.4.4 and 2.4.4.9), its CRC checked.
/// <code>
/// 0    table_id
/// 1-2  section_syntax_indicator, '0', reserved(2), section_length(12): bytes after this field
/// 3-4  transport_stream_id or program_number
/// 5    reserved(2), version(5), current_next_indicator
/// 6    section_number
/// 7    last_section_number
/// 8-   content, CRC-32
/// </code>
/// </summary>
internal readonly ref struct Section(ReadOnlySpan<byte> bytes, long offset)
{
    public const int HeaderBytes = 8;
    public const int CrcBytes = 4;

    /// <summary>The most bytes after the length field in tables of ISO/IEC 13818-1.</summary>
    public const int MostLength = 1021;

    public ReadOnlySpan<byte> Bytes { get; } = bytes;

    public long Offset { get; } = offset;

    public byte TableId => Bytes[0];

    public int Extension => Bytes[3] << 8 | Bytes[4];

    public int Version => Bytes[5] >> 1 & 31;

    public bool IsCurrent => (Bytes[5] & 1) == 1;

    public int Number => Bytes[6];

    public int LastNumber => Bytes[7];

    public ReadOnlySpan<byte> Content => Bytes[HeaderBytes..^CrcBytes];
}

namespace Overflight.Misb.Ts;

/// <summary>
/// The header of a PES packet (ISO/IEC 13818-1, 2.4.3.6).
/// <code>
/// 0-2  packet_start_code_prefix 00 00 01
/// 3    stream_id
/// 4-5  PES_packet_length: bytes after this field; 0 = not stated (video only)
/// 6    '10', scrambling(2), priority, data_alignment, copyright, original
/// 7    PTS_DTS(2), ESCR, ES_rate, DSM_trick, additional_copy, CRC, extension
/// 8    PES_header_data_length
/// 9-   PTS(5) [DTS(5)] ...
/// </code>
/// </summary>
internal readonly record struct PesHeader(byte StreamId, int PayloadStart, long? Pts, long? Dts)
{
    public const int FixedBytes = 6;

    /// <summary>Reads a header.</summary>
    /// <param name="packet">The packet from its start code prefix on, of at least six bytes.</param>
    /// <param name="header">The header; where something is wrong, as much of it as could be read.</param>
    /// <returns>What is wrong with it, or null.</returns>
    public static string? Read(ReadOnlySpan<byte> packet, out PesHeader header)
    {
        var streamId = packet[3];
        header = new PesHeader(streamId, FixedBytes, null, null);
        if (!HasOptionalFields(streamId))
            return null;
        if (packet.Length < 9)
        {
            header = header with { PayloadStart = packet.Length };
            return "the PES header is cut short";
        }
        if ((packet[6] & 0xC0) != 0x80)
            return "the PES header does not begin with bits 10";
        var payload = 9 + packet[8];
        if (payload > packet.Length)
        {
            header = header with { PayloadStart = packet.Length };
            return "the PES header is longer than its packet";
        }
        header = header with { PayloadStart = payload };
        var flags = packet[7] >> 6;
        if (flags == 1)
            return "PTS_DTS_flags is 01, which is forbidden";
        if (flags == 0)
            return null;
        if (packet[8] < (flags == 3 ? 10 : 5))
            return "PES_header_data_length leaves no room for the times that the flags state";
        if (!Time(packet[9..], out var pts))
            return "a marker bit of the PTS is 0";
        header = header with { Pts = pts };
        if (flags == 2)
            return null;
        if (!Time(packet[14..], out var dts))
            return "a marker bit of the DTS is 0";
        header = header with { Dts = dts };
        return null;
    }

    private static bool Time(ReadOnlySpan<byte> field, out long ticks)
    {
        ticks = ((long)(field[0] >> 1 & 7) << 30) | ((long)field[1] << 22) | ((long)(field[2] >> 1) << 15) | ((long)field[3] << 7) | (long)(field[4] >> 1);
        return (field[0] & field[2] & field[4] & 1) == 1;
    }

    private static bool HasOptionalFields(byte streamId) => streamId is not (0xBC or 0xBE or 0xBF or 0xF0 or 0xF1 or 0xF2 or 0xF8 or 0xFF);
}

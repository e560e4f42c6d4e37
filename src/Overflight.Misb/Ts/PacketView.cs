namespace Overflight.Misb.Ts;

/// <summary>
/// A transport stream packet (ISO/IEC 13818-1, 2.4.3.2).
/// <code>
/// 0    sync_byte 0x47
/// 1-2  transport_error, payload_unit_start, priority, PID(13)
/// 3    scrambling(2), adaptation_field_control(2), continuity_counter(4)
/// 4-   adaptation field: length; flags: discontinuity, random_access, priority, PCR, OPCR, splice, private, extension; PCR(48) ...
/// </code>
/// </summary>
internal readonly ref struct PacketView
{
    public const int Bytes = 188;
    public const byte Sync = 0x47;
    private const int MostWithPayload = Bytes - 4 - 2;

    private PacketView(ReadOnlySpan<byte> packet, long offset, int payloadStart)
    {
        Offset = offset;
        PayloadOffset = offset + payloadStart;
        Payload = packet[payloadStart..];
        IsUnitStart = (packet[1] & 0x40) != 0;
        IsScrambled = packet[3] >= 0x40;
        Counter = packet[3] & 15;
    }

    /// <summary>Where the packet begins.</summary>
    public long Offset { get; }

    /// <summary>Where its payload begins.</summary>
    public long PayloadOffset { get; }

    public ReadOnlySpan<byte> Payload { get; }

    public bool IsUnitStart { get; }

    public bool IsScrambled { get; }

    public int Counter { get; }

    public bool IsDiscontinuity { get; private init; }

    public bool IsRandomAccess { get; private init; }

    /// <summary>The clock in ticks of 27 MHz; negative where the packet has none.</summary>
    public long ClockTicks { get; private init; }

    /// <summary>Reads a packet of 188 bytes.</summary>
    /// <returns>What is wrong with it, or null.</returns>
    public static string? Read(ReadOnlySpan<byte> packet, long offset, out PacketView view)
    {
        view = default;
        var control = packet[3] >> 4 & 3;
        if (control == 1)
        {
            view = new PacketView(packet, offset, 4) { ClockTicks = -1 };
            return null;
        }
        if (control == 0)
            return "adaptation_field_control is 00, which is reserved";
        var length = packet[4];
        if (length > (control == 3 ? MostWithPayload : MostWithPayload + 1))
            return "the adaptation field is longer than its packet";
        var flags = length == 0 ? 0 : packet[5];
        var hasClock = (flags & 0x10) != 0;
        view = new PacketView(packet, offset, control == 3 ? 5 + length : Bytes)
        {
            IsDiscontinuity = (flags & 0x80) != 0,
            IsRandomAccess = (flags & 0x40) != 0,
            ClockTicks = hasClock && length >= 7 ? Ticks(packet.Slice(6, 6)) : -1,
        };
        return hasClock && length < 7 ? "the adaptation field is too short for the clock that it states" : null;
    }

    // program_clock_reference_base(33) reserved(6) extension(9)
    private static long Ticks(ReadOnlySpan<byte> field)
    {
        var high = (long)field[0] << 25 | (long)field[1] << 17 | (long)field[2] << 9 | (long)field[3] << 1 | (long)field[4] >> 7;
        return high * 300 + ((field[4] & 1) << 8 | field[5]);
    }
}

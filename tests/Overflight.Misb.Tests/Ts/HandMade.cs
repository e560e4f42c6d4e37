namespace Overflight.Misb.Tests.Ts;

/// <summary>Makes transport streams bit by bit from the tables of ISO/IEC 13818-1, apart from the code under test.</summary>
internal sealed class HandMade
{
    private readonly List<byte> _bytes = [];
    private readonly int[] _counters = new int[8192];

    public byte[] Bytes => [.. _bytes];

    /// <summary>The metadata descriptor for KLVA.</summary>
    public static byte[] KlvMetadata => Convert.FromHexString("26090100FF4B4C5641000F");

    /// <summary>The registration descriptor KLVA.</summary>
    public static byte[] KlvRegistration => Convert.FromHexString("05044B4C5641");

    /// <summary>A KLV packet: a key, a length, and bytes counted up.</summary>
    public static byte[] KlvOf(int valueBytes, int seed = 0) =>
        [.. Convert.FromHexString("060E2B34020B01010E01030101000000"), 0x82, (byte)(valueBytes >> 8), (byte)valueBytes, .. Enumerable.Range(seed, valueBytes).Select(i => (byte)(7 * i))];

    public static byte[] Bits(params (int Count, long Value)[] fields)
    {
        var bits = string.Concat(fields.Select(f => f.Count == 0 ? "" : Convert.ToString(f.Value, 2).PadLeft(f.Count, '0')[^f.Count..]));
        return [.. Enumerable.Range(0, bits.Length / 8).Select(i => Convert.ToByte(bits.Substring(8 * i, 8), 2))];
    }

    public static byte[] PesPacket(byte streamId, byte[] payload, long? pts = null, long? dts = null, int? length = null)
    {
        byte[] times = [.. pts is { } p ? Time(dts is null ? 2 : 3, p) : [], .. dts is { } d ? Time(1, d) : []];
        return
        [
            .. Bits((24, 1), (8, streamId), (16, length ?? 3 + times.Length + payload.Length)),
            .. Bits((2, 2), (6, 0), (2, pts is null ? 0 : dts is null ? 2 : 3), (6, 0), (8, times.Length)), .. times, .. payload,
        ];
    }

    private static byte[] Time(int prefix, long ticks) => Bits((4, prefix), (3, ticks >> 30), (1, 1), (15, ticks >> 15), (1, 1), (15, ticks), (1, 1));

    public static byte[] Cell(int service, int sequence, int fragment, byte[] data, int? length = null) =>
        [.. Bits((8, service), (8, sequence), (2, fragment), (1, 0), (1, 1), (4, 15), (16, length ?? data.Length)), .. data];

    public static byte[] Section(int table, int extension, int version, byte[] content, int number = 0, int last = 0, bool isCurrent = true)
    {
        byte[] section =
        [
            .. Bits((8, table), (1, 1), (1, 0), (2, 3), (12, 5 + content.Length + 4), (16, extension), (2, 3), (5, version), (1, isCurrent ? 1 : 0), (8, number), (8, last)),
            .. content,
        ];
        return [.. section, .. Bits((32, Crc(section)))];
    }

    public static byte[] Programs(params (int Number, int Pid)[] programs) => [.. programs.SelectMany(p => Bits((16, p.Number), (3, 7), (13, p.Pid)))];

    public static byte[] Map(int clockPid, byte[] descriptors, params (int Type, int Pid, byte[] Descriptors)[] streams) =>
    [
        .. Bits((3, 7), (13, clockPid), (4, 15), (12, descriptors.Length)), .. descriptors,
        .. streams.SelectMany(s => (byte[])[.. Bits((8, s.Type), (3, 7), (13, s.Pid), (4, 15), (12, s.Descriptors.Length)), .. s.Descriptors]),
    ];

    /// <summary>The CRC by the shift register of annex A, bit by bit.</summary>
    public static uint Crc(byte[] bytes)
    {
        var register = 0xFFFF_FFFFu;
        foreach (var b in bytes)
            for (var bit = 7; bit >= 0; bit--)
            {
                var feedback = (register >> 31) ^ (uint)(b >> bit & 1);
                register <<= 1;
                if (feedback == 1)
                    register ^= 0b0000_0100_1100_0001_0001_1101_1011_0111;
            }
        return register;
    }

    /// <summary>One programme: video on 256, KLV on 257 as declared.</summary>
    public static HandMade WithKlv(int type, byte[] descriptors)
    {
        var made = new HandMade();
        made.Sections(0, Section(0, 1, 0, Programs((1, 4096))));
        made.Sections(4096, Section(2, 1, 0, Map(256, [], (0x1B, 256, []), (type, 257, descriptors))));
        return made;
    }

    /// <summary>A programme with so many asynchronous units, each in a packet of its own: <see cref="Klv"/> of 30 bytes from its index on.</summary>
    public static byte[] WithUnits(int units)
    {
        var made = WithKlv(0x06, KlvRegistration);
        for (var i = 0; i < units; i++)
            made.Packet(257, true, PesPacket(0xBD, KlvOf(30, i)));
        return made.Bytes;
    }

    /// <summary>A packet; filled up by an adaptation field where the payload is short.</summary>
    public void Packet(int pid, bool start, byte[] payload, long clock = -1, bool discontinuity = false, int? counter = null, int scrambling = 0, bool error = false, bool randomAccess = false)
    {
        var next = counter ?? _counters[pid];
        var hasField = clock >= 0 || discontinuity || randomAccess || payload.Length < 184;
        byte[] field = clock >= 0 ? Bits((33, clock / 300), (6, 63), (9, clock % 300)) : [];
        var left = 184 - payload.Length - field.Length - 2;
        byte[] adaptation = !hasField ? [] : left == -1 && field.Length == 0 ? [0] :
            [(byte)(1 + field.Length + left), .. Bits((1, discontinuity ? 1 : 0), (1, randomAccess ? 1 : 0), (1, 0), (1, clock >= 0 ? 1 : 0), (4, 0)), .. field, .. Enumerable.Repeat((byte)0xFF, left)];
        var control = (hasField ? 2 : 0) | (payload.Length > 0 ? 1 : 0);
        if (payload.Length == 0)
            next = next + 15 & 15;
        else
            _counters[pid] = next + 1 & 15;
        byte[] packet = [0x47, .. Bits((1, error ? 1 : 0), (1, start ? 1 : 0), (1, 0), (13, pid), (2, scrambling), (2, control), (4, next)), .. adaptation, .. payload];
        Assert.Equal(188, packet.Length);
        _bytes.AddRange(packet);
    }

    /// <summary>Bytes over as many packets as they need.</summary>
    public void Unit(int pid, byte[] bytes, int most = 184)
    {
        for (var at = 0; at < bytes.Length; at += most)
            Packet(pid, at == 0, bytes[at..Math.Min(bytes.Length, at + most)]);
    }

    /// <summary>Sections one after another, the last packet filled up with 0xFF.</summary>
    public void Sections(int pid, params byte[][] sections)
    {
        byte[] all = [0, .. sections.SelectMany(s => s)];
        for (var at = 0; at < all.Length; at += 184)
        {
            var piece = all[at..Math.Min(all.Length, at + 184)];
            Packet(pid, at == 0, [.. piece, .. Enumerable.Repeat((byte)0xFF, 184 - piece.Length)]);
        }
    }
}

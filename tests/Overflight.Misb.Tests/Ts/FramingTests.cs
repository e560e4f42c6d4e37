using Overflight.Misb.Ts;
using static Overflight.Misb.Tests.Ts.HandMade;

namespace Overflight.Misb.Tests.Ts;

/// <summary>Packets among bytes: distances, damage, noise, and ends.</summary>
public sealed class FramingTests
{
    private const int Units = 40;

    private static byte[] Plain() => WithUnits(Units);

    private static byte[] Framed(byte[] plain, int before, int after, Random random) => [.. plain.Chunk(188).SelectMany(p =>
    {
        var (front, back) = (new byte[before], new byte[after]);
        random.NextBytes(front);
        random.NextBytes(back);
        return (byte[])[.. front, .. p, .. back];
    })];

    [Theory]
    [InlineData(0, 0)]
    [InlineData(4, 0)]
    [InlineData(0, 16)]
    public void Packets_are_found_at_every_distance(int before, int after)
    {
        var plain = Plain();
        var framed = Framed(plain, before, after, new Random(3));
        foreach (var piece in new[] { 0, 1, 100, 4096 })
        {
            var read = Collected.From(framed, piece);

            Assert.Equal(188 + before + after, read.Statistics.FrameBytes);
            Assert.Equal(Enumerable.Range(0, Units).Select(i => KlvOf(30, i)), read.Units.Select(u => u.Bytes.Array));
            Assert.All(read.Units, u => Assert.Equal(u.Bytes.Array, framed[(int)u.Offset..((int)u.Offset + 49)]));
            Assert.Empty(read.Faults);
            Assert.Equal(0, read.Statistics.SkippedBytes);
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(7)]
    public void A_damaged_sync_byte_costs_its_packet_only(int piece)
    {
        var bytes = Plain();
        bytes[10 * 188] = 0x46;
        var read = Collected.From(bytes, piece);

        Assert.Equal(Enumerable.Range(0, Units).Except([8]).Select(i => KlvOf(30, i)), read.Units.Select(u => u.Bytes.Array));
        Assert.Equal([(TsFaultKind.SyncLoss, 10 * 188L), (TsFaultKind.Continuity, 11 * 188L)], read.Faults.Select(f => (f.Kind, f.Offset)));
        Assert.Equal(188, read.Statistics.SkippedBytes);
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(0, 187)]
    [InlineData(9, 100)]
    [InlineData(9, 4000)]
    [InlineData(38, 33)]
    public void Noise_between_packets_costs_nothing_but_itself(int packet, int length)
    {
        var noise = new byte[length];
        new Random(length).NextBytes(noise);
        var plain = Plain();
        foreach (var piece in new[] { 0, 13, 1000 })
        {
            var read = Collected.From([.. plain[..(packet * 188)], .. noise, .. plain[(packet * 188)..]], piece);

            Assert.Equal(Enumerable.Range(0, Units).Select(i => KlvOf(30, i)), read.Units.Select(u => u.Bytes.Array));
            Assert.Equal(new TsFault(TsFaultKind.SyncLoss, packet * 188, null, "no packet begins here"), read.Faults.Single());
            Assert.Equal(length, read.Statistics.SkippedBytes);
        }
    }

    [Fact]
    public void Missing_bytes_cost_the_packets_they_are_of()
    {
        var plain = Plain();
        // The packet that is short takes the beginning of the next one with it.
        var units = Collected.From((byte[])[.. plain.AsSpan(0, 10 * 188 + 50), .. plain.AsSpan(10 * 188 + 150)]);

        Assert.Subset(units.Units.Select(u => u.Bytes).ToHashSet(), Enumerable.Range(0, Units).Except([8, 9]).Select(i => new Collected.Bytes(KlvOf(30, i))).ToHashSet());
        Assert.Equal(1, units.Count(TsFaultKind.SyncLoss));
    }

    [Fact]
    public void An_end_inside_a_packet_is_told()
    {
        var read = Collected.From(Plain().AsSpan(0, (Units + 2) * 188 - 1));

        Assert.Equal(Units - 1, read.Units.Count);
        Assert.Equal(new TsFault(TsFaultKind.PacketTruncated, (Units + 1) * 188, null, "the stream ends inside a packet"), read.Faults.Single());
    }

    [Fact]
    public void What_is_no_transport_stream_is_told_once()
    {
        Assert.Equal(new TsFault(TsFaultKind.SyncLoss, 0, null, "no packet begins here"), Collected.From(new byte[100_000], 999).Faults.Single());
        Assert.Equal(100_000, Collected.From(new byte[100_000], 999).Statistics.SkippedBytes);
        Assert.Empty(Collected.From([]).Faults);
        Assert.Equal(TsFaultKind.SyncLoss, Collected.From("G is no packet"u8).Faults.Single().Kind);
    }

    [Fact]
    public void Packets_that_no_table_declares_are_counted()
    {
        var made = WithKlv(0x06, KlvRegistration);
        made.Packet(1000, true, PesPacket(0xBD, KlvOf(5)));
        made.Packet(8191, false, new byte[184]);
        var read = Collected.From(made.Bytes);

        Assert.Equal([1000], read.Statistics.UndeclaredPids);
        Assert.Equal(1, read.Statistics.PacketsOf(8191));
    }

    [Fact]
    public void Adaptation_fields_that_do_not_fit_are_told()
    {
        var bytes = Plain();
        // The short payloads of these packets leave an adaptation field: its length is made too long.
        bytes[5 * 188 + 4] = 184;
        bytes[6 * 188 + 3] &= 0xCF;
        var read = Collected.From(bytes);

        Assert.Equal([5 * 188L, 6 * 188L], read.Faults.Where(f => f.Kind == TsFaultKind.AdaptationField).Select(f => f.Offset));
        Assert.Equal(Units - 2, read.Units.Count);
    }
}

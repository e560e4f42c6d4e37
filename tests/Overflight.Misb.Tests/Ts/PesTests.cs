using Overflight.Misb.Ts;
using static Overflight.Misb.Tests.Ts.HandMade;

namespace Overflight.Misb.Tests.Ts;

/// <summary>PES packets: lengths, times, missing and repeated packets.</summary>
public sealed class PesTests
{
    private const long Wrap = 1L << 33;

    [Theory]
    [InlineData(1)]
    [InlineData(169)]
    [InlineData(170)]
    [InlineData(171)]
    [InlineData(5000)]
    public void Lengths_stated_or_not_give_the_same_bytes(int length)
    {
        var made = WithKlv(0x06, KlvRegistration);
        byte[] payload = [.. Enumerable.Range(0, length).Select(i => (byte)i)];
        made.Unit(256, PesPacket(0xE0, payload, 1000, 400));
        made.Unit(256, PesPacket(0xE0, payload, 2000, 1400, length: 0));
        made.Unit(256, PesPacket(0xE0, payload));
        var read = Collected.From(made.Bytes);

        Assert.Equal([((long?)1000, (long?)400), (2000, 1400), (null, null)], read.Pictures.Select(p => (p.Pts, p.Dts)));
        Assert.All(read.Pictures, p => Assert.Equal(payload, p.Bytes.Array));
        Assert.All(read.Pictures, p => Assert.True(p.IsWhole));
        Assert.Empty(read.Faults);
    }

    [Fact]
    public void Times_run_on_over_the_wrap_in_both_directions_and_across_streams()
    {
        var made = WithKlv(0x06, KlvRegistration);
        foreach (var time in new[] { Wrap - 3000, 3000, Wrap - 1, 6000 })
        {
            made.Unit(256, PesPacket(0xE0, [1], time));
            made.Unit(257, PesPacket(0xBD, KlvOf(5), time));
        }
        var read = Collected.From(made.Bytes);

        Assert.Equal([Wrap - 3000, 3000, Wrap - 1, 6000], read.Pictures.Select(p => p.Pts!.Value));
        Assert.Equal([Wrap - 3000, Wrap + 3000, Wrap - 1, Wrap + 6000], read.Pictures.Select(p => p.Unwrapped!.Value));
        Assert.Equal(read.Pictures.Select(p => p.Unwrapped), read.Units.Select(u => u.Unwrapped));
    }

    [Fact]
    public void A_packet_sent_twice_counts_once_and_a_third_time_is_a_fault()
    {
        var pes = PesPacket(0xBD, KlvOf(400));
        foreach (var times in new[] { 1, 2, 3 })
        {
            var made = WithKlv(0x06, KlvRegistration);
            made.Packet(257, true, pes[..184]);
            for (var i = 0; i < times; i++)
                made.Packet(257, false, pes[184..368], counter: 1);
            made.Packet(257, false, pes[368..]);
            var read = Collected.From(made.Bytes);

            Assert.Equal(times == 3 ? 1 : 0, read.Count(TsFaultKind.Continuity));
            if (times < 3)
                Assert.Equal(KlvOf(400), read.Units.Single().Bytes.Array);
        }
    }

    [Fact]
    public void A_missing_packet_is_told_and_the_bytes_before_it_are_known_to_be_right()
    {
        var pes = PesPacket(0xBD, KlvOf(700), 5);
        var made = WithKlv(0x06, KlvRegistration);
        made.Packet(257, true, pes[..184]);
        made.Packet(257, false, pes[368..552], counter: 2);
        made.Packet(257, false, pes[552..]);
        made.Unit(257, PesPacket(0xBD, KlvOf(9)));
        var read = Collected.From(made.Bytes);

        Assert.Equal([TsFaultKind.Continuity, TsFaultKind.PesTruncated], read.Faults.Select(f => f.Kind));
        Assert.Equal((3 * 188, 257), (read.Faults[0].Offset, read.Faults[0].Pid));
        Assert.Equal((false, 184 - 14), (read.Units[0].IsWhole, read.Units[0].Intact));
        Assert.Equal(KlvOf(700)[..170], read.Units[0].Bytes.Array[..170]);
        Assert.True(read.Units[1].IsWhole);
    }

    [Fact]
    public void A_declared_discontinuity_is_no_fault_and_packets_without_payload_do_not_count()
    {
        var made = WithKlv(0x06, KlvRegistration);
        made.Unit(257, PesPacket(0xBD, KlvOf(9)));
        made.Packet(257, false, []);
        made.Unit(257, PesPacket(0xBD, KlvOf(10)));
        made.Packet(257, true, PesPacket(0xBD, KlvOf(11)), discontinuity: true, counter: 9);
        made.Unit(257, PesPacket(0xBD, KlvOf(12)));
        var read = Collected.From(made.Bytes);

        Assert.Equal(4, read.Units.Count);
        Assert.Empty(read.Faults);
    }

    [Fact]
    public void What_breaks_the_syntax_is_told_and_costs_itself_only()
    {
        var made = WithKlv(0x06, KlvRegistration);
        made.Packet(257, true, [0, 0, 2, .. new byte[40]]);
        made.Packet(257, true, PesPacket(0xBD, KlvOf(9), length: 500));
        made.Packet(257, true, PesPacket(0xBD, KlvOf(10), length: 20));
        made.Packet(257, false, [1, 2, 3]);
        made.Packet(257, true, PesPacket(0xBD, KlvOf(11)), scrambling: 2);
        made.Packet(257, true, PesPacket(0xBD, KlvOf(11)), error: true, counter: 5);
        made.Packet(257, true, PesPacket(0xBD, KlvOf(12)), counter: 5);
        var noMarker = PesPacket(0xBD, KlvOf(13), 90);
        noMarker[11] &= 0xFE;
        made.Packet(257, true, noMarker);
        var tooLongHeader = PesPacket(0xBD, KlvOf(14));
        tooLongHeader[8] = 200;
        made.Packet(257, true, tooLongHeader);
        made.Packet(257, true, PesPacket(0xBD, KlvOf(15), length: 1000));
        var read = Collected.From(made.Bytes);

        Assert.Equal(
            [
                TsFaultKind.PesMalformed, TsFaultKind.PesTruncated, TsFaultKind.PesExcess, TsFaultKind.PesExcess, TsFaultKind.Scrambled,
                TsFaultKind.TransportError, TsFaultKind.PesMalformed, TsFaultKind.PesMalformed, TsFaultKind.PesTruncated,
            ],
            read.Faults.Select(f => f.Kind));
        Assert.Equal([(19 + 9, false), (17, true), (19 + 12, true), (19 + 13, true), (19 + 15, false)], read.Units.Select(u => (u.Bytes.Array.Length, u.IsWhole)));
        Assert.Null(read.Units[3].Pts);
    }

    [Fact]
    public void What_is_longer_than_is_kept_is_told_and_its_beginning_read()
    {
        var made = WithKlv(0x06, KlvRegistration);
        made.Unit(256, PesPacket(0xE0, new byte[200_000], length: 0));
        made.Unit(256, PesPacket(0xE0, [1]));
        var read = Collected.From(made.Bytes, options: new TsOptions { MostUnitBytes = 70_000 });

        Assert.Equal(1, read.Count(TsFaultKind.PesTooLong));
        Assert.Equal([false, true], read.Pictures.Select(p => p.IsWhole));
        Assert.InRange(read.Pictures[0].Bytes.Array.Length, 69_000, 70_000);
    }

    [Fact]
    public void All_together_take_no_more_memory_than_the_options_say()
    {
        var made = WithKlv(0x06, KlvRegistration);
        made.Unit(256, PesPacket(0xE0, new byte[60_000], length: 0));
        made.Unit(257, PesPacket(0xBD, KlvOf(5000)));
        var read = Collected.From(made.Bytes, options: new TsOptions { MostBufferedBytes = 78_000 });

        Assert.Equal(1, read.Count(TsFaultKind.LimitReached));
        Assert.False(read.Units.Single(u => u.Pid == 257).IsWhole);
    }

    [Fact]
    public void Many_packets_of_a_byte_each_take_no_more_memory_either()
    {
        var made = WithKlv(0x15, KlvMetadata);
        made.Unit(256, PesPacket(0xE0, new byte[9000], length: 0), most: 1);
        made.Unit(257, PesPacket(0xFC, Cell(0, 0, 2, new byte[9000])), most: 1);
        made.Unit(257, PesPacket(0xFC, Cell(0, 1, 1, new byte[9000])), most: 1);
        var read = Collected.From(made.Bytes, options: new TsOptions { MostBufferedBytes = 230_000 });

        Assert.Equal(9000, read.Pictures.Single().Bytes.Array.Length);
        // Once at most for each PES packet of KLV, and once for the unit in both.
        Assert.InRange(read.Count(TsFaultKind.LimitReached), 1, 3);
        Assert.All(read.Units, u => Assert.False(u.IsWhole));
    }

    [Fact]
    public void Clocks_that_jump_or_pause_are_told()
    {
        var made = WithKlv(0x06, KlvRegistration);
        const long second = 27_000_000;
        var top = Wrap * 300;
        foreach (var (clock, isDeclared) in new[] { (top - second / 20, false), (second / 40, false), (second / 2, false), (3 * second, false), (second, false), (9 * second, true) })
            made.Packet(256, false, [], clock, isDeclared);
        var read = Collected.From(made.Bytes);

        Assert.Equal([TsFaultKind.PcrInterval, TsFaultKind.PcrJump, TsFaultKind.PcrJump], read.Faults.Select(f => f.Kind));
        Assert.Equal(6, read.Clocks.Count);
        Assert.Equal((top - second / 20, 2 * 188L), (read.Clocks[0].Ticks, read.Clocks[0].Offset));
    }
}

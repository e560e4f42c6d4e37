using Overflight.Misb.Klv;
using Overflight.Misb.Ts;
using static Overflight.Misb.Tests.Ts.HandMade;

namespace Overflight.Misb.Tests.Ts;

/// <summary>Association tables and programme maps.</summary>
public sealed class TableTests
{
    [Fact]
    public void The_crc_is_that_of_annex_a()
    {
        // The check value of CRC-32/MPEG-2.
        Assert.Equal(0x0376E6E7u, Crc32.Of("123456789"u8));
        byte[] bytes = [.. Enumerable.Range(0, 999).Select(i => (byte)(i * i))];
        Assert.Equal(Crc(bytes), Crc32.Of(bytes));
    }

    [Fact]
    public void Programmes_in_two_sections_and_a_map_over_several_packets_are_read()
    {
        var made = new HandMade();
        made.Sections(0, Section(0, 7, 3, Programs((0, 16), (1, 4096)), 0, 1), Section(0, 7, 3, Programs((2, 4097)), 1, 1));
        byte[] descriptors = [.. Enumerable.Range(0, 60).SelectMany(i => (byte[])[0x80, 5, (byte)i, 1, 2, 3, 4])];
        made.Sections(4096, Section(2, 1, 5, Map(256, descriptors, (0x1B, 256, descriptors), (0x06, 257, KlvRegistration))));
        made.Sections(4097, Section(2, 2, 6, Map(8191, [], (0x15, 258, KlvMetadata), (0x06, 259, []))));
        var read = Collected.From(made.Bytes);

        Assert.Equal([(1, 4096, 256, 5), (2, 4097, 8191, 6)], read.Programs.Select(p => (p.Number, p.MapPid, p.ClockPid, p.Version)));
        Assert.Equal(descriptors, read.Programs[0].Descriptors.ToArray());
        Assert.Equal(descriptors, read.Programs[0].Streams[0].Descriptors.ToArray());
        Assert.Equal([KlvCarriage.None, KlvCarriage.Asynchronous], read.Programs[0].Streams.Select(s => s.Carriage));
        Assert.Equal([KlvCarriage.Synchronous, KlvCarriage.None], read.Programs[1].Streams.Select(s => s.Carriage));
        Assert.Empty(read.Faults);
    }

    [Fact]
    public void Maps_of_two_programmes_may_share_a_pid_and_a_packet()
    {
        var made = new HandMade();
        made.Sections(0, Section(0, 1, 0, Programs((1, 100), (2, 100))));
        made.Sections(100, Section(2, 1, 0, Map(256, [], (0x1B, 256, []))), Section(2, 2, 0, Map(258, [], (0x24, 258, []))));
        var read = Collected.From(made.Bytes);

        Assert.Equal([(1, 256), (2, 258)], read.Programs.Select(p => (p.Number, p.Streams.Single().Pid)));
        Assert.Empty(read.Faults);
    }

    [Fact]
    public void A_map_in_two_sections_is_put_together()
    {
        var made = new HandMade();
        made.Sections(0, Section(0, 1, 0, Programs((1, 100))));
        made.Sections(100, Section(2, 1, 0, Map(256, [], (0x1B, 256, [])), 0, 1), Section(2, 1, 0, Map(256, [], (0x06, 257, KlvRegistration)), 1, 1));

        Assert.Equal([256, 257], Collected.From(made.Bytes).Programs.Single().Streams.Select(s => s.Pid));
    }

    [Fact]
    public void A_table_not_in_force_yet_and_one_with_a_wrong_crc_are_not_used()
    {
        var made = WithKlv(0x06, KlvRegistration);
        made.Sections(4096, Section(2, 1, 1, Map(256, [], (0x1B, 300, [])), isCurrent: false));
        var damaged = Section(2, 1, 2, Map(256, [], (0x1B, 301, [])));
        damaged[13] ^= 1;
        var at = made.Bytes.Length;
        made.Sections(4096, damaged);
        var read = Collected.From(made.Bytes);

        Assert.Equal(0, read.Programs.Single().Version);
        Assert.Equal(new TsFault(TsFaultKind.SectionCrc, at + 5, 4096, "the CRC-32 of the section is wrong"), read.Faults.Single());
    }

    [Fact]
    public void A_new_version_moves_the_streams_and_what_was_gathered_is_handed_on()
    {
        var made = WithKlv(0x06, KlvRegistration);
        made.Unit(256, PesPacket(0xE0, [1, 2, 3], 90, length: 0));
        made.Sections(4096, Section(2, 1, 1, Map(256, [], (0x06, 258, KlvRegistration))));
        made.Unit(257, PesPacket(0xBD, KlvOf(20)));
        made.Unit(258, PesPacket(0xBD, KlvOf(30)));
        var read = Collected.From(made.Bytes);

        Assert.Equal([0, 1], read.Programs.Select(p => p.Version));
        Assert.Equal([1, 2, 3], read.Pictures.Single().Bytes.Array);
        Assert.Equal(258, read.Units.Single().Pid);
    }

    [Fact]
    public void A_programme_that_is_gone_is_read_no_more()
    {
        var made = WithKlv(0x06, KlvRegistration);
        made.Sections(0, Section(0, 1, 1, Programs((9, 4099))));
        made.Unit(257, PesPacket(0xBD, KlvOf(20)));
        var read = Collected.From(made.Bytes);

        Assert.Empty(read.Units);
    }

    [Fact]
    public void A_stream_and_a_clock_of_two_programmes_outlive_one_of_them()
    {
        var made = new HandMade();
        made.Sections(0, Section(0, 1, 0, Programs((1, 100), (2, 101))));
        made.Sections(100, Section(2, 1, 0, Map(256, [], (0x06, 257, KlvRegistration))));
        made.Sections(101, Section(2, 2, 0, Map(256, [], (0x06, 257, KlvRegistration))));
        made.Unit(257, PesPacket(0xBD, KlvOf(20)));
        made.Sections(0, Section(0, 1, 1, Programs((2, 101))));
        made.Unit(257, PesPacket(0xBD, KlvOf(30)));
        made.Packet(256, false, [], 27_000_000);
        var read = Collected.From(made.Bytes);

        Assert.Equal([KlvOf(20), KlvOf(30)], read.Units.Select(u => u.Bytes.Array));
        Assert.Single(read.Clocks);
        Assert.Equal(1, read.Removed.Single().Number);
    }

    [Fact]
    public void Broken_tables_are_told_and_what_was_there_before_stays()
    {
        var made = WithKlv(0x06, KlvRegistration);
        made.Sections(4096, Section(2, 77, 0, Map(256, [])));
        made.Packet(4096, true, [200, .. new byte[183]]);
        made.Packet(4096, true, [0, .. Section(2, 1, 1, Map(256, new byte[400]))[..183]]);
        made.Packet(4096, true, [0, .. Enumerable.Repeat((byte)0xFF, 183)]);
        byte[] map = [.. Map(256, [], (0x1B, 256, []), (0x06, 257, KlvRegistration)), 0x1B, 0xE1];
        made.Sections(4096, Section(2, 1, 2, map));
        made.Unit(257, PesPacket(0xBD, KlvOf(20)));
        var read = Collected.From(made.Bytes);

        Assert.Equal(4, read.Count(TsFaultKind.SectionMalformed));
        Assert.Equal(read.Faults.Count, read.Count(TsFaultKind.SectionMalformed));
        Assert.Equal(2, read.Programs[^1].Streams.Count);
        Assert.Single(read.Units);
    }

    [Fact]
    public void More_programmes_than_are_followed_are_told()
    {
        var made = new HandMade();
        made.Sections(0, Section(0, 1, 0, Programs((1, 100), (2, 101), (3, 102))));
        made.Sections(102, Section(2, 3, 0, Map(256, [], (0x1B, 256, []))));
        var read = Collected.From(made.Bytes, options: new TsOptions { MostPrograms = 2 });

        Assert.Equal(1, read.Count(TsFaultKind.LimitReached));
        Assert.Empty(read.Programs);
    }
}

using System.Buffers.Binary;
using Overflight.Misb.Ts;
using Overflight.Testing;

namespace Overflight.Misb.Tests.Ts;

/// <summary>Recorded streams against counts found by other means, and against what FFmpeg takes out of them where it is right.</summary>
[Trait("Category", "Recorded")]
public sealed class RecordedTsTests
{
    private static byte[] Recording(string name) => File.ReadAllBytes(Recorded.PathOf("video/" + name));

    // Tag 2 of ST 0601 comes first: 16 bytes of key, the length, 02 08.
    private static ulong Tag2(byte[] unit)
    {
        var at = unit[16] == 0x82 ? 19 : unit[16] == 0x81 ? 18 : 17;
        Assert.Equal((2, 8), (unit[at], unit[at + 1]));
        return BinaryPrimitives.ReadUInt64BigEndian(unit.AsSpan(at + 2));
    }

    [Fact]
    public void Osh_has_277_units_and_as_many_stamps_that_agree()
    {
        var read = Collected.From(Recording("osh_sample.ts"));

        Assert.Equal((277, 277, 277), (read.Units.Count, read.Pictures.Count, read.Pictures.Sum(p => p.Stamps.Length)));
        Assert.All(read.Units, u => Assert.Equal((0x101, (byte)0x06, KlvCarriage.Asynchronous, true), (u.Pid, u.StreamType, u.Carriage, u.IsWhole)));
        Assert.Equal(read.Units.Select(u => Tag2(u.Bytes.Array)).Order(), read.Pictures.Select(p => p.Stamps[0].Count).Order());
        Assert.All(read.Units, u => Assert.Equal(Tag2(u.Bytes.Array), read.Pictures.Single(p => p.Pts == u.Pts).Stamps[0].Count));
        Assert.All(read.Pictures, p => Assert.Equal((MispTimeUnit.Microseconds, 0x1F, true), (p.Stamps[0].Unit, p.Stamps[0].Status, p.Stamps[0].IsLocked)));
        Assert.Equal(2_245_284 / 188, read.Statistics.Packets);
        // One clock reference a third of a second; nothing else is wrong with it.
        Assert.Equal(27, read.Count(TsFaultKind.PcrInterval));
        Assert.Equal(27, read.Statistics.AllFaults);
    }

    [Fact]
    public void Aphill_has_48_universal_sets_and_nanoseconds_under_the_identifier_of_microseconds()
    {
        var read = Collected.From(Recording("aphill_short.ts"));

        Assert.Equal(48, read.Units.Count);
        Assert.All(read.Units, u => Assert.Equal("060E2B34020101010E01010201010000", Convert.ToHexString(u.Bytes.Array.AsSpan(0, 16))));
        var stamps = read.Pictures.SelectMany(p => p.Stamps).ToArray();
        Assert.True(stamps.Length > 40, $"{stamps.Length} stamps");
        Assert.All(stamps, s => Assert.Equal(MispTimeUnit.Microseconds, s.Unit));
        // 2008-09 in nanoseconds since 1970.
        Assert.All(stamps, s => Assert.InRange(s.Count, 1_220_000_000_000_000_000ul, 1_223_000_000_000_000_000ul));
    }

    [Fact]
    public void H264_has_a_stamp_a_unit()
    {
        var read = Collected.From(Recording("h264_klv.ts"));

        Assert.Equal((30, 30), (read.Units.Count, read.Pictures.Count));
        Assert.All(read.Units, u => Assert.Null(u.Pts));
        Assert.Equal(0, read.Statistics.AllFaults);
    }

    [Fact]
    public void H265_has_three_carriages_told_apart()
    {
        var read = Collected.From(Recording("h265_tricky_klv.ts"));

        var program = read.Programs.Single();
        Assert.Equal(
            [(0x100, KlvCarriage.None), (0x101, KlvCarriage.Synchronous), (0x102, KlvCarriage.Asynchronous), (0x103, KlvCarriage.Asynchronous)],
            program.Streams.Select(s => (s.Pid, s.Carriage)));
        Assert.Equal([0x101, 0x102], read.Units.Select(u => u.Pid).Distinct().Order());
        Assert.Equal(0, read.Statistics.PacketsOf(0x103));
        Assert.All(read.Units.Where(u => u.Pid == 0x101), u => Assert.Equal((0x00, 0x00), (u.Service, u.Sequence)));
        Assert.All(read.Units.Where(u => u.Pid == 0x101), u => Assert.NotNull(u.Pts));
        Assert.All(read.Units.Where(u => u.Pid == 0x102), u => Assert.Null(u.Pts));
        Assert.All(read.Units, u => Assert.Equal("060E2B34020B0101", Convert.ToHexString(u.Bytes.Array.AsSpan(0, 8))));
        // Its encoder gives every cell the number 0.
        Assert.Equal(read.Statistics.AllFaults, read.Count(TsFaultKind.AuCellSequence));
    }

    [Theory]
    [InlineData("osh_sample.ts")]
    [InlineData("aphill_short.ts")]
    [InlineData("h264_klv.ts")]
    [InlineData("h265_tricky_klv.ts")]
    public void The_first_byte_of_a_unit_lies_where_it_is_said_to(string name)
    {
        var bytes = Recording(name);
        foreach (var unit in Collected.From(bytes).Units)
            Assert.Equal(unit.Bytes.Array[..16], bytes[(int)unit.Offset..((int)unit.Offset + 16)]);
        foreach (var stamp in Collected.From(bytes).Pictures.SelectMany(p => p.Stamps))
            Assert.Equal(stamp.Unit == MispTimeUnit.Nanoseconds ? 0xCF : name.StartsWith("h265", StringComparison.Ordinal) ? 0xA8 : (byte)'M', bytes[(int)stamp.Offset]);
    }

    [Theory]
    [InlineData("osh_sample.ts", 1)]
    [InlineData("h265_tricky_klv.ts", 1)]
    [InlineData("h265_tricky_klv.ts", 187)]
    [InlineData("h265_tricky_klv.ts", 189)]
    [InlineData("aphill_short.ts", 1021)]
    [InlineData("aphill_short.ts", 65_536)]
    public void Pieces_of_any_size_give_the_same(string name, int piece)
    {
        var bytes = Recording(name);
        var (once, pieces) = (Collected.From(bytes), Collected.From(bytes, piece));

        Assert.Equal(once.Units, pieces.Units);
        Assert.Equal(once.Pictures.Select(p => p with { Stamps = [] }), pieces.Pictures.Select(p => p with { Stamps = [] }), (a, b) => a with { Stamps = b.Stamps } == b);
        Assert.Equal(once.Faults, pieces.Faults);
        Assert.Equal(once.Clocks, pieces.Clocks);
    }

    [Theory]
    [InlineData("osh_sample.ts", 0x101, false)]
    [InlineData("osh_sample.ts", 0x100, true)]
    [InlineData("aphill_short.ts", 0x101, false)]
    [InlineData("h264_klv.ts", 0x100, true)]
    [InlineData("h264_klv.ts", 0x101, false)]
    [InlineData("h265_tricky_klv.ts", 0x100, true)]
    [InlineData("h265_tricky_klv.ts", 0x102, false)]
    public void Bytes_are_those_that_ffmpeg_takes_out(string name, int pid, bool isVideo)
    {
        var path = Recorded.PathOf("video/" + name);
        var read = Collected.From(File.ReadAllBytes(path));
        var ours = isVideo
            ? read.Pictures.Where(p => p.Pid == pid).SelectMany(p => p.Bytes.Array).ToArray()
            : read.Units.Where(u => u.Pid == pid).SelectMany(u => u.Bytes.Array).ToArray();

        Assert.Equal(Ffmpeg.Run("-i", path, "-map", $"0:i:{pid}", "-c", "copy", "-f", "data", "-"), ours);
    }
}

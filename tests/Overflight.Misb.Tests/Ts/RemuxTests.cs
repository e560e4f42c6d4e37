using Overflight.Misb.Ts;
using Overflight.Testing;

namespace Overflight.Misb.Tests.Ts;

/// <summary>Copies of recorded streams, whole and in part, and streams written anew from recorded units.</summary>
public sealed class RemuxTests
{
    public static TheoryData<string> Names => ["osh_sample.ts", "aphill_short.ts", "h264_klv.ts", "h265_tricky_klv.ts"];

    private static byte[] Recording(string name) => File.ReadAllBytes(Recorded.PathOf("video/" + name));

    private static byte[] Copy(ReadOnlySpan<byte> bytes, TsRemuxOptions? options = null, TsSink? sink = null)
    {
        using var output = new MemoryStream();
        var remuxer = new TsRemuxer(output, options, sink);
        remuxer.Write(bytes);
        remuxer.Complete();
        return output.ToArray();
    }

    private static IEnumerable<object> Declared(Collected read) => read.Programs.SelectMany(p => p.Streams)
        .Select(s => (s.Pid, s.StreamType, Convert.ToHexString(s.Descriptors.Span)) as object);

    [Theory]
    [Trait("Category", "Recorded")]
    [MemberData(nameof(Names))]
    public void A_copy_of_everything_is_the_same_bytes(string name)
    {
        var bytes = Recording(name);
        var heard = new Collected();

        Assert.Equal(bytes, Copy(bytes, sink: heard));
        Assert.Equal(Collected.From(bytes).Units, heard.Units);
        Assert.Equal(Collected.From(bytes).Faults, heard.Faults);
    }

    [Theory]
    [Trait("Category", "Recorded")]
    [MemberData(nameof(Names))]
    public void A_copy_from_frames_of_204_bytes_with_noise_between_is_the_same_bytes(string name)
    {
        var bytes = Recording(name);
        var random = new Random(5);
        var framed = new List<byte>();
        var check = new byte[16];
        for (var at = 0; at < bytes.Length; at += 188)
        {
            framed.AddRange(bytes.AsSpan(at, 188));
            random.NextBytes(check);
            framed.AddRange(check);
            if (at == 20 * 188)
                framed.AddRange("noise that is no packet"u8);
        }

        Assert.Equal(bytes, Copy([.. framed]));
    }

    [Theory]
    [Trait("Category", "Recorded")]
    [MemberData(nameof(Names))]
    public void Without_the_video_units_and_descriptors_stay_and_the_clock_goes_on(string name)
    {
        var bytes = Recording(name);
        var before = Collected.From(bytes);
        var after = Collected.From(Copy(bytes, new TsRemuxOptions { Keeps = (_, s) => !s.IsVideo }));

        Assert.Equal(before.Units.Select(u => u with { Offset = 0 }), after.Units.Select(u => u with { Offset = 0 }));
        Assert.Equal(Declared(before).Skip(1), Declared(after));
        Assert.Equal(before.Clocks.Select(c => c.Ticks), after.Clocks.Select(c => c.Ticks));
        Assert.Empty(after.Pictures);
        Assert.Equal(before.Faults.Select(f => f.Kind), after.Faults.Select(f => f.Kind));
    }

    [Theory]
    [Trait("Category", "Recorded")]
    [MemberData(nameof(Names))]
    public void A_stream_written_anew_from_its_units_holds_the_same_and_has_no_fault(string name)
    {
        var before = Collected.From(Recording(name));
        var written = Written(before);
        var after = Collected.From(written);

        Assert.Equal(Declared(before), Declared(after));
        // As MISB ST 1402 has it, asynchronous metadata has no times; numbers of cells count up.
        Assert.Equal(
            before.Units.Where(u => u.Pid != 0x101).Select(u => u.Bytes), after.Units.Where(u => u.Pid != 0x101).Select(u => u.Bytes));
        Assert.Equal(
            before.Units.Where(u => u.Pid == 0x101).Select(u => (u.Bytes, u.Carriage, u.Carriage == KlvCarriage.Synchronous ? u.Pts : null)),
            after.Units.Where(u => u.Pid == 0x101).Select(u => (u.Bytes, u.Carriage, u.Pts)));
        Assert.Equal(before.Pictures.Select(p => (p.Bytes, p.Pts, p.Dts, p.IsRandomAccess)), after.Pictures.Select(p => (p.Bytes, p.Pts, p.Dts, p.IsRandomAccess)));
        Assert.Equal(0, after.Statistics.AllFaults);
        Assert.True(after.Clocks.Count >= after.Pictures.Count);
    }

    [Theory]
    [Trait("Category", "Recorded")]
    [InlineData("osh_sample.ts", 0x101)]
    [InlineData("h265_tricky_klv.ts", 0x102)]
    [InlineData("h264_klv.ts", 0x100)]
    public void Ffmpeg_reads_the_same_out_of_a_stream_written_anew(string name, int pid)
    {
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllBytes(path, Written(Collected.From(Recording(name))));
            string[] Arguments(string input) => ["-i", input, "-map", $"0:i:{pid}", "-c", "copy", "-f", "data", "-"];
            var expected = Ffmpeg.Run(Arguments(Recorded.PathOf("video/" + name)));

            Assert.NotEmpty(expected);
            Assert.Equal(expected, Ffmpeg.Run(Arguments(path)));
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void A_map_in_several_sections_and_programmes_that_go_are_copied_in_part()
    {
        var made = new HandMade();
        byte[] large = [.. Enumerable.Range(0, 300).SelectMany(i => (byte[])[0x80, 1, (byte)i])];
        byte[][] map =
        [
            HandMade.Section(2, 1, 4, HandMade.Map(256, large, (0x1B, 256, [])), 0, 1),
            HandMade.Section(2, 1, 4, HandMade.Map(256, [], (0x06, 257, [.. HandMade.KlvRegistration, .. large])), 1, 1),
        ];
        made.Sections(0, HandMade.Section(0, 77, 0, HandMade.Programs((1, 100), (2, 200))));
        made.Sections(100, map[0]);
        made.Sections(100, map[1]);
        made.Sections(200, HandMade.Section(2, 2, 1, HandMade.Map(300, [], (0x15, 301, HandMade.KlvMetadata))));
        made.Unit(257, HandMade.PesPacket(0xBD, HandMade.KlvOf(20)));
        made.Packet(300, false, [], 27_000_000);
        made.Unit(301, HandMade.PesPacket(0xFC, HandMade.Cell(0, 0, 3, HandMade.KlvOf(30)), 5));
        made.Sections(0, HandMade.Section(0, 77, 1, HandMade.Programs((1, 100))));
        made.Sections(100, map[0]);
        made.Sections(100, map[1]);
        made.Unit(257, HandMade.PesPacket(0xBD, HandMade.KlvOf(40)));
        var copied = Copy(made.Bytes, new TsRemuxOptions { Keeps = (_, s) => s.Carriage != KlvCarriage.None });
        var read = Collected.From(copied);

        Assert.Empty(read.Faults);
        Assert.Equal([HandMade.KlvOf(20), HandMade.KlvOf(30), HandMade.KlvOf(40)], read.Units.Select(u => u.Bytes.Array));
        Assert.Equal([1, 2], read.Programs.Select(p => p.Number));
        Assert.Equal([2], read.Removed.Select(p => p.Number));
        Assert.Equal(large, read.Programs[0].Descriptors.ToArray());
        Assert.Equal([257], read.Programs[0].Streams.Select(s => s.Pid));
        Assert.Equal([27_000_000L], read.Clocks.Select(c => c.Ticks));
        Assert.Equal(Collected.From(made.Bytes).Units.Select(u => u with { Offset = 0 }), read.Units.Select(u => u with { Offset = 0 }));
    }

    private static byte[] Written(Collected read)
    {
        using var output = new MemoryStream();
        var muxer = new TsMuxer(output, [read.Programs[0]]);
        foreach (var item in read.Pictures.Select(p => (p.Offset, Item: (object)p)).Concat(read.Units.Select(u => (u.Offset, Item: (object)u))).OrderBy(i => i.Offset))
            if (item.Item is Collected.Video picture)
                muxer.WriteVideo(picture.Pid, picture.Bytes.Array, picture.Pts!.Value, picture.Dts, picture.IsRandomAccess);
            else if (item.Item is Collected.KlvUnit unit)
                muxer.WriteKlv(unit.Pid, unit.Bytes.Array, unit.Pts);
        return output.ToArray();
    }
}

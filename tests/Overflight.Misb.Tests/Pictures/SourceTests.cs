using Overflight.Misb.Pictures;
using Overflight.Misb.Tests.Ts;

namespace Overflight.Misb.Tests.Pictures;

/// <summary>One video in every container that is read: the same pictures at the same times.</summary>
public sealed class SourceTests
{
    public static TheoryData<string, int> Codings => new() { { "h264", 0 }, { "h264", 3 }, { "h265", 0 }, { "h265", 3 }, { "mpeg2", 0 }, { "mpeg2", 2 } };

    private static string File(string coding, string container, int between) => (coding, container) switch
    {
        ("h264", "es") => Made.H264("h264", between),
        ("h265", "es") => Made.H265("h265", between),
        ("mpeg2", "es") => Made.Mpeg2("m2v", between),
        ("h264", _) => Made.H264(container, between),
        ("h265", _) => Made.H265(container, between),
        _ => Made.Mpeg2(container, between),
    };

    private static (long, long, bool)[] Times(PictureSource source) =>
        [.. source.Pictures.Select(p => (p.Pts - source.Pictures[0].Dts, p.Dts - source.Pictures[0].Dts, p.IsRandomAccess))];

    /// <summary>Without delimiters and parameter sets, which containers keep elsewhere: the slices.</summary>
    private static byte[][] Slices(byte[] unit, byte streamType)
    {
        var units = new List<byte[]>();
        for (var at = 0; at >= 0;)
        {
            var start = Start(unit, at);
            if (start < 0)
                break;
            var end = Start(unit, start);
            var piece = unit[start..(end < 0 ? unit.Length : end - 3)];
            var length = piece.Length;
            while (length > 0 && piece[length - 1] == 0)
                length--;
            if (streamType == 0x1B ? (piece[0] & 31) is 1 or 5 : streamType == 0x24 ? piece[0] >> 1 < 32 : piece[0] is 0 or (>= 1 and <= 0xAF))
                units.Add(piece[..length]);
            at = end < 0 ? -1 : start;
        }
        return [.. units];
    }

    private static int Start(byte[] bytes, int from)
    {
        for (var at = from; at + 3 < bytes.Length; at++)
            if (bytes[at] == 0 && bytes[at + 1] == 0 && bytes[at + 2] == 1)
                return at + 3;
        return -1;
    }

    [Theory]
    [MemberData(nameof(Codings))]
    public void An_elementary_stream_has_the_pictures_and_times_of_its_transport_stream(string coding, int between)
    {
        using var elementary = PictureSource.Open(File(coding, "es", between));
        using var transport = PictureSource.Open(File(coding, "ts", between));
        Assert.Equal(40, elementary.Pictures.Count);
        Assert.Equal(transport.StreamType, elementary.StreamType);
        // An encoder may delay presentation by more than its pictures need; the streams alone do not say so.
        long Delay(PictureSource source) => source.Pictures.Min(p => p.Pts) - source.Pictures[0].Dts;
        Assert.InRange(Delay(elementary), 0, Delay(transport));
        Assert.Equal(Times(transport).Select(t => (t.Item1 - Delay(transport), t.Item2)), Times(elementary).Select(t => (t.Item1 - Delay(elementary), t.Item2)));
        Assert.All(elementary.Pictures, p => Assert.True(p.Pts >= p.Dts));
        Assert.Equal(transport.Pictures.Select(p => p.IsRandomAccess), elementary.Pictures.Select(p => p.IsRandomAccess));
        Assert.Equal(between > 0, elementary.Pictures.Any(p => p.Pts != p.Dts));
        var (ours, theirs) = (Made.Units(elementary), Made.Units(transport));
        for (var i = 0; i < ours.Count; i++)
            Assert.Equal(Slices(theirs[i], transport.StreamType), Slices(ours[i], elementary.StreamType));
    }

    [Theory]
    [InlineData("h264", 0, "mp4")]
    [InlineData("h264", 3, "mp4")]
    [InlineData("h264", 3, "mov")]
    [InlineData("h265", 0, "mp4")]
    [InlineData("h265", 3, "mov")]
    public void Mp4_has_the_pictures_and_times_of_the_transport_stream(string coding, int between, string container)
    {
        using var file = PictureSource.Open(File(coding, container, between));
        using var transport = PictureSource.Open(File(coding, "ts", between));
        Assert.Equal(Times(transport).Select(t => (t.Item1, t.Item2)), Times(file).Select(t => (t.Item1, t.Item2)));
        Assert.Equal(transport.Pictures.Select(p => p.IsRandomAccess), file.Pictures.Select(p => p.IsRandomAccess));
        var (ours, theirs) = (Made.Units(file), Made.Units(transport));
        for (var i = 0; i < ours.Count; i++)
            Assert.Equal(Slices(theirs[i], transport.StreamType), Slices(ours[i], file.StreamType));
    }

    [Fact]
    public void What_is_not_read_is_refused_with_a_way_out()
    {
        static string Refusal(string path) => Assert.Throws<InvalidDataException>(() => PictureSource.Open(path)).Message;
        Assert.Contains("fragmented", Refusal(Made.Video("parts.mp4", "-c:v", "libx264", "-movflags", "frag_keyframe+empty_moov")));
        Assert.Contains("mp4v", Refusal(Made.Video("part2.mp4", "-c:v", "mpeg4")));
        var folder = Directory.CreateTempSubdirectory("overflight-");
        try
        {
            var text = Path.Combine(folder.FullName, "text");
            System.IO.File.WriteAllText(text, "no video");
            Assert.Contains("is no video", Refusal(text));
            System.IO.File.WriteAllBytes(text, []);
            Assert.Contains("is empty", Refusal(text));
            System.IO.File.WriteAllBytes(text, HandMade.WithUnits(5));
            Assert.Contains("no picture with a time", Refusal(text));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void The_rate_given_counts_and_fractions_are_exact()
    {
        using var source = PictureSource.Open(Made.H264("h264", 0), new Rate(30_000, 1001));
        Assert.Equal([0, 3003, 6006], source.Pictures.Take(3).Select(p => p.Dts - source.Pictures[0].Dts));
        Assert.True(Rate.TryParse("29.97", out var rate));
        Assert.Equal(new Rate(30_000, 1001), rate);
        Assert.True(Rate.TryParse("25", out rate));
        Assert.Equal(90_000, rate.TicksOf(25));
        Assert.True(Rate.TryParse("24000/1001", out rate));
        foreach (var wrong in new[] { "0", "-1", "x", "1/0", "5000", "1/11", "1/2/3", "" })
            Assert.False(Rate.TryParse(wrong, out _), wrong);
    }

    [Fact]
    public void Every_access_unit_begins_with_a_delimiter_and_pictures_to_begin_with_have_parameter_sets()
    {
        foreach (var path in new[] { Made.H264("h264", 3), Made.H264("mp4", 3), Made.H265("h265", 3), Made.H265("mp4", 3) })
        {
            using var source = PictureSource.Open(path);
            var units = Made.Units(source);
            for (var i = 0; i < units.Count; i++)
            {
                var begin = Convert.ToHexString(units[i][Start(units[i], 0)..][..2]);
                Assert.StartsWith(source.StreamType == 0x1B ? "09" : "4601", begin);
                var sequence = units[i].AsSpan().IndexOf(source.StreamType == 0x1B ? new byte[] { 0, 0, 1, 0x67 } : [0, 0, 1, 0x42, 0x01]) >= 0;
                Assert.Equal(source.Pictures[i].IsRandomAccess, sequence);
            }
        }
    }
}

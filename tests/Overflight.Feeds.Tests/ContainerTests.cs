using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using ZstdSharp;

namespace Overflight.Feeds.Tests;

public sealed class ContainerTests
{
    private static readonly byte[] s_trace = Encoding.UTF8.GetBytes(
        """{"icao":"ac671b","timestamp":1609275898.495,"trace":[""" + string.Join(',', Enumerable.Range(0, 2000).Select(i => $"[{i},10.{i:0000},20,1000,250.{i % 10},90.0,0,0,null]")) + "]}");

    [Fact]
    public void Compression_is_recognised_by_content_and_undone_in_layers()
    {
        using var zlib = new MemoryStream();
        using (var packer = new ZLibStream(zlib, CompressionLevel.Optimal, leaveOpen: true))
            packer.Write(s_trace);
        using var zstd = new Compressor(3);
        var packed = new[] { s_trace, Reading.Gzip(s_trace), Reading.Gzip(Reading.Gzip(s_trace)), zlib.ToArray(), zstd.Wrap(s_trace).ToArray(), Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes(Encoding.UTF8.GetString(s_trace))).ToArray() };
        foreach (var bytes in packed)
        {
            var reading = Reading.Of(bytes);
            Assert.True(reading.Report.IsComplete);
            Assert.Equal(2000, reading.Only.Count);
            Assert.Equal(bytes.Length, reading.Report.Bytes);
            Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(bytes)), reading.Report.Sha256);
        }
        Assert.Equal("", Reading.Of(s_trace, new ReadOptions { ComputeHash = false }).Report.Sha256);
    }

    [Fact]
    public void Gzip_members_in_a_row_are_one_input()
    {
        var half = s_trace.Length / 2;
        Assert.Equal(2000, Reading.Of([.. Reading.Gzip(s_trace[..half]), .. Reading.Gzip(s_trace[half..])]).Only.Count);
    }

    [Fact]
    public void Truncated_compression_leaves_what_came_before_and_is_told_once()
    {
        using var zstd = new Compressor(3);
        foreach (var packed in new[] { Reading.Gzip(s_trace), zstd.Wrap(s_trace).ToArray() })
        {
            var reading = Reading.Of(packed[..(packed.Length * 3 / 4)]);
            Assert.False(reading.Report.IsComplete);
            Assert.Single(reading.Report.Problems);
            Assert.Equal(packed.Length * 3 / 4, reading.Report.Bytes);
        }
        var gzip = Reading.Gzip(s_trace);
        Assert.InRange(Reading.Of(gzip[..(gzip.Length * 3 / 4)]).Report.FixesRead, 500, 1999);
    }

    [Fact]
    public void The_last_line_of_a_table_cut_short_is_not_half_read()
    {
        var table = Encoding.UTF8.GetBytes("icao,time,lat,lon\n" + string.Concat(Enumerable.Range(0, 3000).Select(i => $"ac671b,{1_600_000_000 + i},10.5,-117.{100_000 + i * 7919 % 800_000}\n")));
        var packed = Reading.Gzip(table);
        for (var cut = packed.Length / 2; cut < packed.Length; cut += packed.Length / 40)
        {
            var reading = Reading.Of(packed[..cut]);
            Assert.Contains("corrupt-compression", reading.Report.RejectedByKind.Keys);
            Assert.All(reading.Tracks, t => Assert.All(t.LongitudesDegrees.ToArray(), l => Assert.True(l is <= -117.1 and >= -117.9)));
            Assert.All(reading.Tracks, t => Assert.Equal(-117 - (100_000 + (t.Count - 1) * 7919 % 800_000) / 1e6, t.LongitudesDegrees[^1], 9));
        }
    }

    [Fact]
    public void Flipped_bits_in_gzip_are_told()
    {
        var gzip = Reading.Gzip(s_trace);
        gzip[^6] ^= 1;
        var report = Reading.Of(gzip).Report;
        Assert.False(report.IsComplete);
        Assert.InRange(report.FixesRead, 1700, 2000);
    }

    [Fact]
    public void A_bomb_is_stopped()
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            gzip.Write("icao,lat,lon,time\n"u8);
            var blank = new byte[1 << 20];
            Array.Fill(blank, (byte)'9');
            for (var i = 0; i < 400; i++)
                gzip.Write(blank);
        }
        var report = Reading.Of(packed.ToArray()).Report;
        Assert.Contains("expands-too-much", report.RejectedByKind.Keys);
    }

    [Theory]
    [InlineData("", "the file is empty")]
    [InlineData("  \n\n", "nothing but blanks")]
    [InlineData("hello", "text that starts")]
    [InlineData("\0\u0001\u0002binary", "binary data")]
    [InlineData("<html><body/></html>", "XML or HTML")]
    [InlineData("{\"name\":\"x\",\"shapes\":[]}", "members seen: name, shapes")]
    [InlineData("[1,2,3]", "a JSON array")]
    [InlineData("[]", "empty JSON array")]
    public void What_is_no_track_is_one_problem_that_says_so(string text, string expected)
    {
        var report = Reading.Of(text).Report;
        var problem = Assert.Single(report.Problems);
        Assert.StartsWith("not a format that Overflight reads: ", problem.Message, StringComparison.Ordinal);
        Assert.Contains(expected, problem.Message, StringComparison.Ordinal);
        Assert.False(report.IsComplete);
        Assert.Null(report.Format);
    }

    [Fact]
    public void Folders_are_expanded_in_order_and_what_cannot_be_opened_is_told()
    {
        var folder = Directory.CreateTempSubdirectory("overflight-feeds");
        try
        {
            Directory.CreateDirectory(Path.Combine(folder.FullName, "odd.json"));
            foreach (var name in new[] { "b.json", "a.csv", "odd.json/z", "B.json" })
                File.WriteAllBytes(Path.Combine(folder.FullName, name), s_trace);
            var files = TrackFile.Expand([folder.FullName, "-", "/nowhere/at.all"]).ToList();
            Assert.Equal(["B.json", "a.csv", "b.json", "odd.json/z", "-", "/nowhere/at.all"], files.Select(f => f.Replace(folder.FullName + "/", "", StringComparison.Ordinal)));
            Assert.Equal(2000, TrackFile.Read(files[1], new ReadOptions(), _ => { }).FixesRead);
            Assert.Contains("unreadable", TrackFile.Read("/nowhere/at.all", new ReadOptions(), _ => { }).RejectedByKind.Keys);
            Assert.Contains("this is a folder", TrackFile.Read(folder.FullName, new ReadOptions(), _ => { }).Problems[0].Message, StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void Reading_can_be_cancelled_and_tells_of_progress()
    {
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();
        using var stream = new MemoryStream(s_trace);
        Assert.Throws<OperationCanceledException>(() => TrackFile.Read(stream, "x", new ReadOptions(), _ => { }, null, cancelled.Token));
        stream.Position = 0;
        var told = new Told();
        TrackFile.Read(stream, "x", new ReadOptions(), _ => { }, told);
        Assert.Equal(s_trace.Length, told.Last);
    }

    private sealed class Told : IProgress<long>
    {
        public long Last { get; private set; }

        public void Report(long value) => Last = value;
    }
}

using System.Globalization;
using System.Text.Json;
using Overflight.Testing;

namespace Overflight.EndToEnd;

/// <summary><c>video mux</c> as a user runs it.</summary>
public class VideoMuxTests
{
    private const long Start = 1_714_564_800_000_000;

    private static string Table(int rows = 40) => "time,Sensor Latitude,14,SensorTrueAltitude,Mission ID,48.1,Security Caveats,Platform Heading Angle (deg)\n"
        + string.Concat(Enumerable.Range(0, rows).Select(i => string.Create(CultureInfo.InvariantCulture, $"{Start + 40_000 * i},{40 + i * 1e-4},{-100 - i * 1e-4},1200.5,\"M, \"\"1\"\"\",UNCLASSIFIED,none,{i}\n")));

    private static JsonElement[] Packets(string path) =>
        [.. CommandLine.Run("video", "klv", path).Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonDocument.Parse(l).RootElement.Clone())];

    private static string Bytes(JsonElement packet) =>
        packet.GetProperty("key").GetString() + string.Concat(packet.GetProperty("items").EnumerateArray().Select(i => $" {i.GetProperty("tag")}={i.GetProperty("raw")}")) + (packet.TryGetProperty("bytes", out var bytes) ? bytes.GetString() : "");

    private static JsonElement Item(JsonElement packet, int tag) => packet.GetProperty("items").EnumerateArray().First(i => i.GetProperty("tag").GetInt32() == tag);

    [Theory]
    [InlineData("v.mp4", false, "-c:v", "libx264", "-bf", "0")]
    [InlineData("v.mp4", true, "-c:v", "libx264", "-bf", "3")]
    [InlineData("v.mov", true, "-c:v", "libx264", "-bf", "2")]
    [InlineData("v.ts", true, "-c:v", "libx264", "-bf", "2")]
    [InlineData("v.h264", false, "-c:v", "libx264", "-bf", "0")]
    [InlineData("v.h264", true, "-c:v", "libx264", "-bf", "3")]
    [InlineData("v.mp4", true, "-c:v", "libx265", "-x265-params", "log-level=none")]
    [InlineData("v.h265", true, "-c:v", "libx265", "-x265-params", "log-level=none")]
    [InlineData("v.m2v", true, "-c:v", "mpeg2video", "-bf", "2")]
    [InlineData("v.ts", true, "-c:v", "mpeg2video", "-bf", "2")]
    public void A_video_and_a_table_become_motion_imagery_that_ffmpeg_reads(string name, bool hasStamps, params string[] coding)
    {
        using var workspace = new CommandLine.Workspace();
        var video = VideoTool.Make(workspace.File(name), coding);
        File.WriteAllText(workspace.File("m.csv"), Table());
        var output = workspace.File("out.ts");
        string[] arguments = ["video", "mux", video, "--metadata", workspace.File("m.csv"), "--out", output];
        var result = CommandLine.Run(hasStamps ? [.. arguments, "--stamp"] : arguments);
        Assert.True(result.ExitCode == 0, result.Error);
        Assert.Contains("40 KLV packets", result.Output);
        Assert.Contains("MIIS Core Identifier (94)", result.Output);

        var streams = VideoTool.Output("ffprobe", "-v", "error", "-show_entries", "stream=codec_name", "-of", "csv=p=0", output);
        Assert.Contains("klv", streams);
        Assert.Equal(VideoTool.Hashes(video), VideoTool.Hashes(output));
        if (Path.GetExtension(name) is ".mp4" or ".mov" or ".ts")
            Assert.Equal(VideoTool.Times(video, "v"), VideoTool.Times(output, "v"));
        var packets = Packets(output);
        var pictures = VideoTool.Times(output, "v").Select(t => t.Pts).Order().ToArray();
        Assert.Equal(pictures.Select(p => p - pictures[0]), packets.Select(p => p.GetProperty("pts").GetInt64() - packets[0].GetProperty("pts").GetInt64()));
        Assert.All(packets, p => Assert.Equal("valid", p.GetProperty("checksum").GetString()));
        Assert.All(packets, p => Assert.Empty(p.GetProperty("problems").EnumerateArray()));
        Assert.Equal(Enumerable.Range(0, 40).Select(i => Start + 40_000L * i), packets.Select(p => Item(p, 2).GetProperty("value").GetInt64()));
        Assert.Equal("M, \"1\"", Item(packets[0], 3).GetProperty("value").GetString());
        Assert.Equal(17, Item(packets[0], 65).GetProperty("value").GetInt32());
        // FFmpeg takes out the same bytes, which begin behind the headers of cells.
        var klv = VideoTool.Output("ffprobe", "-v", "error", "-select_streams", "d", "-show_entries", "packet=size", "-of", "csv=p=0", output).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(40, klv.Length);
        using var info = JsonDocument.Parse(CommandLine.Run("video", "info", output, "--format", "json").Output);
        Assert.Equal(hasStamps ? 40 : 0, info.RootElement.GetProperty("stampedPictures").GetInt32());
        Assert.Empty(info.RootElement.GetProperty("faults").EnumerateObject());
    }

    [Fact]
    public void Asynchronous_metadata_comes_out_of_ffmpeg_byte_for_byte()
    {
        using var workspace = new CommandLine.Workspace();
        var video = VideoTool.Make(workspace.File("v.mp4"), "-c:v", "libx264");
        File.WriteAllText(workspace.File("m.csv"), Table());
        Assert.Equal(0, CommandLine.Run("video", "mux", video, "--metadata", workspace.File("m.csv"), "--carriage", "async", "--out", workspace.File("a.ts")).ExitCode);
        VideoTool.Output("ffmpeg", "-nostdin", "-v", "error", "-y", "-i", workspace.File("a.ts"), "-map", "0:d", "-c", "copy", "-f", "data", workspace.File("a.klv"));
        var (ours, theirs) = (Packets(workspace.File("a.ts")), Packets(workspace.File("a.klv")));
        Assert.Equal(40, theirs.Length);
        Assert.Equal(ours.Select(Bytes), theirs.Select(Bytes));
        Assert.All(ours, p => Assert.Equal(JsonValueKind.Null, p.GetProperty("pts").ValueKind));
    }

    [Theory]
    [Trait("Category", "Recorded")]
    [InlineData("osh_sample.ts", "sync", 277)]
    [InlineData("osh_sample.ts", "async", 277)]
    [InlineData("h264_klv.ts", "sync", 30)]
    [InlineData("h265_tricky_klv.ts", "async", 90)]
    [InlineData("aphill_short.ts", "sync", 48)]
    public void Lines_of_klv_give_the_packets_that_they_are_of(string file, string carriage, int count)
    {
        using var workspace = new CommandLine.Workspace();
        var video = Recorded.PathOf($"video/{file}");
        File.WriteAllText(workspace.File("m.jsonl"), CommandLine.Run("video", "klv", video).Output);
        var result = CommandLine.Run("video", "mux", video, "--metadata", workspace.File("m.jsonl"), "--carriage", carriage, "--out", workspace.File("out.ts"));
        Assert.True(result.ExitCode == 0, result.Error);
        var (before, after) = (Packets(video), Packets(workspace.File("out.ts")));
        Assert.Equal(count, after.Length);
        Assert.Equal(before.Select(Bytes), after.Select(Bytes));
        if (file == "osh_sample.ts" && carriage == "sync")
            Assert.Equal(before.Select(p => p.GetProperty("pts").GetInt64()), after.Select(p => p.GetProperty("pts").GetInt64()));
    }

    [Fact]
    public void Edited_lines_are_refused_or_written_by_value()
    {
        using var workspace = new CommandLine.Workspace();
        var video = VideoTool.Make(workspace.File("v.ts"), "-c:v", "libx264");
        File.WriteAllText(workspace.File("m.csv"), Table());
        Assert.Equal(0, CommandLine.Run("video", "mux", video, "--metadata", workspace.File("m.csv"), "--out", workspace.File("a.ts")).ExitCode);
        var lines = CommandLine.Run("video", "klv", workspace.File("a.ts")).Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var altitude = Item(JsonDocument.Parse(lines[0]).RootElement, 15).GetProperty("value").GetRawText();
        lines[0] = lines[0].Replace($"\"value\":{altitude}", "\"value\":1500", StringComparison.Ordinal).Replace("\"value\":\"none\"", "\"value\":\"some\"", StringComparison.Ordinal);
        File.WriteAllLines(workspace.File("edited.jsonl"), lines);

        string[] arguments = ["video", "mux", workspace.File("a.ts"), "--metadata", workspace.File("edited.jsonl"), "--out", workspace.File("b.ts")];
        var refused = CommandLine.Run(arguments);
        Assert.Equal(3, refused.ExitCode);
        Assert.Contains("edited.jsonl:1: Sensor True Altitude: value 1500 is not that of raw", refused.Error);
        Assert.False(File.Exists(workspace.File("b.ts")));

        Assert.Equal(0, CommandLine.Run([.. arguments, "--prefer", "value"]).ExitCode);
        var (before, after) = (Packets(workspace.File("a.ts")), Packets(workspace.File("b.ts")));
        Assert.Equal(1500, Item(after[0], 15).GetProperty("value").GetDouble(), 0.2);
        Assert.Contains("\"value\":\"some\"", Item(after[0], 48).GetRawText());
        Assert.Equal("valid", after[0].GetProperty("checksum").GetString());
        Assert.Equal(before.Skip(1).Select(Bytes), after.Skip(1).Select(Bytes));
        Assert.Equal(40, after.Length);

        Assert.Equal(0, CommandLine.Run([.. arguments, "--prefer", "value", "--keep-metadata"]).ExitCode);
        Assert.Equal(80, Packets(workspace.File("b.ts")).Length);
    }

    [Fact]
    public void Bad_rows_are_told_by_file_line_and_column_and_left_out_when_asked()
    {
        using var workspace = new CommandLine.Workspace();
        var video = VideoTool.Make(workspace.File("v.mp4"), "-c:v", "libx264");
        File.WriteAllText(workspace.File("m.csv"), $"time,Sensor Latitude\n{Start},10\n{Start + 40_000},95\n{Start + 80_000},20\n{Start - 9_000_000},20\nnever,1\n{Start},1,2\n");
        string[] arguments = ["video", "mux", video, "--metadata", workspace.File("m.csv"), "--out", workspace.File("out.ts")];
        var refused = CommandLine.Run(arguments);
        Assert.Equal(3, refused.ExitCode);
        Assert.Contains("m.csv:3: Sensor Latitude: Sensor Latitude takes -90 to 90 deg, not 95", refused.Error);
        Assert.False(File.Exists(workspace.File("out.ts")));

        var skipped = CommandLine.Run([.. arguments, "--skip-bad"]);
        Assert.Equal(3, skipped.ExitCode);
        Assert.Contains("3 rows that cannot be used", skipped.Error);
        Assert.Contains("1 rows lie before the video and 0 after it", skipped.Error);
        Assert.Equal(2, Packets(workspace.File("out.ts")).Length);

        File.WriteAllText(workspace.File("m.csv"), "pts,Sensor Latitude\n0.2,10\n");
        Assert.Contains("give --start", CommandLine.Run(arguments).Error);
        Assert.Equal(0, CommandLine.Run([.. arguments, "--start", "2024-05-01T12:00:00Z"]).ExitCode);
        var packet = Assert.Single(Packets(workspace.File("out.ts")));
        Assert.Equal(Start + 200_000, Item(packet, 2).GetProperty("value").GetInt64());
        File.WriteAllText(workspace.File("m.csv"), "time,Latitude\n1,2\n");
        Assert.Contains("Latitude: is no item of ST 0601", CommandLine.Run(arguments).Error);
        File.WriteAllText(workspace.File("m.csv"), "time,13,Sensor Latitude\n1,2,3\n");
        Assert.Contains("means the same item", CommandLine.Run(arguments).Error);
        Assert.Equal(2, CommandLine.Run([.. arguments, "--start", "noon"]).ExitCode);
        Assert.Equal(2, CommandLine.Run([.. arguments, "--fps", "fast"]).ExitCode);
    }

    [Fact]
    public void Lines_of_json_are_read_as_rows_of_a_table_are()
    {
        using var workspace = new CommandLine.Workspace();
        var video = VideoTool.Make(workspace.File("v.mp4"), "-c:v", "libx264");
        File.WriteAllText(workspace.File("m.jsonl"), "{\"time\":\"2024-05-01T12:00:00Z\",\"SensorLatitude\":10.5,\"3\":\"A\",\"Caveats\":null,\"#remark\":true}\n\n{\"Precision Time Stamp\":1714564800040000,\"13\":11}\n");
        var result = CommandLine.Run("video", "mux", video, "--metadata", workspace.File("m.jsonl"), "--out", workspace.File("out.ts"));
        Assert.True(result.ExitCode == 0, result.Error);
        Assert.Equal([10.5, 11], Packets(workspace.File("out.ts")).Select(p => Math.Round(Item(p, 13).GetProperty("value").GetDouble(), 6)));
    }

    [Fact]
    public void Any_text_as_metadata_is_read_or_refused()
    {
        using var workspace = new CommandLine.Workspace();
        var video = VideoTool.Make(workspace.File("v.mp4"), "-c:v", "libx264");
        var random = new Random(84);
        var line = "{\"offset\":1,\"pts\":90000,\"pid\":257,\"key\":\"060e2b34020b01010e01030101000000\",\"set\":\"ST 0601\",\"checksum\":\"valid\",\"items\":[{\"tag\":2,\"name\":\"Precision Time Stamp\",\"value\":1714564800000000,\"unit\":\"us\",\"raw\":\"0006176342A98000\"},{\"tag\":48,\"raw\":\"010101\",\"items\":[{\"tag\":1,\"value\":1,\"raw\":\"01\"}]}],\"problems\":[]}";
        foreach (var seed in new[] { Table(3), line, "{\"time\":1714564800000000,\"13\":\"\\ud800\"}" })
            for (var round = 0; round < 8; round++)
            {
                var text = seed.ToCharArray();
                for (var times = round == 0 ? 0 : random.Next(1, 6); times > 0; times--)
                    text[random.Next(text.Length)] = "\"{}[],:0x\n\u0001é"[random.Next(12)];
                File.WriteAllText(workspace.File("m"), new string(text));
                var result = CommandLine.Run("video", "mux", video, "--metadata", workspace.File("m"), "--out", workspace.File("out.ts"), "--skip-bad", "--prefer", "value");
                Assert.True(result.ExitCode is 0 or 3, $"{new string(text)}\n{result.Error}");
                Assert.True(result.ExitCode == 0 || result.Error.Contains("overflight: ", StringComparison.Ordinal));
            }
    }
}

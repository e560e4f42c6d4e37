using System.Diagnostics;
using System.Net;
using System.Text.Json;
using Overflight.Misb.Ts;
using Overflight.Testing;

namespace Overflight.EndToEnd;

/// <summary>The verbs of video on the network of this machine, with each other and with FFmpeg.</summary>
[Trait("Category", "Recorded")]
public class VideoNetworkTests
{
    private static Task<CommandLine.Result> Start(params string[] arguments) =>
        Task.Factory.StartNew(() => CommandLine.Run(arguments), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    private static string Part(CommandLine.Workspace workspace)
    {
        // Two seconds of a recording are enough, up to where a packet of metadata begins.
        var recording = Recorded.PathOf("video/osh_sample.ts");
        var next = CommandLine.Run("video", "klv", recording).Output.Split('\n')[60];
        var end = JsonDocument.Parse(next).RootElement.GetProperty("offset").GetInt32() / 188 * 188;
        File.WriteAllBytes(workspace.File("part.ts"), File.ReadAllBytes(recording)[..end]);
        return workspace.File("part.ts");
    }

    private static string[] Bytes(string lines) =>
        [.. lines.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonDocument.Parse(l).RootElement).Select(p => p.GetProperty("pts") + string.Concat(p.GetProperty("items").EnumerateArray().Select(i => $" {i.GetProperty("tag")}={i.GetProperty("raw")}")))];

    [Theory]
    [InlineData("udp")]
    [InlineData("rtp")]
    public async Task What_is_copied_to_the_network_is_read_from_it(string scheme)
    {
        using var workspace = new CommandLine.Workspace();
        var part = Part(workspace);
        var expected = Bytes(CommandLine.Run("video", "klv", part).Output);
        Assert.True(expected.Length > 20);
        var port = UdpPort.Free();
        var reading = Start("video", "klv", $"{scheme}://127.0.0.1:{port}", "--packets", "20", "--for", "60");
        UdpPort.AwaitListener(port);
        var sent = CommandLine.Run("video", "remux", part, "--out", $"{scheme}://127.0.0.1:{port}");
        Assert.True(sent.ExitCode == 0, sent.Error);
        var read = await reading;
        Assert.True(read.ExitCode == 0, read.Error);
        Assert.Equal(expected.Take(20), Bytes(read.Output));
    }

    [Fact]
    public async Task What_is_muxed_to_rtp_is_copied_into_a_file_and_told_by_info()
    {
        using var workspace = new CommandLine.Workspace();
        var part = Part(workspace);
        File.WriteAllText(workspace.File("m.jsonl"), CommandLine.Run("video", "klv", part).Output);
        var (port, other) = (UdpPort.Free(), UdpPort.Free());
        // What is sent takes two seconds; the rest is for a machine that is busy.
        var copying = Start("video", "remux", $"rtp://127.0.0.1:{port}", "--for", "20", "--out", workspace.File("copy.ts"));
        var telling = Start("video", "info", $"udp://127.0.0.1:{other}", "--for", "20", "--format", "json");
        UdpPort.AwaitListener(port);
        UdpPort.AwaitListener(other);
        string[] to = [$"rtp://127.0.0.1:{port}", $"udp://127.0.0.1:{other}"];
        foreach (var sent in await Task.WhenAll(to.Select(t => Start("video", "mux", part, "--metadata", workspace.File("m.jsonl"), "--out", t))))
            Assert.True(sent.ExitCode == 0, sent.Error);
        Assert.Equal(0, (await copying).ExitCode);
        Assert.Equal(0, CommandLine.Run("video", "mux", part, "--metadata", workspace.File("m.jsonl"), "--out", workspace.File("muxed.ts")).ExitCode);
        Assert.Equal(Bytes(CommandLine.Run("video", "klv", workspace.File("muxed.ts")).Output), Bytes(CommandLine.Run("video", "klv", workspace.File("copy.ts")).Output));
        using var info = JsonDocument.Parse((await telling).Output);
        Assert.Equal(Bytes(CommandLine.Run("video", "klv", part).Output).Length, info.RootElement.GetProperty("packets").GetInt32());
    }

    [Theory]
    [InlineData("udp", "mpegts")]
    [InlineData("rtp", "rtp_mpegts")]
    public async Task Ffmpeg_sends_and_is_read(string scheme, string format)
    {
        using var workspace = new CommandLine.Workspace();
        var part = Part(workspace);
        VideoTool.Output("ffmpeg", "-version");
        var port = UdpPort.Free();
        var reading = Start("video", "klv", $"{scheme}://127.0.0.1:{port}", "--packets", "15", "--for", "60");
        UdpPort.AwaitListener(port);
        VideoTool.Output("ffmpeg", "-nostdin", "-v", "error", "-re", "-i", part, "-map", "0", "-c", "copy", "-f", format, $"{scheme}://127.0.0.1:{port}{(scheme == "udp" ? "?pkt_size=1316" : "")}");
        var read = await reading;
        Assert.True(read.ExitCode == 0, read.Error);
        var lines = read.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(15, lines.Length);
        Assert.All(lines, l => Assert.Contains("\"checksum\":\"valid\"", l));
    }

    [Theory]
    [InlineData("udp")]
    [InlineData("rtp")]
    public async Task Ffmpeg_receives_what_is_sent(string scheme)
    {
        using var workspace = new CommandLine.Workspace();
        var part = Part(workspace);
        VideoTool.Output("ffmpeg", "-version");
        var port = UdpPort.Free();
        var receiving = Task.Run(() => VideoTool.Output("ffmpeg", "-nostdin", "-v", "error", "-y", "-t", "1", "-i", $"{scheme}://127.0.0.1:{port}", "-map", "0:v", "-c", "copy", "-f", "mpegts", workspace.File("got.ts")), TestContext.Current.CancellationToken);
        UdpPort.AwaitListener(port);
        // Sent until the receiver has enough: how long it looks at a stream before it begins is its own affair.
        for (var times = 0; times < 10 && !receiving.IsCompleted; times++)
            Assert.Equal(0, CommandLine.Run("video", "remux", part, "--out", $"{scheme}://127.0.0.1:{port}").ExitCode);
        Assert.True(receiving.IsCompleted, "ffmpeg has not got a second of video");
        await receiving;
        Assert.NotEmpty(VideoTool.Hashes(workspace.File("got.ts")));
    }

    [Fact]
    public async Task Klv_in_rtp_is_read_and_ctrl_c_ends_the_listening()
    {
        using var workspace = new CommandLine.Workspace();
        var packets = CommandLine.Run("video", "klv", Recorded.PathOf("video/Truck.klv")).Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var file = File.ReadAllBytes(Recorded.PathOf("video/Truck.klv"));
        var port = UdpPort.Free();
        // What a shell runs in the background ignores Ctrl-C, and so does all that it runs; env undoes that.
        string[] command = [.. OperatingSystem.IsLinux() ? (string[])["env", "--default-signal=INT"] : [], "dotnet", CommandLine.Program, "video", "klv", $"rtp+klv://127.0.0.1:{port}"];
        using var program = Process.Start(new ProcessStartInfo(command[0], command[1..]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        UdpPort.AwaitListener(port);
        var offsets = packets.Take(6).Select(p => JsonDocument.Parse(p).RootElement.GetProperty("offset").GetInt32()).ToArray();
        using (var sender = new KlvRtpSender(new IPEndPoint(IPAddress.Loopback, port)))
            for (var i = 0; i < 5; i++)
                sender.Write(file.AsSpan(offsets[i]..offsets[i + 1]), 18_000 * i);
        var lines = new List<string>();
        while (lines.Count < 5 && await program.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken).AsTask().WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken) is { } line)
            lines.Add(line);
        using (var kill = Process.Start("kill", ["-INT", $"{program.Id}"]))
            await kill.WaitForExitAsync(TestContext.Current.CancellationToken);
        var hasEnded = program.WaitForExit(20_000);
        if (!hasEnded)
            program.Kill();
        Assert.True(hasEnded, "Ctrl-C does not end it");
        Assert.Equal(0, program.ExitCode);
        static string Items(string l) => JsonDocument.Parse(l).RootElement.GetProperty("items").GetRawText();
        Assert.Equal(packets.Take(5).Select(Items), lines.Select(Items));
    }

    [Fact]
    public void Addresses_and_limits_that_cannot_be_are_refused()
    {
        foreach (var wrong in new[] { "udp://127.0.0.1", "rtp://127.0.0.1:0", "udp://127.0.0.1:70000" })
            Assert.Equal(2, CommandLine.Run("video", "klv", wrong).ExitCode);
        Assert.Equal(2, CommandLine.Run("video", "klv", "file.ts", "--for", "5").ExitCode);
        Assert.Equal(2, CommandLine.Run("video", "klv", "udp://127.0.0.1:5000", "--for", "-1").ExitCode);
        Assert.Equal(2, CommandLine.Run("video", "klv", "udp://127.0.0.1:5000", "--packets", "0").ExitCode);
        var silent = CommandLine.Run("video", "info", $"udp://127.0.0.1:{UdpPort.Free()}", "--for", "0.2");
        Assert.Equal(3, silent.ExitCode);
        Assert.Contains("no transport stream came", silent.Error);
    }
}

using System.Diagnostics;
using Overflight.Testing;

namespace Overflight.EndToEnd;

/// <summary>Where <c>--out</c> leads.</summary>
public class OutputTests
{
    private static readonly byte[] Packet =
        [0x06, 0x0E, 0x2B, 0x34, 0x02, 0x0B, 0x01, 0x01, 0x0E, 0x01, 0x03, 0x01, 0x01, 0, 0, 0, 6, 13, 4, 0x55, 0x95, 0xB6, 0x6D];

    [Fact]
    public async Task A_named_pipe_is_written_and_stays_a_pipe()
    {
        using var workspace = new CommandLine.Workspace();
        File.WriteAllBytes(workspace.File("made.klv"), Packet);
        var (pipe, copy) = (workspace.File("pipe"), workspace.File("copy"));
        using var reader = Process.Start("sh", ["-c", $"mkfifo '{pipe}' && touch '{copy}' && exec cat '{pipe}' > '{copy}'"]);
        try
        {
            while (!File.Exists(copy))
                await Task.Delay(20, TestContext.Current.CancellationToken);
            var expected = CommandLine.Run("video", "klv", workspace.File("made.klv")).Output;
            Assert.Equal(0, CommandLine.Run("video", "klv", workspace.File("made.klv"), "--out", pipe).ExitCode);
            await reader.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);
            Assert.Equal(expected, File.ReadAllText(copy));
            using var test = Process.Start("test", ["-p", pipe]);
            await test.WaitForExitAsync(TestContext.Current.CancellationToken);
            Assert.Equal(0, test.ExitCode);
        }
        finally
        {
            reader.Kill();
        }
    }

    [Fact]
    public void A_link_stays_a_link_and_its_file_is_replaced()
    {
        using var workspace = new CommandLine.Workspace();
        File.WriteAllBytes(workspace.File("made.klv"), Packet);
        File.WriteAllText(workspace.File("real.jsonl"), "old");
        File.CreateSymbolicLink(workspace.File("link.jsonl"), workspace.File("real.jsonl"));
        Assert.Equal(0, CommandLine.Run("video", "klv", workspace.File("made.klv"), "--out", workspace.File("link.jsonl")).ExitCode);
        Assert.NotNull(new FileInfo(workspace.File("link.jsonl")).LinkTarget);
        Assert.Contains("Sensor Latitude", File.ReadAllText(workspace.File("real.jsonl")));
    }

    [Fact]
    public void A_device_is_not_replaced()
    {
        if (OperatingSystem.IsWindows())
            return;
        using var workspace = new CommandLine.Workspace();
        File.WriteAllBytes(workspace.File("made.klv"), Packet);
        // A link to the device: were it replaced, the machine would keep its own.
        File.CreateSymbolicLink(workspace.File("nothing"), "/dev/null");
        Assert.Equal(0, CommandLine.Run("video", "klv", workspace.File("made.klv"), "--out", workspace.File("nothing")).ExitCode);
        Assert.Equal("/dev/null", new FileInfo(workspace.File("nothing")).LinkTarget);
        Assert.Equal(0, new FileInfo("/dev/null").Length);
    }
}

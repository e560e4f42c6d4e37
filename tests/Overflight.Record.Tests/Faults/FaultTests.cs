using System.Text;
using Overflight.Record.Checking;
using Overflight.Record.Storage;
using Overflight.Record.Tests.Storage;

namespace Overflight.Record.Tests.Faults;

/// <summary>
/// Every file system call of a run of appends and checkpoints fails once: by EIO, by a full disk, by SIGKILL. After each, what was
/// acknowledged is there, the check is clean, and the log goes on without help. tests/long makes all of them fail; here every so many.
/// </summary>
public sealed class FaultTests
{
    private const int Before = 249;

    /// <summary>The driver appends 15 entries over the end of a bundle, in five batches, with two checkpoints and two journals that are full.</summary>
    private const int Appended = 15;

    [Theory]
    [InlineData("error=EIO")]
    [InlineData("error=ENOSPC")]
    [InlineData("signal=SIGKILL")]
    public async Task Nothing_acknowledged_is_lost_whichever_call_fails(string fault)
    {
        Assert.SkipUnless(Strace.Works(), "strace is missing, or may not trace here: install strace");
        using var log = new MadeLog();
        await using (var writer = log.Open())
        {
            await writer.AppendAsync([.. Enumerable.Range(0, Before).Select(i => new ReadOnlyMemory<byte>(Entry(i)))]);
            await writer.CheckpointAsync();
        }
        var pristine = LogWriterTests.CopyFolder(log.Path, log.Beside("pristine"));
        var heads = File.ReadAllBytes(log.Key.Path + ".heads");
        var isLong = Environment.GetEnvironmentVariable("OVERFLIGHT_LONG") is not null;

        var calls = Strace.CallsOf(Path.GetDirectoryName(log.Path)!, log.Path, log.Key.Path);
        Assert.True(calls.Count > 60, $"only {calls.Count} calls were seen");
        var (injected, died, step) = (0, 0, isLong ? 1 : 13);
        for (var i = fault.Length % step; i < calls.Count; i += step)
        {
            for (var number = 1; ; number++)
            {
                Restore(pristine, log.Path);
                File.WriteAllBytes(log.Key.Path + ".heads", heads);
                var (call, path) = calls[i];
                var run = Strace.Inject(call, path, fault, number, log.Path, log.Key.Path);
                if (!run.Trace.Contains(fault.StartsWith("error", StringComparison.Ordinal) ? "(INJECTED)" : "+++ killed", StringComparison.Ordinal) && run.ExitCode == 0)
                    break;
                injected++;
                died += run.ExitCode == 0 ? 0 : 1;
                await Recovers(log, run, $"{call} {path} {fault} {number}");
                if (!isLong)
                    break;
            }
        }
        Assert.True(injected > (isLong ? 100 : 3), $"only {injected} faults were injected");
        Assert.True(died > (isLong ? injected / 4 : 0), $"of {injected} faults only {died} were noticed");
        TestContext.Current.TestOutputHelper?.WriteLine($"{fault}: {calls.Count} calls, {injected} faults injected, {died} runs ended by them");
    }

    private static async Task Recovers(MadeLog log, Strace.Result run, string at)
    {
        var told = run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var acknowledged = told.Where(line => line.StartsWith("acknowledged ", StringComparison.Ordinal)).Select(line => long.Parse(line.Split(' ')[2])).DefaultIfEmpty(Before - 1).Max() + 1;
        var signed = told.Where(line => line.StartsWith("signed ", StringComparison.Ordinal)).Select(line => long.Parse(line.Split(' ')[1])).DefaultIfEmpty(Before).Max();
        var standing = new LogReader(log.Path).Head;
        Assert.True(standing.Size >= signed, $"{at}: {signed} were signed, and the checkpoint counts {standing.Size}");
        await using (var writer = log.Open())
        {
            Assert.True(writer.Size >= acknowledged, $"{at}: {acknowledged} were acknowledged, and {writer.Size} are there");
            Assert.True(writer.Size <= Before + Appended, at);
            await writer.AppendAsync(Entry(writer.Size));
            await writer.CheckpointAsync();
        }
        var reader = new LogReader(log.Path);
        foreach (var (index, entry) in reader.Entries())
            Assert.True(entry.Span.SequenceEqual(Entry(index)), $"{at}: entry {index}");
        Assert.Equal(standing.Root, reader.RootAt(standing.Size));
        var report = LogCheck.Run(log.Path);
        Assert.True(report.IsSound, $"{at}: {string.Join("; ", report.Faults.Select(f => f.Path + ": " + f.What))}");
    }

    private static byte[] Entry(long index) => Encoding.UTF8.GetBytes($"entry {index}");

    private static void Restore(string from, string to)
    {
        Directory.Delete(to, recursive: true);
        LogWriterTests.CopyFolder(from, to);
    }
}

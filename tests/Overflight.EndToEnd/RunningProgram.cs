using System.Diagnostics;

namespace Overflight.EndToEnd;

/// <summary>The program while it runs, for verbs that do not end by themselves.</summary>
internal sealed class RunningProgram : IDisposable
{
    private readonly Process _process;
    private readonly Task<string> _error;

    private RunningProgram(Process process)
    {
        _process = process;
        _error = process.StandardError.ReadToEndAsync();
    }

    public static RunningProgram Start(IReadOnlyDictionary<string, string> environment, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add(CommandLine.Program);
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        return new RunningProgram(Process.Start(start)!);
    }

    /// <summary>The next lines of its output; fails where they do not come in time.</summary>
    public List<string> ReadLines(int count, TimeSpan within)
    {
        var lines = new List<string>();
        var reading = Task.Run(() =>
        {
            while (lines.Count < count && _process.StandardOutput.ReadLine() is { } line)
                lines.Add(line);
        });
        var isInTime = reading.Wait(within);
        if (!isInTime)
            _process.Kill();
        Assert.True(isInTime, $"{lines.Count} of {count} lines came; {(_error.Wait(TimeSpan.FromSeconds(5)) ? _error.Result : "")}");
        return lines;
    }

    public void Dispose()
    {
        _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
    }
}

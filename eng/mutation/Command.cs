using System.Diagnostics;

namespace Overflight.Mutation;

/// <summary>Runs other programs.</summary>
internal static class Command
{
    /// <summary>What a program writes.</summary>
    /// <exception cref="InvalidOperationException">It fails.</exception>
    public static string Output(string file, params IReadOnlyList<string> arguments)
    {
        using var process = Start(file, arguments);
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? output : throw new InvalidOperationException($"{file} {string.Join(' ', arguments)} exits {process.ExitCode}\n{output}{error.Result}");
    }

    /// <summary>How a program ends within a time, and what it writes; null where it does not, and is ended.</summary>
    public static async Task<(int ExitCode, string Output)?> WithinAsync(TimeSpan time, string file, params IReadOnlyList<string> arguments)
    {
        using var process = Start(file, arguments);
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        using var limit = new CancellationTokenSource(time);
        try
        {
            await process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            return null;
        }
        return (process.ExitCode, await output + await error);
    }

    private static Process Start(string file, IReadOnlyList<string> arguments) =>
        Process.Start(new ProcessStartInfo(file, arguments) { RedirectStandardOutput = true, RedirectStandardError = true }) ?? throw new InvalidOperationException($"{file} does not start");
}

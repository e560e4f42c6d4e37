using System.Diagnostics;

namespace Overflight.Mutation;

/// <summary>Runs other programs.</summary>
internal static class Command
{
    /// <summary>What a program writes.</summary>
    /// <exception cref="InvalidOperationException">It fails.</exception>
    public static string Output(string file, params IReadOnlyList<string> arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(file, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? output : throw new InvalidOperationException($"{file} {string.Join(' ', arguments)} exits {process.ExitCode}\n{output}{error.Result}");
    }
}

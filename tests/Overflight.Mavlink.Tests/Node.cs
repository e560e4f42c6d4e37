using System.Diagnostics;
using Overflight.Testing;

namespace Overflight.Mavlink.Tests;

/// <summary>Runs the scripts of the peer.</summary>
internal static class Node
{
    public static string Folder { get; } = Path.Combine(Repository.Root, "tests/mavlink-peer");

    /// <summary>What a script prints.</summary>
    public static string Run(string script, params string[] arguments)
    {
        using var process = Start(script, arguments);
        var error = process.StandardError.ReadToEndAsync();
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, $"{script}: {error.Result}");
        return output;
    }

    public static Process Start(string script, params string[] arguments) => Process.Start(
        new ProcessStartInfo("node", [Path.Combine(Folder, script), .. arguments]) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = Folder })!;
}

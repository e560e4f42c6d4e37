using System.Diagnostics;
using Overflight.Testing;

namespace Overflight.EndToEnd;

/// <summary>Runs the built program as a process.</summary>
internal static class CommandLine
{
#if DEBUG
    private const string Configuration = "Debug";
#else
    private const string Configuration = "Release";
#endif

    public static string Program { get; } = Path.Combine(Repository.Root, "src", "Overflight.Cli", "bin", Configuration, "net10.0", "overflight.dll");

    public sealed record Result(int ExitCode, string Output, string Error);

    public static Result Run(params string[] arguments) => Run(null, arguments);

    public static Result Run(byte[]? input, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add(Program);
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEndAsync();
        if (input is not null)
            process.StandardInput.BaseStream.Write(input);
        process.StandardInput.Close();
        process.WaitForExit();
        return new Result(process.ExitCode, output.Result, error.Result);
    }

    /// <summary>A folder of its own for one test, deleted afterwards.</summary>
    public sealed class Workspace : IDisposable
    {
        public string Folder { get; } = Directory.CreateTempSubdirectory("overflight-").FullName;

        public string File(string name) => Path.Combine(Folder, name);

        public void Dispose() => Directory.Delete(Folder, recursive: true);
    }
}

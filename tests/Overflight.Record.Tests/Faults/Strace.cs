using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Overflight.Record.Tests.Faults;

/// <summary>Runs the fault driver under strace, which tells its file system calls and makes one of them fail.</summary>
internal static partial class Strace
{
    /// <summary>The calls that change files or make them durable, and those that read what is decided by.</summary>
    private const string Calls = "openat,open,mkdir,mkdirat,unlink,unlinkat,rename,renameat,renameat2,rmdir,read,pread64,readv,preadv,write,pwrite64,writev,pwritev,fsync,fdatasync,syncfs,ftruncate,fallocate,flock,fcntl,stat,newfstatat,fstat,lseek,close";

#if DEBUG
    private const string Configuration = "Debug";
#else
    private const string Configuration = "Release";
#endif

    private static readonly string s_driver = Path.Combine(Testing.Repository.Root, "tests", "Overflight.Record.FaultDriver", "bin", Configuration, "net10.0", "Overflight.Record.FaultDriver.dll");

    public static bool Works()
    {
        try
        {
            return Run(["-f", "-qq", "-e", "trace=none", "true"]).ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }

    public sealed record Result(int ExitCode, string Output, string Trace);

    /// <summary>The paths below a folder that a run without a fault touches, and by which calls.</summary>
    public static IReadOnlyList<(string Call, string Path)> CallsOf(string below, string log, string key)
    {
        var result = Run(["-f", "-y", "-qq", "-s", "0", "-e", $"trace={Calls}", "dotnet", s_driver, log, key]);
        Assert.Equal(0, result.ExitCode);
        var calls = new List<(string, string)>();
        foreach (Match call in CallLine().Matches(result.Trace))
        {
            foreach (Match path in PathIn().Matches(call.Groups[2].Value))
            {
                if (path.Groups[1].Value is var found && found.StartsWith(below, StringComparison.Ordinal) && !calls.Contains((call.Groups[1].Value, found)))
                    calls.Add((call.Groups[1].Value, found));
            }
        }
        return calls;
    }

    /// <summary>Runs the driver with a fault at the n-th such call on a path, counted in each thread.</summary>
    public static Result Inject(string call, string path, string fault, int number, string log, string key) =>
        Run(["-f", "-qq", "-P", path, "-e", $"trace={call}", "-e", $"inject={call}:{fault}:when={number}", "dotnet", s_driver, log, key]);

    private static Result Run(IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo("strace", arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        // Its own threads stay out of the way of the counting.
        start.Environment["DOTNET_TieredCompilation"] = "0";
        using var process = Process.Start(start)!;
        var trace = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return new(process.ExitCode, output, trace.Result);
    }

    [GeneratedRegex(@"(?:\[pid +\d+\] )?([a-z0-9_]+)\(([^\n]*)")]
    private static partial Regex CallLine();

    [GeneratedRegex("""[<"](/[^>"]*)[>"]""")]
    private static partial Regex PathIn();
}

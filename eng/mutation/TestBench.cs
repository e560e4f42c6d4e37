using System.Diagnostics;

namespace Overflight.Mutation;

/// <summary>A copy of a test program in which one library is exchanged for its mutants, one after the other.</summary>
internal sealed class TestBench
{
    /// <summary>A mutant that makes the tests so many times slower is taken to hang.</summary>
    private const int TimesSlower = 10;

    private readonly string _program, _library, _results;

    /// <summary>Copies a test program.</summary>
    /// <param name="built">The folder that it was built to.</param>
    /// <param name="folder">The folder to copy it to; what is there is overwritten.</param>
    /// <param name="tests">Its name.</param>
    /// <param name="library">The library's name.</param>
    public TestBench(string built, string folder, string tests, string library)
    {
        foreach (var file in Directory.EnumerateFiles(built, "*", SearchOption.AllDirectories).Where(f => !f.Contains("/TestResults/", StringComparison.Ordinal)))
        {
            var copy = Path.Combine(folder, Path.GetRelativePath(built, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy, overwrite: true);
        }
        (_program, _library, _results) = (Path.Combine(folder, tests), Path.Combine(folder, library + ".dll"), Path.Combine(folder, "TestResults"));
    }

    /// <summary>Runs all tests on the library as it is, and tells how long they take.</summary>
    /// <exception cref="InvalidOperationException">One fails or is skipped: no fault could be seen by it.</exception>
    public async Task<TimeSpan> MeasureAsync()
    {
        var clock = Stopwatch.StartNew();
        if (await RunAsync(TimeSpan.FromMinutes(20)) is not { ExitCode: 0 } run)
            throw new InvalidOperationException($"the tests do not pass, all of them, on the library as it is:\n{(await RunAsync(TimeSpan.FromMinutes(20)))?.Output}");
        _ = run;
        return clock.Elapsed;
    }

    /// <summary>What the tests make of a mutant.</summary>
    public async Task<Outcome> TryAsync(byte[] image, TimeSpan usual)
    {
        await File.WriteAllBytesAsync(_library, image);
        return await RunAsync(usual * TimesSlower + TimeSpan.FromSeconds(10)) switch
        {
            null => Outcome.TimedOut,
            { ExitCode: 0 } => Outcome.Survived,
            _ => Outcome.Killed,
        };
    }

    private Task<(int ExitCode, string Output)?> RunAsync(TimeSpan limit) =>
        Command.WithinAsync(limit, _program, "--stop-on-fail", "on", "--fail-skips", "on", "--progress", "off", "--results-directory", _results);
}

using System.Diagnostics;
using System.Globalization;

namespace Overflight.Mutation;

/// <summary>Tells what the tests make of one image of a library after the other; keeps a <see cref="TestHost"/> for that, and begins another where it hangs or ends.</summary>
internal sealed class TestBench(string folder, string tests, string library, string image) : IDisposable
{
    /// <summary>A mutant that makes the tests so many times slower is taken to hang.</summary>
    private const int TimesSlower = 10;

    /// <summary>A host grows with each image.</summary>
    private const int MostImages = 30;

    private Process? _host;
    private string? _warm;
    private int _images;

    /// <summary>Runs all tests on the library as it is, and tells how long they take.</summary>
    /// <exception cref="InvalidOperationException">One fails or is skipped: no fault could be seen by it.</exception>
    public async Task<TimeSpan> MeasureAsync(byte[] original)
    {
        var clock = Stopwatch.StartNew();
        if (await RunAsync(original, TimeSpan.FromMinutes(20)) != 0)
            throw new InvalidOperationException($"the tests do not pass, all of them, on the library as it is (OVERFLIGHT_DATA, ./overflight):\n{(File.Exists(image + ".txt") ? await File.ReadAllTextAsync(image + ".txt") : "")}");
        return clock.Elapsed;
    }

    /// <summary>What the tests make of a mutant in an image of its own.</summary>
    public async Task<Outcome> TryAsync(byte[] mutant, TimeSpan usual) => Of(await RunAsync(mutant, Limit(usual)));

    /// <summary>What they make of one in an image of many, and which of them fail.</summary>
    /// <param name="many">The path of the image.</param>
    /// <param name="number">The mutant's number in it.</param>
    /// <param name="tests">Ids of the tests to run; all for none.</param>
    /// <param name="usual">How long the tests take.</param>
    public async Task<(Outcome Outcome, IReadOnlyList<string> Failed)> TryAsync(string many, int number, IReadOnlyCollection<string> tests, TimeSpan usual)
    {
        // What is made once and kept must be made without a fault.
        if (_warm != many && (await AskAsync($"{many}\t0\t", Limit(usual)))?.Code != 0)
            throw new InvalidOperationException($"the tests do not pass on {many} without any mutant: {many}.txt");
        _warm = many;
        var answer = await AskAsync($"{many}\t{number}\t{string.Join(',', tests)}", Limit(usual));
        return (Of(answer?.Code), answer?.Failed ?? []);
    }

    public void Dispose() => End();

    private static TimeSpan Limit(TimeSpan usual) => usual * TimesSlower + TimeSpan.FromSeconds(10);

    private static Outcome Of(int? code) => code switch
    {
        null => Outcome.TimedOut,
        0 => Outcome.Survived,
        _ => Outcome.Killed,
    };

    private async Task<int?> RunAsync(byte[] bytes, TimeSpan limit)
    {
        await File.WriteAllBytesAsync(image, bytes);
        if (++_images % MostImages == 0)
            End();
        return (await AskAsync(image, limit))?.Code;
    }

    private async Task<(int Code, IReadOnlyList<string> Failed)?> AskAsync(string line, TimeSpan limit)
    {
        _host ??= Process.Start(new ProcessStartInfo("dotnet", ["exec", "--runtimeconfig", Path.Combine(folder, tests + ".runtimeconfig.json"), typeof(TestHost).Assembly.Location, "host", folder, tests, library])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        await _host.StandardInput.WriteLineAsync(line);
        await _host.StandardInput.FlushAsync();
        using var clock = new CancellationTokenSource(limit);
        try
        {
            if ((await _host.StandardOutput.ReadLineAsync(clock.Token))?.Split(' ') is [var code, var failed])
                return (int.Parse(code, CultureInfo.InvariantCulture), failed.Split(',', StringSplitOptions.RemoveEmptyEntries));
            // It ended with the tests: a stack overflow, or an exit.
            End();
            return (-1, []);
        }
        catch (OperationCanceledException)
        {
            End();
            return null;
        }
    }

    private void End()
    {
        if (_host is null)
            return;
        if (!_host.HasExited)
            _host.Kill(entireProcessTree: true);
        _host.Dispose();
        (_host, _warm) = (null, null);
    }
}

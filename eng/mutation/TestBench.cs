using System.Diagnostics;

namespace Overflight.Mutation;

/// <summary>Tells what the tests make of one image of a library after the other; keeps a <see cref="TestHost"/> for that, and begins another where it hangs or ends.</summary>
internal sealed class TestBench(string folder, string tests, string library, string image) : IDisposable
{
    /// <summary>A mutant that makes the tests so many times slower is taken to hang.</summary>
    private const int TimesSlower = 10;

    /// <summary>A host grows with each image.</summary>
    private const int MostImages = 100;

    private Process? _host;
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

    /// <summary>What the tests make of a mutant.</summary>
    public async Task<Outcome> TryAsync(byte[] mutant, TimeSpan usual) => await RunAsync(mutant, usual * TimesSlower + TimeSpan.FromSeconds(10)) switch
    {
        null => Outcome.TimedOut,
        0 => Outcome.Survived,
        _ => Outcome.Killed,
    };

    public void Dispose() => End();

    private async Task<int?> RunAsync(byte[] bytes, TimeSpan limit)
    {
        await File.WriteAllBytesAsync(image, bytes);
        if (++_images % MostImages == 0)
            End();
        _host ??= Process.Start(new ProcessStartInfo("dotnet", ["exec", "--runtimeconfig", Path.Combine(folder, tests + ".runtimeconfig.json"), typeof(TestHost).Assembly.Location, "host", folder, tests, library])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        await _host.StandardInput.WriteLineAsync(image);
        await _host.StandardInput.FlushAsync();
        using var clock = new CancellationTokenSource(limit);
        try
        {
            if (int.TryParse(await _host.StandardOutput.ReadLineAsync(clock.Token), out var code))
                return code;
            // It ended with the tests: a stack overflow, or an exit.
            End();
            return -1;
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
        _host = null;
    }
}

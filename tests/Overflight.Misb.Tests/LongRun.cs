using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Overflight.Misb.Tests;

/// <summary>
/// Runs one piece of work very many times on all cores: a line on a terminal says how far it is, and a line of sums comes at the end. One round
/// that does not end is told by its number and ends the process, as nothing else would.
/// </summary>
internal sealed class LongRun(string what, long rounds)
{
    // Looks at a round, half a second apart. They are counted because a process that is held up ages by the clock, and does not hang.
    private const int MostLooks = 240;
    private readonly int _threads = Environment.ProcessorCount;
    private long _done;

    /// <summary>The number in a variable of the environment; the test is skipped where there is none.</summary>
    public static long RoundsOf(string variable)
    {
        if (long.TryParse(Environment.GetEnvironmentVariable(variable), NumberStyles.None, CultureInfo.InvariantCulture, out var rounds) && rounds > 0)
            return rounds;
        Assert.Skip($"{variable} is not set; tests/long-video sets it");
        return 0;
    }

    /// <summary>Runs the rounds; <paramref name="makeWorker"/> makes what a thread works with.</summary>
    public void Run(Func<Action<long>> makeWorker, Func<string> sums)
    {
        var clock = Stopwatch.StartNew();
        var (now, seen, looks) = (new long[_threads], new long[_threads], new int[_threads]);
        Array.Fill(now, -1);
        using var ended = new ManualResetEventSlim();
        var watch = new Thread(() =>
        {
            while (!ended.Wait(500))
            {
                if (!Console.IsErrorRedirected)
                    Say(Console.OpenStandardError(), $"\r\u001b[K{what}: {Interlocked.Read(ref _done):N0} of {rounds:N0}, {Interlocked.Read(ref _done) / clock.Elapsed.TotalSeconds:N0} a second");
                for (var thread = 0; thread < _threads; thread++)
                {
                    var round = Interlocked.Read(ref now[thread]);
                    looks[thread] = round >= 0 && round == seen[thread] ? looks[thread] + 1 : 0;
                    seen[thread] = round;
                    if (looks[thread] == MostLooks)
                        Environment.FailFast($"{what}: round {round} does not end");
                }
            }
        });
        watch.Start();
        try
        {
            Parallel.For(0, _threads, new ParallelOptions { MaxDegreeOfParallelism = _threads }, (thread, state) =>
            {
                try
                {
                    var work = makeWorker();
                    for (long round = thread; round < rounds && !state.IsExceptional; round += _threads)
                    {
                        Interlocked.Exchange(ref now[thread], round);
                        work(round);
                        Interlocked.Increment(ref _done);
                    }
                }
                finally
                {
                    // A round that failed has ended too.
                    Interlocked.Exchange(ref now[thread], -1);
                }
            });
        }
        finally
        {
            ended.Set();
            watch.Join();
        }
        Say(Console.OpenStandardOutput(), $"{(Console.IsErrorRedirected ? "" : "\r\u001b[K")}{what}: {_done:N0} rounds in {clock.Elapsed:hh\\:mm\\:ss}; {sums()}\n");
    }

    private static void Say(Stream stream, string text)
    {
        stream.Write(Encoding.UTF8.GetBytes(text));
        stream.Flush();
    }
}

using System.Collections.Concurrent;
using Overflight.Feeds.Live;
using Overflight.Tracks;

namespace Overflight.Feeds.Tests.Live;

/// <summary>A feed on a thread of its own.</summary>
internal sealed class RunningFeed : IDisposable
{
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private readonly BlockingCollection<(Aircraft, Fix)> _fixes = [];
    private readonly CancellationTokenSource _stop = new();
    private readonly Thread _thread;

    public RunningFeed(string address, FeedOptions options, ManualResetEventSlim? gate = null)
    {
        Feed = new Feed(FeedAddress.Parse(address), options);
        _thread = new Thread(() =>
        {
            try
            {
                Feed.Run((Aircraft aircraft, string callsign, in Fix fix) =>
                {
                    HasFirst.Set();
                    gate?.Wait(_stop.Token);
                    _fixes.Add((aircraft, fix));
                }, _stop.Token);
            }
            catch (OperationCanceledException)
            {
            }
        });
        _thread.Start();
    }

    public Feed Feed { get; }

    public ManualResetEventSlim HasFirst { get; } = new();

    public bool HasEnded => !_thread.IsAlive;

    public (Aircraft Aircraft, Fix Fix) Next()
    {
        Assert.True(_fixes.TryTake(out var next, Patience), $"no fix came; {Feed.Status.LastError}");
        return next;
    }

    public void Dispose()
    {
        _stop.Cancel();
        _thread.Join(Patience);
    }
}

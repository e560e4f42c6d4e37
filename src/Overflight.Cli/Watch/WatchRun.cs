using System.Diagnostics;
using System.Threading.Channels;
using Overflight.Airspace.Watching;
using Overflight.Feeds.Live;
using Overflight.Tracks;

namespace Overflight.Cli.Watch;

/// <summary>
/// Feeds on threads of their own, one engine on this: between them a queue with a bound, so that a feed faster than the
/// engine waits (files, TCP) or drops and counts (datagrams).
/// </summary>
internal sealed class WatchRun(IReadOnlyList<Feed> feeds, WatchEngine engine, TimeProvider clock)
{
    private const int QueueLength = 1 << 16;
    private const int LookAtClockEvery = 1_024;
    private static readonly TimeSpan s_tick = TimeSpan.FromMilliseconds(250);

    private readonly record struct Item(Aircraft Aircraft, string Callsign, Fix Fix);

    /// <summary>Runs until every feed has ended or the watch is stopped.</summary>
    /// <param name="tick">Called about four times a second between fixes.</param>
    /// <param name="stop">Ends the watch.</param>
    public void Run(Action tick, CancellationToken stop)
    {
        var isLive = feeds.Any(f => f.Address.IsLive);
        var queue = Channel.CreateBounded<Item>(new BoundedChannelOptions(QueueLength) { SingleReader = true, FullMode = BoundedChannelFullMode.Wait });
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var running = feeds.Select(feed => Task.Factory.StartNew(() => Follow(feed, queue.Writer, ending.Token), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default)).ToArray();
        _ = Task.WhenAll(running).ContinueWith(done => queue.Writer.TryComplete(done.Exception?.InnerException), TaskScheduler.Default);
        try
        {
            Consume(queue.Reader, isLive, tick, stop);
            if (!isLive)
                engine.Finish();
        }
        finally
        {
            ending.Cancel();
            Task.WhenAny(Task.WhenAll(running), Task.Delay(TimeSpan.FromSeconds(5), CancellationToken.None)).GetAwaiter().GetResult();
        }
    }

    private void Consume(ChannelReader<Item> queue, bool isLive, Action tick, CancellationToken stop)
    {
        var lastTick = Stopwatch.GetTimestamp();
        while (!stop.IsCancellationRequested)
        {
            var taken = 0;
            for (; taken < LookAtClockEvery && queue.TryRead(out var item); taken++)
                engine.Accept(item.Aircraft, item.Callsign, item.Fix);
            if (Stopwatch.GetElapsedTime(lastTick) >= s_tick)
            {
                lastTick = Stopwatch.GetTimestamp();
                // Recorded time does not pass by the clock.
                if (isLive)
                    engine.Advance(UtcInstant.From(clock.GetUtcNow()));
                tick();
            }
            if (taken == 0 && !MoreComes(queue, stop))
                return;
        }
    }

    /// <summary>Waits for more, a tick at most; false when no more can come.</summary>
    private static bool MoreComes(ChannelReader<Item> queue, CancellationToken stop)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(stop);
        limit.CancelAfter(s_tick);
        try
        {
            return queue.WaitToReadAsync(limit.Token).AsTask().GetAwaiter().GetResult();
        }
        catch (OperationCanceledException)
        {
            return true;
        }
    }

    private static void Follow(Feed feed, ChannelWriter<Item> queue, CancellationToken stop)
    {
        try
        {
            feed.Run((Aircraft aircraft, string callsign, in Fix fix) =>
            {
                var item = new Item(aircraft, callsign, fix);
                while (!queue.TryWrite(item))
                    if (!queue.WaitToWriteAsync(stop).AsTask().GetAwaiter().GetResult())
                        return;
            }, stop);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
        }
    }
}

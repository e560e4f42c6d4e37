using System.Collections.Concurrent;
using Overflight.Airspace.Verdicts;
using Overflight.Dossiers;
using Overflight.Feeds;

namespace Overflight.Cli.Running;

/// <summary>
/// Reads and judges many inputs at once and writes what comes of them in the order of the inputs. Each input has a small
/// bounded queue; a reader that is ahead of the writer waits, so memory stays flat.
/// </summary>
internal sealed class AnalysisRun(FlightAnalyzer analyzer, ReadOptions readOptions, int jobs)
{
    private const int QueueLength = 64;

    private long _filesDone;
    private long _bytes;
    private long _flights;

    /// <summary>Whether every input was read whole.</summary>
    public bool IsComplete { get; private set; } = true;

    /// <summary>Files read.</summary>
    public long Files => _filesDone;

    /// <summary>Flights judged.</summary>
    public long Flights => _flights;

    public void Run(IReadOnlyList<string> files, IAnalysisWriter writer, CancellationToken cancellation)
    {
        using var progress = new ProgressLine();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        using var slots = new SemaphoreSlim(jobs);
        var queues = new BlockingCollection<Item>?[files.Count];
        var started = 0;
        var readers = new Queue<Task>();
        try
        {
            for (var i = 0; i < files.Count; i++)
            {
                // Readers run a few inputs ahead of the writer, never more.
                for (; started < files.Count && started < i + 2 * jobs; started++)
                {
                    var queue = queues[started] = new BlockingCollection<Item>(QueueLength);
                    var file = files[started];
                    readers.Enqueue(Task.Factory.StartNew(() => ReadInto(file, queue, slots, stop.Token), stop.Token, TaskCreationOptions.LongRunning, TaskScheduler.Default));
                }
                Drain(files[i], queues[i]!, files.Count, writer, progress, stop.Token);
                queues[i] = null;
                readers.Dequeue().GetAwaiter().GetResult();
            }
        }
        finally
        {
            stop.Cancel();
        }
    }

    private readonly record struct Item(Task<List<FlightAnalysis>>? Flights, ReadReport? Report);

    private void Drain(string file, BlockingCollection<Item> queue, int files, IAnalysisWriter writer, ProgressLine progress, CancellationToken stop)
    {
        foreach (var item in queue.GetConsumingEnumerable(stop))
        {
            if (item.Flights is { } flights)
                foreach (var flight in flights.GetAwaiter().GetResult())
                {
                    writer.Flight(file, flight);
                    _flights++;
                }
            if (item.Report is { } report)
            {
                writer.Input(report);
                IsComplete &= report.IsComplete;
            }
            progress.Tell(() => $"{_filesDone} of {files} inputs, {Interlocked.Read(ref _bytes) / 1e6:0} MB read, {_flights} flights judged");
        }
        _filesDone++;
    }

    private void ReadInto(string file, BlockingCollection<Item> queue, SemaphoreSlim slots, CancellationToken stop)
    {
        try
        {
            slots.Wait(stop);
            try
            {
                long told = 0;
                var count = new Progress(bytes =>
                {
                    Interlocked.Add(ref _bytes, bytes - told);
                    told = bytes;
                });
                // Flights of one input are judged side by side where it holds many aircraft; the queue keeps their order.
                var report = TrackFile.Read(
                    file, readOptions, track => queue.Add(new Item(Judge(track, stop), null), stop), count, stop);
                queue.Add(new Item(null, report), stop);
            }
            finally
            {
                slots.Release();
            }
        }
        finally
        {
            queue.CompleteAdding();
        }
    }

    private Task<List<FlightAnalysis>> Judge(Tracks.Track track, CancellationToken stop) =>
        track.Count < 200
            ? Task.FromResult(analyzer.Analyze(track).ToList())
            : Task.Run(() => analyzer.Analyze(track).ToList(), stop);

    private sealed class Progress(Action<long> report) : IProgress<long>
    {
        public void Report(long value) => report(value);
    }
}

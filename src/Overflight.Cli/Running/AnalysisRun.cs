using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;
using Overflight.Dossiers;
using Overflight.Feeds;
using Overflight.Patterns;
using Overflight.Patterns.Integrity;

namespace Overflight.Cli.Running;

/// <summary>
/// Reads and judges many inputs at once and writes what comes of them in the order of the inputs. Each input has a small
/// bounded queue; a reader that is ahead of the writer waits, so memory stays flat.
/// </summary>
internal sealed class AnalysisRun(FlightExaminer examiner, ReadOptions readOptions, int jobs)
{
    private const int QueueLength = 64;

    private readonly InterferenceMap _interference = new();

    private long _filesDone;
    private long _bytes;
    private long _flights;
    private int _taken;
    private volatile ExceptionDispatchInfo? _failure;

    /// <summary>Whether every input was read whole.</summary>
    public bool IsComplete { get; private set; } = true;

    public void Run(IReadOnlyList<string> files, IAnalysisWriter writer, CancellationToken cancellation)
    {
        using var progress = new ProgressLine();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        using var admission = new SemaphoreSlim(0);
        var queues = new BlockingCollection<Item>?[files.Count];
        // Readers take inputs in order, so that the one the writer waits for is always among those being read.
        var readers = Enumerable.Range(0, Math.Min(jobs, files.Count))
            .Select(_ => Task.Factory.StartNew(() => ReadAll(files, queues, admission, stop.Token), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default))
            .ToArray();
        var admitted = 0;
        try
        {
            for (var i = 0; i < files.Count; i++)
            {
                // Readers run a few inputs ahead of the writer, never more.
                for (; admitted < files.Count && admitted < i + 2 * jobs; admitted++)
                {
                    queues[admitted] = new BlockingCollection<Item>(QueueLength);
                    admission.Release();
                }
                Drain(files[i], queues[i]!, files.Count, writer, progress, stop.Token);
                queues[i] = null;
            }
        }
        finally
        {
            stop.Cancel();
            Task.WaitAll(readers, CancellationToken.None);
        }
        writer.Interference(_interference.Areas());
    }

    private void ReadAll(IReadOnlyList<string> files, BlockingCollection<Item>?[] queues, SemaphoreSlim admission, CancellationToken stop)
    {
        try
        {
            while (true)
            {
                admission.Wait(stop);
                var file = Interlocked.Increment(ref _taken) - 1;
                // While enough other inputs wait to keep every processor busy, what is read is judged where it was read.
                ReadInto(files[file], queues[file]!, files.Count - file > jobs, stop);
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
        }
    }

    private readonly record struct Item(Task<List<FlightExamination>>? Flights, ReadReport? Report);

    private void Drain(string file, BlockingCollection<Item> queue, int files, IAnalysisWriter writer, ProgressLine progress, CancellationToken stop)
    {
        foreach (var item in queue.GetConsumingEnumerable(stop))
        {
            if (item.Flights is { } flights)
                foreach (var flight in flights.GetAwaiter().GetResult())
                {
                    writer.Flight(file, flight);
                    _interference.Add(flight.Flight);
                    _flights++;
                }
            if (item.Report is { } report)
            {
                writer.Input(report);
                IsComplete &= report.IsComplete;
            }
            progress.Tell(() => $"{_filesDone} of {files} inputs, {Interlocked.Read(ref _bytes) / 1e6:0} MB read, {_flights} flights judged");
        }
        _failure?.Throw();
        _filesDone++;
    }

    private void ReadInto(string file, BlockingCollection<Item> queue, bool isOneOfMany, CancellationToken stop)
    {
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
                file, readOptions, track => queue.Add(new Item(Judge(track, isOneOfMany, stop), null), stop), count, stop);
            queue.Add(new Item(null, report), stop);
        }
        catch (Exception e)
        {
            _failure = ExceptionDispatchInfo.Capture(e);
        }
        finally
        {
            queue.CompleteAdding();
        }
    }

    private Task<List<FlightExamination>> Judge(Tracks.Track track, bool atOnce, CancellationToken stop) =>
        atOnce || track.Count < 200
            ? Task.FromResult(examiner.Examine(track).ToList())
            : Task.Run(() => examiner.Examine(track).ToList(), stop);

    private sealed class Progress(Action<long> report) : IProgress<long>
    {
        public void Report(long value) => report(value);
    }
}

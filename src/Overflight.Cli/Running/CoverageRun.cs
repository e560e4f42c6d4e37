using Overflight.Feeds;
using Overflight.Patterns.Silence;
using Overflight.Tracks;
using Overflight.Tracks.Preparing;

namespace Overflight.Cli.Running;

/// <summary>Reads inputs to learn from all of them who is heard where and when.</summary>
internal static class CoverageRun
{
    public static CoverageModel Learn(IReadOnlyList<string> files, ReadOptions options, int jobs, CancellationToken cancellation)
    {
        var coverage = new CoverageModel();
        var done = 0;
        using var progress = new ProgressLine();
        Parallel.ForEach(files, new ParallelOptions { MaxDegreeOfParallelism = jobs, CancellationToken = cancellation }, file =>
        {
            TrackFile.Read(file, options with { ComputeHash = false }, track =>
            {
                foreach (var flight in FlightSplitter.Split(track))
                    coverage.Learn(FlightPreparer.Prepare(flight, SpeedBound.For(flight)));
            }, null, cancellation);
            var read = Interlocked.Increment(ref done);
            lock (progress)
                progress.Tell(() => $"learned from {read} of {files.Count} inputs");
        });
        return coverage;
    }
}

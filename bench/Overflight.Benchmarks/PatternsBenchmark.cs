using System.Globalization;
using Overflight.Feeds;
using Overflight.Patterns.Integrity;
using Overflight.Patterns.Kinds;
using Overflight.Patterns.Score;
using Overflight.Tracks;
using Overflight.Tracks.Preparing;

namespace Overflight.Benchmarks;

/// <summary>What flights did, over all recorded tracks, many of which circle the whole time, and over a day of airliners.</summary>
internal static class PatternsBenchmark
{
    public static void Run(string tracks)
    {
        Console.WriteLine("| CPU seconds for a million fixes, one core | all recorded tracks | airliners |");
        Console.WriteLine("|---|---:|---:|");
        var all = Flights(Directory.EnumerateFiles(tracks, "*.gz", SearchOption.AllDirectories).Order(StringComparer.Ordinal));
        var airliners = Flights([Path.Combine(tracks, "collections", "switzerland.json.gz")]);
        Row("kinds of flight", (all, airliners), flight => PatternFinder.Find(flight));
        Row("and position integrity", (all, airliners), flight => PositionIntegrity.Find(flight, PatternFinder.Find(flight)));
        Row("surveillance score, a flight an aircraft", (all, airliners), flight => SurveillanceScorer.Score([flight.Track], "", useReservedSquawks: false));
        Console.WriteLine();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{all.Count:#,0} flights of {Fixes(all):#,0} fixes; {airliners.Count:#,0} of {Fixes(airliners):#,0}"));
        var before = GC.GetAllocatedBytesForCurrentThread();
        foreach (var flight in all)
            PatternFinder.Find(flight);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{(GC.GetAllocatedBytesForCurrentThread() - before) / (double)Fixes(all):0} bytes allocated a fix, by flights: a flight's own arrays and its findings"));
    }

    private static void Row(string what, (List<PreparedFlight> All, List<PreparedFlight> Airliners) flights, Action<PreparedFlight> work)
    {
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {what} | {PerMillion(flights.All, work):0.00} | {PerMillion(flights.Airliners, work):0.00} |"));
    }

    private static double PerMillion(List<PreparedFlight> flights, Action<PreparedFlight> work) =>
        1e6 * Timing.MedianCpuSeconds(5, () => flights.ForEach(work)) / Fixes(flights);

    private static long Fixes(List<PreparedFlight> flights) => flights.Sum(f => (long)f.Count);

    private static List<PreparedFlight> Flights(IEnumerable<string> files)
    {
        var flights = new List<PreparedFlight>();
        foreach (var file in files)
            TrackFile.Read(file, new ReadOptions { ComputeHash = false }, track =>
            {
                foreach (var flight in FlightSplitter.Split(track))
                    flights.Add(FlightPreparer.Prepare(flight, SpeedBound.For(flight)));
            });
        return [.. flights.Where(f => f.Count > 1)];
    }
}

using Overflight.Feeds;
using Overflight.Testing;
using Overflight.Tracks;
using Overflight.Tracks.Preparing;

namespace Overflight.Patterns.Tests;

/// <summary>The flights of recorded tracks.</summary>
internal static class RecordedFlights
{
    public static List<PreparedFlight> Of(params string[] files)
    {
        var flights = new List<PreparedFlight>();
        foreach (var file in files)
            TrackFile.Read(Recorded.PathOf($"tracks/{file}"), new ReadOptions(), track =>
            {
                foreach (var flight in FlightSplitter.Split(track))
                    flights.Add(FlightPreparer.Prepare(flight, SpeedBound.For(flight)));
            });
        return [.. flights.Where(f => f.Count > 1)];
    }

    /// <summary>Every recorded set that nobody calls noisy.</summary>
    public static string[] CleanSets() =>
        [.. new[] { "calibration", "surveys", "tv_relay", "gliders", "featured", "military", "firefighting", "ambulances", "collections", "surveillance", "onground", "readsb" }
            .Select(folder => (Folder: folder, Path: Path.Combine(Recorded.Folder, "tracks", folder)))
            .Where(f => Directory.Exists(f.Path))
            .SelectMany(f => Directory.GetFiles(f.Path).Order(StringComparer.Ordinal).Select(p => $"{f.Folder}/{Path.GetFileName(p)}")),
            "buzzfeed2016_rnc.csv.gz", "buzzfeed2016_aeroptic.csv.gz"];
}

using Overflight.Airspace.Verdicts;
using Overflight.Airspace.Watching;
using Overflight.Tracks;

namespace Overflight.Airspace.Tests.Watching;

/// <summary>Feeds a track to an engine fix by fix and keeps what it says.</summary>
internal static class Watched
{
    public static List<WatchAlert> Alerts(Track track, double? maxSpeedKnots, params AirspaceRegion[] regions) =>
        Alerts(track, new WatchOptions { Regions = regions, MaxSpeedKnots = maxSpeedKnots, NearMetres = 1e9 });

    public static List<WatchAlert> Alerts(Track track, WatchOptions options)
    {
        var alerts = new List<WatchAlert>();
        var engine = new WatchEngine(options, alerts.Add);
        for (var i = 0; i < track.Count; i++)
            engine.Accept(track.Aircraft, track.CallsignAt(track.TimeAt(i)), track[i]);
        engine.Finish();
        return alerts;
    }

    /// <summary>What a verdict says, without how its fixes are numbered.</summary>
    public static string Told(AirspaceVerdict verdict) => $"{verdict.Kind} " + string.Join("; ", verdict.Intervals.Select(i => $"{i.IsCertain} {i.IsForced} {i.Enter} {i.Exit}"));
}

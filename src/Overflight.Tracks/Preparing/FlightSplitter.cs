namespace Overflight.Tracks.Preparing;

/// <summary>
/// Cuts a track into flights: at stays on the ground, where the source starts a new leg after a silence, and at silences
/// so long that a landing is likely. Time between flights is not covered by any of them.
/// </summary>
public static class FlightSplitter
{
    /// <summary>A stay on the ground shorter than this is a touch-and-go, seconds.</summary>
    public const double TouchAndGoSeconds = 120;

    /// <summary>A silence longer than this always cuts, seconds.</summary>
    public const double LongSilenceSeconds = 4 * 3600;

    /// <summary>A silence longer than this cuts where it begins and ends low, or a new leg or call sign follows, seconds.</summary>
    public const double SilenceSeconds = 1800;

    // Shorter ones never cut, whatever the source says.
    private const double ShortSilenceSeconds = 300;

    private const float LowFeet = 12_000;
    private const float FastestOnGroundKnots = 120;

    /// <summary>The flights, in order. Fixes on the ground between flights belong to none but the nearest one at each end.</summary>
    public static IEnumerable<Track> Split(Track track)
    {
        for (var start = FirstAirborne(track, 0); start < track.Count;)
        {
            var end = EndOfFlight(track, start);
            var first = start > 0 && IsOnGround(track, start - 1) && Gap(track, start - 1) <= SilenceSeconds ? start - 1 : start;
            var last = end < track.Count && IsOnGround(track, end) && Gap(track, end - 1) <= SilenceSeconds ? end : end - 1;
            yield return track.Slice(first, last - first + 1);
            start = FirstAirborne(track, end);
        }
    }

    private static int FirstAirborne(Track track, int from)
    {
        while (from < track.Count && IsOnGround(track, from))
            from++;
        return from;
    }

    /// <summary>The index after the flight's last airborne fix.</summary>
    private static int EndOfFlight(Track track, int start)
    {
        for (var i = start + 1; i < track.Count; i++)
        {
            if (Cuts(track, i))
                return i;
            if (IsOnGround(track, i) && StaysDown(track, i))
                return i;
        }
        return track.Count;
    }

    private static bool StaysDown(Track track, int first)
    {
        var last = first;
        while (last + 1 < track.Count && IsOnGround(track, last + 1))
            last++;
        return last + 1 == track.Count || track.TimeAt(last + 1).SecondsSince(track.TimeAt(first)) >= TouchAndGoSeconds;
    }

    private static bool Cuts(Track track, int i)
    {
        var silence = Gap(track, i - 1);
        if (silence <= ShortSilenceSeconds)
            return false;
        var isCallsignChanged = silence > SilenceSeconds && track.CallsignAt(track.TimeAt(i)) != track.CallsignAt(track.TimeAt(i - 1));
        return Cuts(silence, track.Statuses[i], track.BarometricAltitudesFeet[i - 1], track.BarometricAltitudesFeet[i], isCallsignChanged);
    }

    /// <summary>Whether a silence, and what follows it, ends a flight.</summary>
    internal static bool Cuts(double silenceSeconds, FixStatus statusAfter, float feetBefore, float feetAfter, bool isCallsignChanged)
    {
        if (silenceSeconds <= ShortSilenceSeconds)
            return false;
        if (silenceSeconds > LongSilenceSeconds)
            return true;
        if ((statusAfter & FixStatus.NewLeg) != 0)
            return true;
        return silenceSeconds > SilenceSeconds && ((feetBefore <= LowFeet && feetAfter <= LowFeet) || isCallsignChanged);
    }

    private static double Gap(Track track, int i) => track.TimeAt(i + 1).SecondsSince(track.TimeAt(i));

    private static bool IsOnGround(Track track, int i) => IsOnGround(track.Statuses[i], track.GroundSpeedsKnots[i]);

    /// <summary>Whether a fix is on the ground; a report of that at flying speed is not believed.</summary>
    internal static bool IsOnGround(FixStatus status, float groundSpeedKnots) =>
        (status & FixStatus.OnGround) != 0 && !(groundSpeedKnots > FastestOnGroundKnots);
}

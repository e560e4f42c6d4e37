using Overflight.Tracks.Integrity;

namespace Overflight.Tracks.Preparing;

/// <summary>Sets aside what cannot be true and gives each fix that is kept its radius.</summary>
public static class FlightPreparer
{
    /// <summary>Prepares a flight.</summary>
    /// <param name="flight">The flight's track.</param>
    /// <param name="speed">The speed bound that decides what cannot be reached.</param>
    /// <param name="suspect">Stretches of the track, first and last fix, whose positions are false.</param>
    public static PreparedFlight Prepare(Track flight, SpeedBound speed, IReadOnlyList<(int First, int Last)>? suspect = null)
    {
        var radii = new PositionRadius[flight.Count];
        var carried = new CarriedSpeed();
        for (var i = 0; i < radii.Length; i++)
            radii[i] = flight.RadiusAt(i, carried.For(flight.TimesMicroseconds[i], flight.GroundSpeedsKnots[i], speed.Knots));
        var reasons = new RejectionReason[flight.Count];
        MarkRepeats(flight, reasons);
        foreach (var (first, last) in suspect ?? [])
            reasons.AsSpan(first, last - first + 1).Fill(RejectionReason.Suspect);
        ReachableChain.MarkOutOfReach(flight, radii, speed.MetresPerSecond, reasons);

        var kept = new int[flight.Count];
        var setAside = new List<SetAsideFix>();
        var count = 0;
        for (var i = 0; i < reasons.Length; i++)
        {
            if (reasons[i] == RejectionReason.None)
                (radii[count], kept[count++]) = (radii[i], i);
            else
                setAside.Add(new SetAsideFix(i, reasons[i], radii[i]));
        }
        return new PreparedFlight(flight, speed, kept.AsSpan(0, count).ToArray(), radii, setAside);
    }

    /// <summary>Makes ready for the judge a flight whose fixes were found plausible already, as <see cref="Live.FlightAssembler"/> does.</summary>
    /// <param name="flight">The flight's track.</param>
    /// <param name="radii">The radius of each fix.</param>
    /// <param name="speed">The speed bound.</param>
    public static PreparedFlight Keep(Track flight, PositionRadius[] radii, SpeedBound speed)
    {
        ArgumentNullException.ThrowIfNull(flight);
        ArgumentNullException.ThrowIfNull(radii);
        ArgumentOutOfRangeException.ThrowIfNotEqual(radii.Length, flight.Count);
        return new PreparedFlight(flight, speed, [.. Enumerable.Range(0, flight.Count)], radii, []);
    }

    private static void MarkRepeats(Track flight, RejectionReason[] reasons)
    {
        var times = flight.TimesMicroseconds;
        for (var i = 1; i < reasons.Length; i++)
            if (times[i] == times[i - 1] && flight.PositionAt(i) == flight.PositionAt(i - 1))
                reasons[i] = RejectionReason.Repeat;
    }
}

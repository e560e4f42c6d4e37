using Overflight.Geodesy;
using Overflight.Patterns.Kinds;
using Overflight.Tracks.Preparing;

namespace Overflight.Patterns.Integrity;

/// <summary>Finds out which of a flight's positions betray that they are false.</summary>
public static class PositionIntegrity
{
    private const double Gravity = 9.80665;

    // Two and a half times its weight is what transport aircraft are built for (14 CFR 25.337); nobody circles so for long.
    private const double GreatestLoad = 2.5;
    private const double LeastCircleSeconds = 60;

    /// <summary>The findings, by their beginning.</summary>
    /// <param name="flight">The flight.</param>
    /// <param name="patterns">What it did, as <see cref="PatternFinder"/> found it.</param>
    public static IReadOnlyList<IntegrityFinding> Find(PreparedFlight flight, IReadOnlyList<FlightPattern> patterns)
    {
        ArgumentNullException.ThrowIfNull(flight);
        ArgumentNullException.ThrowIfNull(patterns);
        var found = new List<IntegrityFinding>();
        FalseTracks.Find(flight, found);
        MotionChecks.Find(flight, found);
        SourceChecks.Find(flight, found);
        foreach (var pattern in patterns)
            if (Load(pattern) > GreatestLoad && pattern.ObservedSeconds >= LeastCircleSeconds)
                found.Add(new IntegrityFinding(
                    IntegrityKind.ImpossibleCircle, pattern.Start, pattern.End, flight.IndexInTrack(pattern.First), flight.IndexInTrack(pattern.Last),
                    pattern.Fixes, pattern.Centre, Load(pattern)));
        found.Sort((a, b) => a.Start != b.Start ? a.Start.CompareTo(b.Start) : a.Kind.CompareTo(b.Kind));
        return found;
    }

    /// <summary>How many times its weight the wings would bear on that circle at that speed.</summary>
    private static double Load(FlightPattern pattern)
    {
        if (pattern.Kind is not (FlightKind.Orbit or FlightKind.Holding or FlightKind.ThermalCircling) || !(pattern.RadiusSpread < 0.2) || !(pattern.Turns >= 1.5))
            return 0;
        var speed = pattern.SpeedKnots * SiUnits.MetresPerSecondPerKnot;
        var sideways = speed * speed / pattern.RadiusMetres / Gravity;
        return Math.Sqrt(1 + sideways * sideways);
    }
}

namespace Overflight.Patterns.Kinds;

/// <summary>Names what goes round.</summary>
internal static class RoundKinds
{
    /// <summary>Share of the angular momentum that has one sense, from which on it goes round one way.</summary>
    public const double LeastSwirl = 0.7;

    /// <summary>As many turns as one waits at most; twice as many at a jet's pace, since stacks are flown so.</summary>
    public const double MostHoldingTurns = 8;

    /// <summary>Speed over ground in a hold that only jets have.</summary>
    public const double JetMetresPerSecond = 105;

    private const double ThermalMetres = 450;
    private const double WidestRingMetres = 12_000;

    /// <summary>Gliders and birds do not circle faster.</summary>
    public const double ThermalMetresPerSecond = 45;

    /// <summary>Metres a second upwards that tell climbing from circling to look.</summary>
    public const double LeastThermalClimb = 0.3;

    /// <summary>The kind and how well it is borne out, or a score of 0 for none of them.</summary>
    public static (FlightKind Kind, double Score) Of(RoundMeasure round, StretchPlane plane, double climbMetresPerSecond)
    {
        var swirl = Math.Abs(round.Swirl);
        var isSenseKnown = !double.IsNaN(swirl);
        if (!isSenseKnown)
            // Places about a ring, all the way round it, without a heading: an orbit if there are enough of them.
            return round.Spread <= 0.3 && round.Coverage > 0.9 && plane.Count >= 12 && round.Elongation < 1.5
                ? (FlightKind.Orbit, 0.6 * (1 - round.Spread))
                : (FlightKind.Loiter, 0);
        if (round.Coverage < 0.7)
            return (FlightKind.Loiter, 0);
        // Fixes far apart are headed elsewhere than the place they are paired with, where either is rounded or late.
        var leastRoundness = round.StepTurn > 0.7 ? 0.5 : 0.6;
        if (swirl < LeastSwirl)
            return IsRing(round, leastRoundness) ? (FlightKind.Orbit, 0.7 * (1 - round.Spread)) : (FlightKind.Loiter, 0);
        if (round.Turns < (round.IsCircle ? 0.85 : 1.1))
            return (FlightKind.Loiter, 0);
        var isLong = round.Elongation > 1.7;
        if (!isLong && (round.Spread > 0.42 || round.Roundness < leastRoundness))
            return (FlightKind.Loiter, 0);
        // So wide, a shape with corners is a figure or a tour.
        if (!isLong && round.Radius > WidestRingMetres && (round.Roundness < 0.9 || round.Spread > 0.3))
            return (FlightKind.Loiter, 0);
        if (isLong && (round.Turns < 1.6 || round.Elongation > 12))
            return (FlightKind.Loiter, 0);
        var score = swirl * (1 - 0.5 * Math.Min(1, round.Spread)) * (1 - Math.Exp(-1.2 * round.Turns)) * round.Coverage;
        var lap = round.ObservedSeconds / round.Turns;
        if (IsHolding(round, lap))
            return (FlightKind.Holding, score);
        if (round.Radius < ThermalMetres && round.Speed < ThermalMetresPerSecond && climbMetresPerSecond > LeastThermalClimb)
            return (FlightKind.ThermalCircling, score);
        return (isLong ? FlightKind.Racetrack : FlightKind.Orbit, score);
    }

    /// <summary>Round a place many times, now one way, now the other.</summary>
    private static bool IsRing(RoundMeasure round, double leastRoundness) =>
        round.Radius < WidestRingMetres && round.Spread <= 0.38 && round.Coverage > 0.9 && round.Elongation < 1.4 && round.Roundness >= leastRoundness + 0.1
        && round.Speed * round.ObservedSeconds >= 4 * 2 * Math.PI * round.Radius;

    /// <summary>
    /// Few laps at the pace of those who are on their way to land: PANS-OPS (ICAO Doc 8168 vol. I part I section 6) makes a
    /// lap of two standard turns and two legs of a minute or a minute and a half, four to six minutes; a full turn for spacing is
    /// half of that.
    /// </summary>
    private static bool IsHolding(RoundMeasure round, double lapSeconds) =>
        round.Speed >= 70 && round.Turns <= 4 && lapSeconds <= 480
        || round.Speed >= 75 && round.Turns < MostHoldingTurns && lapSeconds <= 480
        || round.Speed >= JetMetresPerSecond && round.Turns < 2 * MostHoldingTurns && lapSeconds <= 720;
}

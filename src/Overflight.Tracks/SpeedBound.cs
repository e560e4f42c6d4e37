using System.Globalization;

namespace Overflight.Tracks;

/// <summary>The greatest ground speed that a verdict allows the aircraft, and where that number came from.</summary>
/// <param name="Knots">Knots over ground.</param>
/// <param name="Origin">In words that a report can print.</param>
public readonly record struct SpeedBound(double Knots, string Origin)
{
    /// <summary>Where nothing is known of the aircraft: faster than airliners fly in any recorded jet stream.</summary>
    public const double UnknownKnots = 700;

    /// <summary>Fewer speeds than this tell nothing of what an aircraft can do.</summary>
    internal const int LeastReports = 10;

    /// <summary>No bound but a given one is greater: reported speeds of 1,000 knots and more do not count, and what counts is taken with 20 % and 30 knots.</summary>
    public const double GreatestKnots = MostKnots * 1.2 + 30;

    private const int MostKnots = 1_000;

    /// <summary>Metres per second.</summary>
    public double MetresPerSecond => Knots * Geodesy.SiUnits.MetresPerSecondPerKnot;

    /// <summary>A bound that the user gives.</summary>
    public static SpeedBound Given(double knots) => new(knots, "given");

    /// <summary>
    /// The bound for a track: its type's greatest true air speed plus wind where the type is known, else what was observed
    /// with a margin. Never less than what the track itself reports.
    /// </summary>
    public static SpeedBound For(Track track)
    {
        var highest = 0f;
        foreach (var altitude in track.BarometricAltitudesFeet)
            highest = altitude > highest ? altitude : highest;
        return For(track.Aircraft.TypeDesignator, ObservedKnots(track), highest);
    }

    /// <summary>The bound for an aircraft of a type (empty where unknown), by the speed and the greatest altitude observed (0 for none).</summary>
    internal static SpeedBound For(string typeDesignator, double observedKnots, float highestFeet)
    {
        if (TypeSpeeds.TryGetKnots(typeDesignator, out var airSpeed))
        {
            var wind = WindKnots(highestFeet);
            var bound = airSpeed + wind;
            return observedKnots * 1.05 <= bound
                ? new SpeedBound(bound, string.Create(CultureInfo.InvariantCulture, $"type {typeDesignator}: {airSpeed:0} kt true air speed and {wind:0} kt of wind"))
                : new SpeedBound(Math.Ceiling(observedKnots * 1.05), string.Create(CultureInfo.InvariantCulture, $"observed {observedKnots:0} kt, more than type {typeDesignator} and wind, and 5 %"));
        }
        return observedKnots > 0
            ? new SpeedBound(Math.Ceiling(observedKnots * 1.2 + 30), string.Create(CultureInfo.InvariantCulture, $"observed {observedKnots:0} kt, and 20 % and 30 kt"))
            : new SpeedBound(UnknownKnots, "type not known, and too few speeds in the air");
    }

    /// <summary>Wind to be added, by the highest altitude reached: jet streams lie above 20,000 ft.</summary>
    private static double WindKnots(float highestFeet) => highestFeet switch { > 20_000 => 150, > 10_000 => 80, > 0 => 50, _ => 150 };

    /// <summary>
    /// The 99th percentile of ground speeds reported in the air, so that one wild report does not set the bound; else of speeds
    /// between fixes; 0 where even those are too few.
    /// </summary>
    private static double ObservedKnots(Track track)
    {
        // Speeds are counted by whole knots, and each count remembers the greatest it holds.
        Span<(int Count, double Greatest)> tally = stackalloc (int, double)[MostKnots];
        tally.Clear();
        var count = 0;
        for (var i = 0; i < track.Count; i++)
            if (track.GroundSpeedsKnots[i] is > 0 and < MostKnots and var speed && (track.Statuses[i] & FixStatus.OnGround) == 0)
            {
                Add(tally, speed);
                count++;
            }
        if (count < LeastReports)
            count += TallyBetweenFixes(track, tally);
        if (count < LeastReports)
            return 0;
        var left = count - 1 - (int)((count - 1) * 0.99);
        for (var knots = MostKnots - 1; knots >= 0; knots--)
            if ((left -= tally[knots].Count) < 0)
                return tally[knots].Greatest;
        return 0;
    }

    private static void Add(Span<(int Count, double Greatest)> tally, double knots)
    {
        ref var entry = ref tally[(int)knots];
        entry = (entry.Count + 1, Math.Max(entry.Greatest, knots));
    }

    private static int TallyBetweenFixes(Track track, Span<(int Count, double Greatest)> tally)
    {
        var count = 0;
        for (int i = 0, j = 1; j < track.Count; j++)
        {
            var seconds = track.TimeAt(j).SecondsSince(track.TimeAt(i));
            if (seconds < 20)
                continue;
            var knots = Geodesy.GreatCircle.DistanceMetres(track.PositionAt(i), track.PositionAt(j)) / seconds * Geodesy.SiUnits.KnotsPerMetrePerSecond;
            if (knots is > 0 and < MostKnots)
            {
                Add(tally, knots);
                count++;
            }
            i = j;
        }
        return count;
    }
}

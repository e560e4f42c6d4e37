using Overflight.Geodesy;
using Overflight.Tracks;

namespace Overflight.Patterns.Score;

/// <summary>
/// Makes the study's columns of the flights of one aircraft. Its observations were some ten seconds apart, so denser tracks are thinned
/// to that: turns are counted between observations, and between denser ones they would be smaller.
/// </summary>
internal sealed class HistoryCollector
{
    /// <summary>Observations nearer in time than this to the one before are passed over, seconds.</summary>
    public const double LeastSpacingSeconds = 10;

    // Across a longer silence a change of course is no turn.
    private const double LongestTurnSeconds = 300;

    // Nearer places give no course, where the source does not send one.
    private const double LeastMoveMetres = 100;

    private const double SquareMetresPerSquareKilometre = 1e6;

    private readonly int[] _durations = new int[5];
    private readonly int[] _areas = new int[5];
    private readonly int[] _speeds = new int[5];
    private readonly int[] _altitudes = new int[5];
    private readonly int[] _turns = new int[9];
    private readonly SortedDictionary<int, int> _squawks = [];
    private readonly List<double> _spacings = [];
    private int _flights;
    private int _observations;

    /// <summary>Adds a flight.</summary>
    public void Add(Track flight)
    {
        if (flight.Count == 0)
            return;
        _flights++;
        double south = 90, north = -90, west = double.MaxValue, east = double.MinValue;
        var meridian = flight.PositionAt(0).LongitudeDegrees;
        var last = -1;
        var lastCourse = double.NaN;
        for (var i = 0; i < flight.Count; i++)
        {
            var place = flight.PositionAt(i);
            // From the first fix's meridian, so that a flight across 180° has a small box.
            var longitude = Math.IEEERemainder(place.LongitudeDegrees - meridian, 360);
            (south, north) = (Math.Min(south, place.LatitudeDegrees), Math.Max(north, place.LatitudeDegrees));
            (west, east) = (Math.Min(west, longitude), Math.Max(east, longitude));
            var seconds = last < 0 ? double.PositiveInfinity : flight.TimeAt(i).SecondsSince(flight.TimeAt(last));
            if (seconds < LeastSpacingSeconds)
                continue;
            lastCourse = Observe(flight, i, last, lastCourse, seconds);
            last = i;
        }
        var minutes = flight.TimeAt(flight.Count - 1).SecondsSince(flight.TimeAt(0)) / 60;
        _durations[HistoryBins.ClassOf(minutes, HistoryBins.DurationMinutes)]++;
        _areas[HistoryBins.ClassOf(BoxSquareKilometres(south, north, east - west), HistoryBins.AreaSquareKilometres)]++;
    }

    /// <summary>The history so far.</summary>
    public AircraftHistory Build(string typeDesignator)
    {
        _spacings.Sort();
        return new AircraftHistory
        {
            DurationShares = Shares(_durations),
            AreaShares = Shares(_areas),
            SpeedShares = Shares(_speeds),
            AltitudeShares = Shares(_altitudes),
            TurnShares = Shares(_turns)[..8],
            Flights = _flights,
            Observations = _observations,
            Squawk = _squawks.Count == 0 ? 0 : _squawks.MaxBy(s => s.Value).Key,
            TypeDesignator = typeDesignator,
            MedianSpacingSeconds = _spacings.Count == 0 ? double.NaN : _spacings[_spacings.Count / 2],
        };
    }

    /// <summary>Counts one observation and returns the course there.</summary>
    private double Observe(Track flight, int i, int last, double lastCourse, double seconds)
    {
        var fix = flight[i];
        _observations++;
        if (fix.Squawk > 0)
            _squawks[fix.Squawk] = _squawks.GetValueOrDefault(fix.Squawk) + 1;
        var altitude = float.IsNaN(fix.BarometricAltitudeFeet) ? fix.GeometricAltitudeFeet : fix.BarometricAltitudeFeet;
        if (!float.IsNaN(altitude))
            _altitudes[HistoryBins.ClassOf(altitude, HistoryBins.AltitudeFeet)]++;
        double metres = last < 0 ? 0 : GreatCircle.DistanceMetres(flight.PositionAt(last), fix.Position);
        double speed = fix.GroundSpeedKnots;
        if (double.IsNaN(speed) && seconds <= LongestTurnSeconds)
            speed = metres / seconds / SiUnits.MetresPerSecondPerKnot;
        if (!double.IsNaN(speed))
            _speeds[HistoryBins.ClassOf(speed, HistoryBins.SpeedKnots)]++;
        if (!double.IsInfinity(seconds))
            _spacings.Add(seconds);
        double course = fix.TrackDegrees;
        if (double.IsNaN(course))
            course = metres >= LeastMoveMetres ? GreatCircle.InitialAzimuthDegrees(flight.PositionAt(last), fix.Position) : lastCourse;
        CountTurn(course - lastCourse, seconds);
        return course;
    }

    /// <summary>
    /// The study took the plain difference of two courses from 0° to 360°, and a turn through north, which gives one beyond 180°, fell
    /// into none of its classes: its circling aircraft lack a turn in every circle, and so must ours.
    /// </summary>
    private void CountTurn(double difference, double seconds)
    {
        var isKnown = !double.IsNaN(difference) && seconds <= LongestTurnSeconds && Math.Abs(difference) <= 180;
        _turns[isKnown ? HistoryBins.ClassOf(difference, HistoryBins.TurnDegrees) : 8]++;
    }

    private static double BoxSquareKilometres(double south, double north, double widthDegrees)
    {
        var strip = Math.Sin(double.DegreesToRadians(north)) - Math.Sin(double.DegreesToRadians(south));
        return Wgs84.MeanRadiusMetres * Wgs84.MeanRadiusMetres * strip * double.DegreesToRadians(Math.Min(widthDegrees, 360)) / SquareMetresPerSquareKilometre;
    }

    /// <summary>Shares of a count; where nothing was counted, equal ones, which say nothing.</summary>
    private static double[] Shares(int[] counts)
    {
        var all = counts.Sum();
        return Array.ConvertAll(counts, c => all == 0 ? 1.0 / counts.Length : c / (double)all);
    }
}

using Overflight.Geodesy;
using Overflight.Tracks.Preparing;

namespace Overflight.Patterns.Kinds;

/// <summary>A flight's kept fixes as the shape finders want them, in arrays that serve one flight after another: only their first <see cref="Count"/> places count. Angles in radians from north, clockwise.</summary>
internal sealed class Motion
{
    /// <summary>A longer step says nothing of how it was flown, seconds.</summary>
    public const double LongestStepSeconds = 90;

    public int Count { get; private set; }

    /// <summary>Since the first fix.</summary>
    public double[] Seconds { get; private set; } = [];

    public double[] LatitudeDegrees { get; private set; } = [];

    /// <summary>Continuous across the antimeridian.</summary>
    public double[] LongitudeDegrees { get; private set; } = [];

    /// <summary>Degrees of longitude that are as long as one of latitude.</summary>
    public double[] LongitudeStretch { get; private set; } = [];

    /// <summary>The track that the aircraft reported; NaN where it did not.</summary>
    public double[] Heading { get; private set; } = [];

    /// <summary>Metres a second: as reported, else the flight's usual.</summary>
    public double[] Speed { get; private set; } = [];

    /// <summary>Straight from the fix before.</summary>
    public double[] StepMetres { get; private set; } = [];

    /// <summary>Flown from the first fix on: by speed where steps are short enough to tell, else straight.</summary>
    public double[] FlownMetres { get; private set; } = [];

    /// <summary>Takes a flight; what was of the one before is gone.</summary>
    public void Set(PreparedFlight flight)
    {
        Count = flight.Count;
        if (Seconds.Length < Count)
            Grow(Math.Max(Count, 2 * Seconds.Length));
        var track = flight.Track;
        for (var i = 0; i < Count; i++)
        {
            var at = flight.IndexInTrack(i);
            Seconds[i] = flight.TimeAt(i).SecondsSince(flight.Start);
            LatitudeDegrees[i] = track.LatitudesDegrees[at];
            var longitude = track.LongitudesDegrees[at];
            LongitudeDegrees[i] = i == 0 ? longitude : LongitudeDegrees[i - 1] + Math.IEEERemainder(longitude - LongitudeDegrees[i - 1], 360);
            LongitudeStretch[i] = 1 / Math.Max(0.01, Math.Cos(double.DegreesToRadians(LatitudeDegrees[i])));
            Heading[i] = double.DegreesToRadians(track.TrackAnglesDegrees[at]);
            Speed[i] = track.GroundSpeedsKnots[at] * SiUnits.MetresPerSecondPerKnot;
        }
        MeasureSteps();
    }

    private void Grow(int length)
    {
        (Seconds, LatitudeDegrees, LongitudeDegrees, LongitudeStretch) = (new double[length], new double[length], new double[length], new double[length]);
        (Heading, Speed, StepMetres, FlownMetres) = (new double[length], new double[length], new double[length], new double[length]);
    }

    /// <summary>How long the step to a fix took.</summary>
    public double StepSeconds(int i) => Seconds[i] - Seconds[i - 1];

    public double FlownBetween(int first, int last) => FlownMetres[last] - FlownMetres[first];

    private void MeasureSteps()
    {
        for (var i = 1; i < Count; i++)
        {
            var north = (LatitudeDegrees[i] - LatitudeDegrees[i - 1]) * Wgs84.MetresPerDegree;
            var east = (LongitudeDegrees[i] - LongitudeDegrees[i - 1]) * Wgs84.MetresPerDegree / LongitudeStretch[i];
            StepMetres[i] = Math.Sqrt(north * north + east * east);
        }
        (StepMetres[0], FlownMetres[0]) = (0, 0);
        var hasSpeed = Speed.AsSpan(0, Count).ContainsAnyExcept(double.NaN);
        var usual = hasSpeed && !Speed.AsSpan(0, Count).Contains(double.NaN) ? 0 : UsualSpeed();
        var carried = usual;
        for (var i = 0; i < Count; i++)
        {
            if (double.IsNaN(Speed[i]))
                Speed[i] = carried;
            carried = hasSpeed ? Speed[i] : usual;
            if (i == 0)
                continue;
            var seconds = StepSeconds(i);
            var bySpeed = seconds <= LongestStepSeconds ? 0.5 * (Speed[i] + Speed[i - 1]) * seconds : 0;
            FlownMetres[i] = FlownMetres[i - 1] + Math.Max(StepMetres[i], bySpeed);
        }
    }

    /// <summary>
    /// Where speeds are not reported: what nine tenths of the steps' straight lines stay under. A chord is never longer than
    /// what was flown, and steps on the way to and from are about as long.
    /// </summary>
    private double UsualSpeed()
    {
        var speeds = new List<double>();
        for (var i = 1; i < Count; i++)
            if (StepSeconds(i) is > 0 and <= LongestStepSeconds)
                speeds.Add(StepMetres[i] / StepSeconds(i));
        if (speeds.Count == 0)
            return 0;
        speeds.Sort();
        return speeds[(speeds.Count - 1) * 9 / 10];
    }
}

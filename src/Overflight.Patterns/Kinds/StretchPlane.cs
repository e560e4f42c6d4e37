using Overflight.Geodesy;

namespace Overflight.Patterns.Kinds;

/// <summary>A stretch's fixes in metres east and north of its middle, and what each counts for. Its arrays are used again for the next stretch.</summary>
internal sealed class StretchPlane
{
    private double _latitude;
    private double _longitude;
    private double _cosine;

    public int Count { get; private set; }

    public double[] X { get; private set; } = [];

    public double[] Y { get; private set; } = [];

    /// <summary>Seconds that a fix stands for: half of the steps beside it, so that a burst of fixes weighs no more than its time.</summary>
    public double[] Weight { get; private set; } = [];

    public Motion Motion { get; private set; } = null!;

    public int First { get; private set; }

    public void Set(Motion motion, int first, int last)
    {
        (Motion, First, Count) = (motion, first, last - first + 1);
        if (X.Length < Count)
            (X, Y, Weight) = (new double[Count], new double[Count], new double[Count]);
        (_latitude, _longitude) = (Middle(motion.LatitudeDegrees, first, last), Middle(motion.LongitudeDegrees, first, last));
        _cosine = Math.Max(0.01, Math.Cos(double.DegreesToRadians(_latitude)));
        for (var i = 0; i < Count; i++)
        {
            (X[i], Y[i]) = Place(first + i);
            Weight[i] = 0.5 * (StepWeight(i) + StepWeight(i + 1));
        }
    }

    public double Seconds(int i) => Motion.Seconds[First + i];

    public double Speed(int i) => Motion.Speed[First + i];

    public double Heading(int i) => Motion.Heading[First + i];

    /// <summary>Where a fix of the flight is, of this stretch or not.</summary>
    public (double X, double Y) Place(int fix) =>
        ((Motion.LongitudeDegrees[fix] - _longitude) * Wgs84.MetresPerDegree * _cosine, (Motion.LatitudeDegrees[fix] - _latitude) * Wgs84.MetresPerDegree);

    public GeoPoint ToPoint(double x, double y) => new GeoPoint(
        Math.Clamp(_latitude + y / Wgs84.MetresPerDegree, -90, 90), _longitude + x / (Wgs84.MetresPerDegree * _cosine)).Normalised();

    private double StepWeight(int i) => i <= 0 || i >= Count ? 0 : Math.Min(Motion.LongestStepSeconds, Seconds(i) - Seconds(i - 1));

    private static double Middle(double[] values, int first, int last)
    {
        var (least, greatest) = (values[first], values[first]);
        for (var i = first + 1; i <= last; i++)
            (least, greatest) = (Math.Min(least, values[i]), Math.Max(greatest, values[i]));
        return 0.5 * (least + greatest);
    }
}

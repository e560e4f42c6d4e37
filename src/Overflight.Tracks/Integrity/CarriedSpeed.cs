namespace Overflight.Tracks.Integrity;

/// <summary>
/// The speed to reckon latency by where a fix states none: what the aircraft reported within the last minute, else the
/// speed bound. It looks back only, so that a live track and a recorded one come to the same radii.
/// </summary>
internal struct CarriedSpeed
{
    private const long MostMicroseconds = 60_000_000;
    private float _knots;
    private long _at;

    /// <summary>The speed for a fix that is next in time, knots.</summary>
    public double For(long timeMicroseconds, float reportedKnots, double boundKnots)
    {
        if (!float.IsNaN(reportedKnots))
        {
            (_knots, _at) = (reportedKnots, timeMicroseconds);
            return reportedKnots;
        }
        return _at != 0 && timeMicroseconds - _at <= MostMicroseconds ? _knots : boundKnots;
    }
}

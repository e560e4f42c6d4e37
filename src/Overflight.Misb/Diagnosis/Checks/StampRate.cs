using Overflight.Misb.Sight;
using Overflight.Misb.Ts;

namespace Overflight.Misb.Diagnosis.Checks;

/// <summary>The pace of the times in pictures against presentation times. One writer was seen to count a start in nanoseconds and add to it in microseconds.</summary>
internal sealed class StampRate
{
    private const int Most = 20_000;
    private const int Fewest = 10;
    private const double LeastSeconds = 0.5;
    private const double Tolerance = 0.05;
    private const double TicksPerSecond = 90_000;

    private readonly Thinned<(long Pts, double Count)> _points = new(Most);
    private ulong _origin;
    private (double CountsPerSecond, double Seconds)? _fit;

    /// <summary>Counts a second of presentation times; NaN where there are too few.</summary>
    public double CountsPerSecond => Fit.CountsPerSecond;

    /// <summary>The presentation times compared, seconds.</summary>
    public double Seconds => Fit.Seconds;

    /// <summary>Seconds of the pictures' times a second of presentation times, in the unit that makes sense.</summary>
    public double Rate => CountsPerSecond / (IsNanoseconds ? 1e9 : 1e6);

    /// <summary>Whether the pace is right, or not known.</summary>
    public bool IsRight => !(Math.Abs(Rate - 1) > Tolerance);

    /// <summary>Whether the start is in nanoseconds and what has gone by since in microseconds.</summary>
    public bool IsElapsedInMicroseconds => IsNanoseconds && Math.Abs(1_000 * Rate - 1) <= Tolerance;

    private bool IsNanoseconds { get; set; }

    private (double CountsPerSecond, double Seconds) Fit => _fit ??= Find();

    public void Add(long pts, MispTimeStamp stamp)
    {
        if (_points.Seen == 0)
        {
            _origin = stamp.Count;
            IsNanoseconds = stamp.Unit == MispTimeUnit.Nanoseconds != StampUnits.IsWrong(stamp);
        }
        // Differences, so that no digit is lost.
        _points.Add(() => (pts, Since(stamp.Count)));
    }

    /// <summary>The time of a picture in microseconds, with the pace put right where it is known how.</summary>
    /// <param name="count">As it stands.</param>
    /// <param name="time">By the unit that makes sense.</param>
    public double Corrected(ulong count, ulong time) => IsElapsedInMicroseconds ? _origin / 1000.0 + Since(count) : time;

    private double Since(ulong count) => count >= _origin ? count - _origin : -(double)(_origin - count);

    // Least squares, as pictures come in the order of decoding.
    private (double, double) Find()
    {
        var points = _points.Kept;
        if (points.Count < Fewest)
            return (double.NaN, double.NaN);
        var seconds = points.Select(p => (p.Pts - points[0].Pts) / TicksPerSecond).ToList();
        var (meanX, meanY) = (seconds.Average(), points.Average(p => p.Count));
        double xx = 0, xy = 0;
        for (var i = 0; i < seconds.Count; i++)
        {
            xx += (seconds[i] - meanX) * (seconds[i] - meanX);
            xy += (seconds[i] - meanX) * (points[i].Count - meanY);
        }
        var span = seconds.Max() - seconds.Min();
        return span < LeastSeconds || xx == 0 ? (double.NaN, span) : (xy / xx, span);
    }
}

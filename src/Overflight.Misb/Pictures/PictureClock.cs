using Overflight.Misb.Ts;

namespace Overflight.Misb.Pictures;

/// <summary>When the pictures of a video were taken, in microseconds since 1970, and which is nearest to a time.</summary>
public sealed class PictureClock
{
    // Counts beyond the year 2100 are nanoseconds that some encoders write under the identifier of microseconds.
    private const ulong MostMicroseconds = 4_102_444_800_000_000;

    private readonly long[] _times;
    private readonly long[] _sortedTimes;
    private readonly int[] _sortedPictures;

    private PictureClock(long[] times)
    {
        _times = times;
        _sortedTimes = (long[])times.Clone();
        _sortedPictures = [.. Enumerable.Range(0, times.Length)];
        Array.Sort(_sortedTimes, _sortedPictures);
        // What lies within half a picture before the first and a picture behind the last is theirs.
        Slack = times.Length > 1 ? Math.Max(1, (_sortedTimes[^1] - _sortedTimes[0]) / (times.Length - 1)) : 1_000_000;
    }

    /// <summary>How far apart pictures are on average, in microseconds.</summary>
    public long Slack { get; }

    /// <summary>The time of the first picture presented.</summary>
    public long First => _sortedTimes[0];

    /// <summary>The time of the last picture presented.</summary>
    public long Last => _sortedTimes[^1];

    /// <summary>The clock of a video whose first picture presented was taken at a time.</summary>
    public static PictureClock FromStart(PictureSource source, long startMicroseconds)
    {
        ArgumentNullException.ThrowIfNull(source);
        var first = source.Pictures.Min(p => p.Pts);
        return new([.. source.Pictures.Select(p => startMicroseconds + Microseconds(p.Pts - first))]);
    }

    /// <summary>The clock that a video states by its ST 0604 time stamps; a picture without one is counted from the one before it. Null where no picture has any, or where they stand still while the pictures go on: some encoders count in other units than they state.</summary>
    public static PictureClock? FromStamps(PictureSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        var pictures = source.Pictures;
        var times = new long[pictures.Count];
        var known = -1;
        for (var i = 0; i < times.Length; i++)
            if (Microseconds(pictures[i].Stamp) is { } time)
            {
                for (var before = known < 0 ? 0 : i; before < i; before++)
                    times[before] = time + Microseconds(pictures[before].Pts - pictures[i].Pts);
                (times[i], known) = (time, i);
            }
            else if (known >= 0)
                times[i] = times[known] + Microseconds(pictures[i].Pts - pictures[known].Pts);
        if (known < 0)
            return null;
        var clock = new PictureClock(times);
        var presented = Microseconds(pictures.Max(p => p.Pts) - pictures.Min(p => p.Pts));
        return clock.Last - clock.First < presented / 2 ? null : clock;
    }

    /// <summary>When a picture was taken.</summary>
    /// <param name="picture">Its place in <see cref="PictureSource.Pictures"/>.</param>
    public long TimeOf(int picture) => _times[picture];

    /// <summary>The picture nearest to a time; null where the time lies outside the video.</summary>
    public int? Nearest(long microseconds)
    {
        if (microseconds < First - Slack / 2 || microseconds >= Last + Slack)
            return null;
        var at = Array.BinarySearch(_sortedTimes, microseconds);
        if (at < 0)
        {
            at = ~at;
            if (at == _sortedTimes.Length || at > 0 && microseconds - _sortedTimes[at - 1] <= _sortedTimes[at] - microseconds)
                at--;
        }
        return _sortedPictures[at];
    }

    /// <summary>A time stamp in microseconds; null where there is none that can be true.</summary>
    private static long? Microseconds(MispTimeStamp? stamp) => stamp switch
    {
        null => null,
        { Unit: MispTimeUnit.Nanoseconds } s => (long)(s.Count / 1000),
        { Count: > MostMicroseconds } s => (long)(s.Count / 1000),
        { } s => (long)s.Count,
    };

    private static long Microseconds(long ticks) => (long)Math.Round(ticks * 100m / 9, MidpointRounding.AwayFromZero);
}

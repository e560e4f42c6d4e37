namespace Overflight.Feeds.Asterix;

/// <summary>
/// Gives a time of day its date: that which brings it nearest to when the report was received, or else to the
/// report before it, so that midnight may pass at any point and reports may come a little out of order.
/// </summary>
internal sealed class TimeOfDayClock(DateOnly? date)
{
    private const long Day = 86_400_000_000;
    private long _before = long.MinValue;

    /// <summary>Whether a time was dated without either a time of reception or a date given.</summary>
    public bool IsUndated { get; private set; }

    /// <summary>Whether midnight was passed on the clock alone.</summary>
    public bool PassedMidnight { get; private set; }

    /// <summary>The instant, microseconds since the Unix epoch.</summary>
    /// <param name="timeOfDay">Microseconds since midnight.</param>
    /// <param name="received">When the report was received, or null.</param>
    public long Resolve(long timeOfDay, long? received)
    {
        if (received is { } near)
            return _before = Nearest(timeOfDay, near);
        if (_before == long.MinValue)
        {
            IsUndated = date is null;
            return _before = (date is { } day ? day.DayNumber - 719_162L : 0) * Day + timeOfDay;
        }
        var instant = Nearest(timeOfDay, _before);
        PassedMidnight |= DayOf(instant) != DayOf(_before);
        return _before = instant;
    }

    private static long Nearest(long timeOfDay, long near)
    {
        var instant = DayOf(near) * Day + timeOfDay;
        return (instant - near) switch
        {
            > Day / 2 => instant - Day,
            < -Day / 2 => instant + Day,
            _ => instant,
        };
    }

    private static long DayOf(long instant) => (long)Math.Floor(instant / (double)Day);
}

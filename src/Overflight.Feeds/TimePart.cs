namespace Overflight.Feeds;

/// <summary>How much of an instant a text tells.</summary>
internal enum TimePart : byte
{
    /// <summary>Nothing that is understood.</summary>
    None,

    /// <summary>A whole instant.</summary>
    Instant,

    /// <summary>A day, its first microsecond.</summary>
    Day,

    /// <summary>A time of day, microseconds from midnight.</summary>
    TimeOfDay,

    /// <summary>A number that would be an instant outside 1990 to 2100.</summary>
    OutOfRange,
}

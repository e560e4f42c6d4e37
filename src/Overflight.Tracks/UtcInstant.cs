using System.Globalization;

namespace Overflight.Tracks;

/// <summary>An instant in UTC to the microsecond.</summary>
/// <param name="Microseconds">Microseconds since 1970-01-01T00:00:00Z, leap seconds not counted (POSIX).</param>
public readonly record struct UtcInstant(long Microseconds) : IComparable<UtcInstant>
{
    /// <summary>From Unix seconds; fractions are kept to the microsecond.</summary>
    public static UtcInstant FromUnixSeconds(double seconds) => new((long)Math.Round(seconds * 1e6));

    /// <summary>From Unix milliseconds.</summary>
    public static UtcInstant FromUnixMilliseconds(long milliseconds) => new(milliseconds * 1000);

    /// <summary>From a date and time.</summary>
    public static UtcInstant From(DateTimeOffset time) => new((time.UtcTicks - DateTimeOffset.UnixEpoch.UtcTicks) / 10);

    /// <summary>Unix seconds.</summary>
    public double UnixSeconds => Microseconds / 1e6;

    /// <summary>As a date and time, offset zero.</summary>
    public DateTimeOffset ToDateTimeOffset() => DateTimeOffset.UnixEpoch.AddTicks(Microseconds * 10);

    /// <summary>Seconds from another instant to this one.</summary>
    public double SecondsSince(UtcInstant earlier) => (Microseconds - earlier.Microseconds) / 1e6;

    /// <summary>This instant moved by seconds, forward positive.</summary>
    public UtcInstant AddSeconds(double seconds) => new(Microseconds + (long)Math.Round(seconds * 1e6));

    /// <inheritdoc/>
    public int CompareTo(UtcInstant other) => Microseconds.CompareTo(other.Microseconds);

    /// <summary>Whether the left instant is earlier.</summary>
    public static bool operator <(UtcInstant left, UtcInstant right) => left.Microseconds < right.Microseconds;

    /// <summary>Whether the left instant is later.</summary>
    public static bool operator >(UtcInstant left, UtcInstant right) => left.Microseconds > right.Microseconds;

    /// <summary>Whether the left instant is not later.</summary>
    public static bool operator <=(UtcInstant left, UtcInstant right) => left.Microseconds <= right.Microseconds;

    /// <summary>Whether the left instant is not earlier.</summary>
    public static bool operator >=(UtcInstant left, UtcInstant right) => left.Microseconds >= right.Microseconds;

    /// <summary>RFC 3339 with millisecond precision, for example <c>2025-02-04T21:27:20.120Z</c>; whole seconds carry no fraction.</summary>
    public override string ToString()
    {
        var time = ToDateTimeOffset();
        var format = Microseconds % 1_000_000 == 0 ? "yyyy-MM-dd'T'HH:mm:ss'Z'" : "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";
        return time.ToString(format, CultureInfo.InvariantCulture);
    }
}

using Overflight.Tracks;

namespace Overflight.Dossiers.Footprints;

/// <summary>Times of packets as instants.</summary>
public static class PacketTime
{
    // The end of the year 9999.
    private const ulong Last = 253_402_300_799_999_999;

    /// <summary>Microseconds since 1970 as an instant; null where there are none, or none that a calendar reaches.</summary>
    public static UtcInstant? Of(ulong? microseconds) => microseconds is { } micros and <= Last ? new UtcInstant((long)micros) : null;
}

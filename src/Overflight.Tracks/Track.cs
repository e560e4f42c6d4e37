using Overflight.Geodesy;

namespace Overflight.Tracks;

/// <summary>
/// The fixes of one aircraft in time order, a structure of arrays. Immutable; slices share memory.
/// </summary>
public sealed class Track
{
    private readonly Columns _columns;
    private readonly int _start;

    internal Track(Aircraft aircraft, string source, Columns columns, int start, int count, IReadOnlyList<CallsignChange> callsigns)
    {
        Aircraft = aircraft;
        Source = source;
        _columns = columns;
        _start = start;
        Count = count;
        Callsigns = callsigns;
    }

    /// <summary>Who flew it.</summary>
    public Aircraft Aircraft { get; }

    /// <summary>The file or feed the fixes came from.</summary>
    public string Source { get; }

    /// <summary>How many fixes.</summary>
    public int Count { get; }

    /// <summary>Call signs in order of first use; times, not indexes, so that slices share it.</summary>
    public IReadOnlyList<CallsignChange> Callsigns { get; }

    /// <summary>Times, microseconds since the Unix epoch, never decreasing.</summary>
    public ReadOnlySpan<long> TimesMicroseconds => _columns.Time.AsSpan(_start, Count);

    /// <summary>Latitudes, degrees.</summary>
    public ReadOnlySpan<double> LatitudesDegrees => _columns.Latitude.AsSpan(_start, Count);

    /// <summary>Longitudes, degrees.</summary>
    public ReadOnlySpan<double> LongitudesDegrees => _columns.Longitude.AsSpan(_start, Count);

    /// <summary>Pressure altitudes, feet; NaN where absent.</summary>
    public ReadOnlySpan<float> BarometricAltitudesFeet => _columns.BarometricAltitude.AsSpan(_start, Count);

    /// <summary>Geometric altitudes, feet; NaN where absent.</summary>
    public ReadOnlySpan<float> GeometricAltitudesFeet => _columns.GeometricAltitude.AsSpan(_start, Count);

    /// <summary>Ground speeds, knots; NaN where absent.</summary>
    public ReadOnlySpan<float> GroundSpeedsKnots => _columns.GroundSpeed.AsSpan(_start, Count);

    /// <summary>True tracks over ground, degrees; NaN where absent.</summary>
    public ReadOnlySpan<float> TrackAnglesDegrees => _columns.TrackAngle.AsSpan(_start, Count);

    /// <summary>Navigation integrity categories; −1 where absent.</summary>
    public ReadOnlySpan<sbyte> NavigationIntegrityCategories => _columns.Nic.AsSpan(_start, Count);

    /// <summary>Navigation accuracy categories for position; −1 where absent.</summary>
    public ReadOnlySpan<sbyte> NavigationAccuracyCategories => _columns.NacP.AsSpan(_start, Count);

    /// <summary>How each position came to be known.</summary>
    public ReadOnlySpan<FixSource> Sources => _columns.Source.AsSpan(_start, Count);

    /// <summary>What the source says besides.</summary>
    public ReadOnlySpan<FixStatus> Statuses => _columns.Status.AsSpan(_start, Count);

    /// <summary>The fix at an index, gathered from the columns.</summary>
    public Fix this[int index]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)index, (uint)Count);
            return _columns.Gather(_start + index);
        }
    }

    /// <summary>The position at an index.</summary>
    public GeoPoint PositionAt(int index) => new(_columns.Latitude[_start + index], _columns.Longitude[_start + index]);

    /// <summary>The time at an index.</summary>
    public UtcInstant TimeAt(int index) => new(_columns.Time[_start + index]);

    internal Integrity.PositionRadius RadiusAt(int index, double fallbackSpeedKnots) =>
        _columns.Radius(_start + index, fallbackSpeedKnots);

    /// <summary>A part of the track that shares its memory.</summary>
    public Track Slice(int start, int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(start);
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(start + count, Count);
        return new Track(Aircraft, Source, _columns, _start + start, count, Callsigns);
    }

    /// <summary>The call sign in use at a time: the last one first used at or before it, else the first of all, else empty.</summary>
    public string CallsignAt(UtcInstant time)
    {
        var current = Callsigns.Count > 0 ? Callsigns[0].Callsign : "";
        foreach (var change in Callsigns)
        {
            if (change.From > time)
                break;
            current = change.Callsign;
        }
        return current;
    }
}

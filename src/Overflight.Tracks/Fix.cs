using Overflight.Geodesy;

namespace Overflight.Tracks;

/// <summary>One observed position. Absent numbers are NaN; absent integrity codes are −1.</summary>
public readonly record struct Fix
{
    /// <summary>When the position was measured, UTC.</summary>
    public required UtcInstant Time { get; init; }

    /// <summary>Where, WGS-84.</summary>
    public required GeoPoint Position { get; init; }

    /// <summary>Pressure altitude, feet on 1013.25 hPa.</summary>
    public float BarometricAltitudeFeet { get; init; } = float.NaN;

    /// <summary>Height above the WGS-84 ellipsoid (or above mean sea level where the source says so), feet.</summary>
    public float GeometricAltitudeFeet { get; init; } = float.NaN;

    /// <summary>Ground speed, knots.</summary>
    public float GroundSpeedKnots { get; init; } = float.NaN;

    /// <summary>True track over ground, degrees, 0 to 360.</summary>
    public float TrackDegrees { get; init; } = float.NaN;

    /// <summary>Vertical rate, feet per minute, climb positive.</summary>
    public float VerticalRateFeetPerMinute { get; init; } = float.NaN;

    /// <summary>95 % horizontal position uncertainty stated by the source (EPU from NACp, or an accuracy column), metres.</summary>
    public float AccuracyMetres { get; init; } = float.NaN;

    /// <summary>Containment radius stated by the source (Rc from NIC), metres.</summary>
    public float ContainmentMetres { get; init; } = float.NaN;

    /// <summary>Navigation integrity category 0–11, −1 where not given (DO-260B 2.2.3.2.7.2.6).</summary>
    public sbyte Nic { get; init; } = -1;

    /// <summary>Navigation accuracy category for position 0–11, −1 where not given (DO-260B 2.2.3.2.7.2.7).</summary>
    public sbyte NacP { get; init; } = -1;

    /// <summary>Source integrity level 0–3, −1 where not given (DO-260B 2.2.3.2.7.2.9).</summary>
    public sbyte Sil { get; init; } = -1;

    /// <summary>Mode A code, its four octal digits read as a decimal number (7700, 21 for 0021), −1 where not given.</summary>
    public short Squawk { get; init; } = -1;

    /// <summary>How the position came to be known.</summary>
    public FixSource Source { get; init; }

    /// <summary>What the source says besides.</summary>
    public FixStatus Status { get; init; }

    /// <summary>Where in its file the fix stands: the record number (row, trace element), from 0, or −1.</summary>
    public long Record { get; init; } = -1;

    /// <summary>A fix with nothing but time and place, to be filled by <c>with</c> or an initialiser.</summary>
    public Fix()
    {
    }
}

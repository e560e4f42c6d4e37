using Overflight.Geodesy;
using Overflight.Tracks;

namespace Overflight.Patterns.Reach;

/// <summary>
/// What geometry lets an aircraft see of a region's surface in clear air over a smooth earth at sea level: what could be seen, not
/// what was.
/// </summary>
public sealed record SensorReach
{
    /// <summary>The region: ISO 3166 alpha-3 or a zone's name.</summary>
    public required string Airspace { get; init; }

    /// <summary>What looks.</summary>
    public required Sensor Sensor { get; init; }

    /// <summary>Where the heights come from; where none is known, nothing is claimed.</summary>
    public required AltitudeOrigin Altitude { get; init; }

    /// <summary>Kept fixes without a height, or on the ground: they add nothing.</summary>
    public required int FixesWithoutHeight { get; init; }

    /// <summary>Area visible at any time, square metres.</summary>
    public required Estimate AreaSquareMetres { get; init; }

    /// <summary>Area of the whole region, square metres.</summary>
    public required double RegionSquareMetres { get; init; }

    /// <summary>Seconds during which some part was visible.</summary>
    public required Estimate VisibleSeconds { get; init; }

    /// <summary>Seconds of silences over ten minutes: what was visible meanwhile is not known and not counted.</summary>
    public required double SilentSeconds { get; init; }

    /// <summary>Whether every kept fix lies outside the region.</summary>
    public required bool IsOutsideThroughout { get; init; }

    /// <summary>How near a fix outside came to the region, metres; null where none was outside.</summary>
    public double? ClosestMetres { get; init; }

    /// <summary>When.</summary>
    public UtcInstant? ClosestTime { get; init; }

    /// <summary>The deepest visible place; null where nothing is visible.</summary>
    public DeepestView? Deepest { get; init; }

    /// <summary>Rings round what is likely visible, closed by their first corner, none across ±180°; filled by the even-odd rule. Empty unless asked for.</summary>
    public IReadOnlyList<IReadOnlyList<GeoPoint>> Outline { get; init; } = [];

    /// <summary>The same with terrain; null where none was given.</summary>
    public TerrainReach? OverTerrain { get; init; }

    /// <summary>The visible part of the region, 0 to 1.</summary>
    public double Share => RegionSquareMetres > 0 ? Math.Min(1, AreaSquareMetres.Likely / RegionSquareMetres) : 0;
}

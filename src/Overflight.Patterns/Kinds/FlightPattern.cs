using Overflight.Geodesy;
using Overflight.Tracks;

namespace Overflight.Patterns.Kinds;

/// <summary>
/// A stretch of a flight with one kind of shape, and what bears it out. Numbers that the kind does not have, or that the fixes
/// do not tell, are NaN.
/// </summary>
public sealed record FlightPattern
{
    /// <summary>What it is.</summary>
    public required FlightKind Kind { get; init; }

    /// <summary>The first fix's time.</summary>
    public required UtcInstant Start { get; init; }

    /// <summary>The last fix's time.</summary>
    public required UtcInstant End { get; init; }

    /// <summary>Index of the first fix among those the flight kept.</summary>
    public required int First { get; init; }

    /// <summary>Index of the last fix among those the flight kept.</summary>
    public required int Last { get; init; }

    /// <summary>How well the shape is borne out, 0 to 1. It ranks findings and is no probability.</summary>
    public required double Score { get; init; }

    /// <summary>The middle of what it flew about; of an orbit its centre, of a calibration the aid.</summary>
    public required GeoPoint Centre { get; init; }

    /// <summary>Mean distance from the centre, or from where the centre was then, metres.</summary>
    public double RadiusMetres { get; init; } = double.NaN;

    /// <summary>Standard deviation of that distance as a share of it.</summary>
    public double RadiusSpread { get; init; } = double.NaN;

    /// <summary>Turns or laps made while fixes came; a silence adds none.</summary>
    public double Turns { get; init; } = double.NaN;

    /// <summary>Which way.</summary>
    public TurnDirection Direction { get; init; }

    /// <summary>How far the centre moved from start to end, metres.</summary>
    public double DriftMetres { get; init; } = double.NaN;

    /// <summary>Where to, degrees from north.</summary>
    public double DriftDegrees { get; init; } = double.NaN;

    /// <summary>Direction of the long axis or of the parallel lines, degrees from north, 0 to 180.</summary>
    public double AxisDegrees { get; init; } = double.NaN;

    /// <summary>Extent along the axis, metres.</summary>
    public double LengthMetres { get; init; } = double.NaN;

    /// <summary>Extent across the axis, metres.</summary>
    public double WidthMetres { get; init; } = double.NaN;

    /// <summary>Straight lines flown: of a ladder its rungs, of a calibration the runs by the aid; 0 where that is not what it is.</summary>
    public int Lines { get; init; }

    /// <summary>Median distance between neighbouring lines, metres.</summary>
    public double SpacingMetres { get; init; } = double.NaN;

    /// <summary>Mean speed over ground, knots.</summary>
    public double SpeedKnots { get; init; } = double.NaN;

    /// <summary>How much was climbed from start to end, feet; negative down.</summary>
    public double ClimbFeet { get; init; } = double.NaN;

    /// <summary>The longest time between two neighbouring fixes, seconds.</summary>
    public required double LongestSilenceSeconds { get; init; }

    /// <summary>Time with fixes no further apart than a minute and a half, seconds: what is known of how long it lasted.</summary>
    public required double ObservedSeconds { get; init; }

    /// <summary>
    /// The ground it flew about, a ring of corners without repetition of the first: the disc inside an orbit (with its drift, the discs' hull), else the hull
    /// of what was flown. Empty for a transit.
    /// </summary>
    public IReadOnlyList<GeoPoint> Ground { get; init; } = [];

    /// <summary>How many fixes.</summary>
    public int Fixes => Last - First + 1;
}

namespace Overflight.Scenery.Turret;

/// <summary>A camera of a turret, as data.</summary>
public sealed record CameraType
{
    /// <summary>What light it takes.</summary>
    public required CameraKind Kind { get; init; }

    /// <summary>Its name, as the stream states it.</summary>
    public required string Name { get; init; }

    /// <summary>Horizontal fields of view that it can be set to, degrees, widest first; above 0 and below 120.</summary>
    public required IReadOnlyList<double> HorizontalFieldsOfViewDegrees { get; init; }

    /// <summary>Width of the picture over its height. Default 16:9.</summary>
    public double AspectRatio { get; init; } = 16 / 9.0;

    /// <summary>The vertical field of view that goes with a horizontal one: the picture is flat, so that its sides are tangents.</summary>
    public double VerticalFieldOfViewDegrees(double horizontalDegrees) =>
        2 * double.RadiansToDegrees(Math.Atan(Math.Tan(0.5 * double.DegreesToRadians(horizontalDegrees)) / AspectRatio));
}

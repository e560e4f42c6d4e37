using System.Numerics;
using Overflight.Geodesy;

namespace Overflight.Scenery.Ground;

/// <summary>A vehicle or boat at one instant.</summary>
public readonly record struct SceneObject
{
    /// <summary>A number of its own, the same for all time; 1 to 2^24.</summary>
    public required int Id { get; init; }

    /// <summary>What it is.</summary>
    public required SceneObjectKind Kind { get; init; }

    /// <summary>Where its middle is.</summary>
    public GeoPoint Place => WorldMap.PlaceOf(X, Y);

    /// <summary>The ground or water under it above the ellipsoid, metres.</summary>
    public required double HeightMetres { get; init; }

    /// <summary>Where it goes, clockwise from true north.</summary>
    public required double CourseDegrees { get; init; }

    /// <summary>How fast.</summary>
    public required double SpeedMetresPerSecond { get; init; }

    /// <summary>Radius of the circle that it goes on, metres, positive to the right; 0 where it goes straight.</summary>
    public double TurnRadiusMetres { get; init; }

    /// <summary>Whether it is afloat.</summary>
    public bool IsAfloat => Kind >= SceneObjectKind.Boat;

    /// <summary>Length, breadth and height, metres.</summary>
    public (float Length, float Breadth, float Height) Size => Kind switch
    {
        SceneObjectKind.Car => (4.5f, 1.85f, 1.45f),
        SceneObjectKind.Pickup => (5.5f, 2.0f, 1.85f),
        SceneObjectKind.Truck => (14f, 2.55f, 3.7f),
        SceneObjectKind.Boat => (7.5f, 2.2f, 0.9f),
        SceneObjectKind.FishingVessel => (21f, 6f, 3.2f),
        _ => (118f, 19f, 11f),
    };

    internal double X { get; init; }

    internal double Y { get; init; }

    internal Vector3 Colour { get; init; }
}

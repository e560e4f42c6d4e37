using Overflight.Geodesy;
using Overflight.Tracks;

namespace Overflight.Patterns.Reach;

/// <summary>The visible place of a region that is farthest from its edge, and from where it was seen.</summary>
public sealed record DeepestView
{
    /// <summary>The place seen.</summary>
    public required GeoPoint Place { get; init; }

    /// <summary>From the region's edge to it, metres along the surface.</summary>
    public required Estimate DepthMetres { get; init; }

    /// <summary>When the aircraft had most of its horizon beyond it.</summary>
    public required UtcInstant Time { get; init; }

    /// <summary>That fix, by index in the flight's track.</summary>
    public required int Fix { get; init; }

    /// <summary>Where the aircraft was then.</summary>
    public required GeoPoint From { get; init; }

    /// <summary>How high it was above the sea then.</summary>
    public required EyeHeight Eye { get; init; }

    /// <summary>From below the aircraft to the place, metres along the surface.</summary>
    public required double SurfaceMetres { get; init; }

    /// <summary>The horizon then along the surface without refraction, metres.</summary>
    public required double GeometricHorizonMetres { get; init; }

    /// <summary>For light in mean air.</summary>
    public required double OpticalHorizonMetres { get; init; }

    /// <summary>For radar in the standard atmosphere.</summary>
    public required double RadarHorizonMetres { get; init; }
}

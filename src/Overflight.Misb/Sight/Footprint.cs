using Overflight.Geodesy;

namespace Overflight.Misb.Sight;

/// <summary>Where a picture lies on the ground.</summary>
/// <param name="Kind">What of it does.</param>
/// <param name="Camera">The camera; null without a pose.</param>
/// <param name="Centre">Where the line of sight through the middle ends; null where it meets nothing.</param>
/// <param name="Corners">The corners 1 to 4 (upper left, upper right, lower right, lower left of the picture); empty where there is no picture or none of it is on the ground. Those above the horizon are on it.</param>
/// <param name="Outline">The ring round what is seen, counter-clockwise, not closed; empty as the corners are.</param>
/// <param name="GroundHeightMetres">The height above the ellipsoid of the ground taken, where it is level; NaN over terrain.</param>
/// <param name="GroundSource">Where that height is from; null over terrain.</param>
public sealed record Footprint(
    FootprintKind Kind,
    CameraView? Camera,
    GroundPoint? Centre,
    IReadOnlyList<GroundPoint> Corners,
    IReadOnlyList<GeoPoint> Outline,
    double GroundHeightMetres,
    GroundSource? GroundSource)
{
    /// <summary>Whether terrain was not known somewhere along the outline.</summary>
    public bool IsPartlyUnknown { get; init; }

    /// <summary>Area within the outline, square metres; 0 where there is none.</summary>
    public double AreaSquareMetres => Outline.Count < 3 ? 0 : new GeodesicPolygon(Outline).AreaSquareMetres;

    internal static Footprint Without(FootprintKind kind, CameraView? camera = null, GroundPoint? centre = null) =>
        new(kind, camera, centre, [], [], double.NaN, null);
}

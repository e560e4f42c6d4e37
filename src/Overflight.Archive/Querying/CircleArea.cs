using Overflight.Geodesy;

namespace Overflight.Archive.Querying;

/// <summary>All places within a geodesic distance of a place.</summary>
public sealed class CircleArea : IArea
{
    private readonly GeoPoint _centre;
    private readonly double _metres;

    /// <summary>The circle around a place.</summary>
    /// <param name="centre">The place.</param>
    /// <param name="metres">Its radius along geodesics.</param>
    public CircleArea(GeoPoint centre, double metres)
    {
        (_centre, _metres) = (centre, metres);
        Bounds = BoxArea.Around(centre.LatitudeDegrees, centre.LongitudeDegrees, metres);
    }

    /// <inheritdoc/>
    public BoxArea Bounds { get; }

    /// <inheritdoc/>
    public bool MayHold(double southDegrees, double westDegrees, double northDegrees, double eastDegrees) =>
        Bounds.MayHold(southDegrees, westDegrees, northDegrees, eastDegrees);

    /// <inheritdoc/>
    public void Test(ReadOnlySpan<double> latitudesDegrees, ReadOnlySpan<double> longitudesDegrees, Span<bool> inside)
    {
        for (var i = 0; i < latitudesDegrees.Length; i++)
        {
            var place = new GeoPoint(latitudesDegrees[i], longitudesDegrees[i]);
            inside[i] = IsWithin(place);
        }
    }

    private bool IsWithin(GeoPoint place)
    {
        // The great circle brackets the geodesic; only in the bracket is the geodesic itself needed.
        var sphere = GreatCircle.DistanceMetres(_centre, place);
        return sphere * Wgs84.LeastRatioToSphere <= _metres
            && (sphere * Wgs84.GreatestRatioToSphere <= _metres || Geodesic.DistanceMetres(_centre, place) <= _metres);
    }
}

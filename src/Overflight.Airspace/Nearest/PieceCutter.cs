using Overflight.Airspace.Pack;
using Overflight.Geodesy;

namespace Overflight.Airspace.Nearest;

/// <summary>Cuts edges into pieces so short that the curve (even steps of longitude and latitude) and the straight line in space part by little.</summary>
internal static class PieceCutter
{
    private const double LongestMetres = 4000;

    /// <summary>The pieces of all edges across which a claim begins or ends.</summary>
    public static List<BoundaryPiece> OfClaim(BoundarySet set, int claim)
    {
        var pieces = new List<BoundaryPiece>();
        var runs = set.RunsOf(claim);
        for (var r = 0; r < runs.Length; r += 2)
            for (var edge = (int)runs[r]; edge < runs[r] + runs[r + 1]; edge++)
                Cut(set, edge, pieces);
        return pieces;
    }

    /// <summary>Adds the pieces of one edge.</summary>
    public static unsafe void Cut(BoundarySet set, int edge, List<BoundaryPiece> pieces)
    {
        var start = new GeoPoint(set.Latitude(edge), set.Longitude(edge));
        var end = new GeoPoint(set.Latitude(edge + 1), set.Longitude(edge + 1));
        var uncertainty = set.Attributes[set.Edges[edge]].UncertaintyMetres;
        var (dLatitude, dLongitude) = (double.DegreesToRadians(end.LatitudeDegrees - start.LatitudeDegrees), double.DegreesToRadians(end.LongitudeDegrees - start.LongitudeDegrees));
        var crossesEquator = start.LatitudeDegrees < 0 != end.LatitudeDegrees < 0;
        var cosine = crossesEquator ? 1 : Math.Cos(double.DegreesToRadians(Math.Min(Math.Abs(start.LatitudeDegrees), Math.Abs(end.LatitudeDegrees))));
        var length = Wgs84.SemiMajorAxisMetres * Math.Sqrt(dLatitude * dLatitude + dLongitude * dLongitude * cosine * cosine);
        var parts = Math.Max(1, (int)Math.Ceiling(length / LongestMetres));
        var sine = Math.Sin(double.DegreesToRadians(Math.Max(Math.Abs(start.LatitudeDegrees), Math.Abs(end.LatitudeDegrees))));
        var sag = Sag(dLatitude / parts, dLongitude / parts, cosine, sine);
        var whole = new BoundaryPiece(edge, start, end, uncertainty, sag);
        for (var part = 0; part < parts; part++)
            pieces.Add(whole with
            {
                Start = part == 0 ? start : whole.At(part / (double)parts),
                End = part + 1 == parts ? end : whole.At((part + 1) / (double)parts),
            });
    }

    /// <summary>
    /// A curve parts from its chord by no more than an eighth of its greatest second derivative. On a sphere that is, towards
    /// the axis, cos φ (dφ² + dλ²), along the parallel 2 sin φ dφ dλ, and along the axis sin φ dφ²; the ellipsoid's derivatives
    /// are within two parts in a hundred of those on a sphere of its greatest radius.
    /// </summary>
    private static float Sag(double dLatitude, double dLongitude, double cosine, double sine)
    {
        var toAxis = cosine * (dLatitude * dLatitude + dLongitude * dLongitude);
        var alongParallel = 2 * sine * dLatitude * dLongitude;
        var alongAxis = sine * dLatitude * dLatitude;
        var second = Math.Sqrt(toAxis * toAxis + alongParallel * alongParallel + alongAxis * alongAxis);
        return MathF.BitIncrement((float)(1.02 * 6_400_000 / 8 * second + 1e-6));
    }
}

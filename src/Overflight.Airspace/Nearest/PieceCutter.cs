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
        var cosine = Math.Cos(double.DegreesToRadians(Math.Min(Math.Abs(start.LatitudeDegrees), Math.Abs(end.LatitudeDegrees))));
        var length = Wgs84.SemiMajorAxisMetres * Math.Sqrt(dLatitude * dLatitude + dLongitude * dLongitude * cosine * cosine);
        var parts = Math.Max(1, (int)Math.Ceiling(length / LongestMetres));
        var sag = Sag(length / parts, Math.Max(Math.Abs(start.LatitudeDegrees), Math.Abs(end.LatitudeDegrees)), dLongitude / parts);
        var whole = new BoundaryPiece(edge, start, end, uncertainty, sag);
        for (var part = 0; part < parts; part++)
            pieces.Add(whole with
            {
                Start = part == 0 ? start : whole.At(part / (double)parts),
                End = part + 1 == parts ? end : whole.At((part + 1) / (double)parts),
            });
    }

    /// <summary>Upwards L²/8R for the earth's bulge; sideways the curve turns by dλ sin φ over its length, L dλ sin φ / 8; rounded up.</summary>
    private static float Sag(double length, double latitudeDegrees, double dLongitude)
    {
        var bulge = length * length / (8 * 6_335_000);
        var turn = length * Math.Abs(dLongitude) * Math.Sin(double.DegreesToRadians(latitudeDegrees)) / 8;
        return MathF.BitIncrement((float)(1.05 * (bulge + turn) + 1e-6));
    }
}

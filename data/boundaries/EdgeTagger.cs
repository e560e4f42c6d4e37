using Overflight.Airspace;
using Overflight.Airspace.Compiling;
using Overflight.Airspace.Locating;
using Overflight.Airspace.Nearest;
using Overflight.Airspace.Pack;
using Overflight.Geodesy;

namespace Overflight.BoundaryCompiler;

/// <summary>
/// Tells what each edge is and how sure its line: on land or at sea by the coast, at sea by the distance to the coast
/// and by whether two claims meet, and its uncertainty by how far the other set of boundaries draws the same line.
/// </summary>
internal sealed class EdgeTagger(BoundarySet own, BoundarySet other, BoundarySet coast, PieceTree coastTree)
{
    // Where the other set has nothing within this, the sets disagree about the claim, not about its line.
    private const double Comparable = 5_000;
    private const double TwelveMiles = 12 * Wgs84.MetresPerNauticalMile;

    private readonly PieceTree?[] _otherTrees = new PieceTree?[other.Claims.Count];
    private readonly Dictionary<(GeoPoint, int), double> _lastDistances = [];
    private readonly List<ushort> _claimsBeside = [];

    public EdgeAttributes Tag(EdgeSoup.Edge edge, EdgeSoup soup)
    {
        var a = new GeoPoint(edge.LatitudeA / PackFormat.UnitsPerDegree, edge.LongitudeA / PackFormat.UnitsPerDegree);
        var b = new GeoPoint(edge.LatitudeB / PackFormat.UnitsPerDegree, edge.LongitudeB / PackFormat.UnitsPerDegree);
        var middle = new GeoPoint((a.LatitudeDegrees + b.LatitudeDegrees) / 2, (a.LongitudeDegrees + b.LongitudeDegrees) / 2);
        var claims = soup.ClaimSets.All[edge.ClaimSet];
        var apart = Apart(a, b, middle, claims, soup);
        var (kind, fromCoast) = KindOf(middle, PartsTwoClaims(a, b, middle));
        return new EdgeAttributes((ushort)edge.ClaimSet, kind, EdgeReading.Chord, LineUncertainty.Of(kind, apart, fromCoast) + (float)SpreadOfReadings(a, b));
    }

    private double Apart(GeoPoint a, GeoPoint b, GeoPoint middle, ushort[] claims, EdgeSoup soup)
    {
        var greatest = 0.0;
        foreach (var claim in claims)
        {
            var index = other.ClaimIndex(soup.Claims[claim]);
            if (index < 0)
                return double.PositiveInfinity;
            var tree = _otherTrees[index] ??= new PieceTree(PieceCutter.OfClaim(other, index));
            greatest = Math.Max(greatest, Math.Max(Distance(tree, a, index), Math.Max(Distance(tree, b, index), tree.Nearest(SurfacePoint.From(middle), Comparable).ChordMetres)));
        }
        return greatest >= Comparable ? double.PositiveInfinity : greatest;
    }

    private double Distance(PieceTree tree, GeoPoint corner, int claim)
    {
        // Chains share corners, so each is asked for twice in a row.
        if (_lastDistances.Count > 64)
            _lastDistances.Clear();
        if (!_lastDistances.TryGetValue((corner, claim), out var distance))
            _lastDistances[(corner, claim)] = distance = tree.Nearest(SurfacePoint.From(corner), Comparable).ChordMetres;
        return distance;
    }

    private (EdgeKind Kind, double FromCoastMetres) KindOf(GeoPoint middle, bool partsTwoClaims)
    {
        var onLand = new List<ushort>();
        ExactLocator.Locate(coast, middle.LatitudeDegrees, middle.LongitudeDegrees, onLand);
        if (onLand.Count > 0)
            return (EdgeKind.Land, 0);
        var fromCoast = coastTree.Nearest(SurfacePoint.From(middle), 1_000_000).ChordMetres;
        if (partsTwoClaims)
            return (EdgeKind.AgreedSea, fromCoast);
        if (Math.Abs(fromCoast - TwelveMiles) <= LineUncertainty.MostOffTwelveMiles)
            return (EdgeKind.TwelveNauticalMiles, fromCoast);
        return (fromCoast > TwelveMiles && fromCoast < 4 * TwelveMiles ? EdgeKind.StraightBaseline : EdgeKind.OtherBreadth, fromCoast);
    }

    /// <summary>Whether somebody's claim lies on either side; an outer limit has none beyond it.</summary>
    private bool PartsTwoClaims(GeoPoint a, GeoPoint b, GeoPoint middle)
    {
        const double step = 2e-6;
        var (dx, dy) = (b.LongitudeDegrees - a.LongitudeDegrees, b.LatitudeDegrees - a.LatitudeDegrees);
        var scale = step / Math.Sqrt(dx * dx + dy * dy);
        return IsClaimed(middle.LatitudeDegrees + dx * scale, middle.LongitudeDegrees - dy * scale)
            && IsClaimed(middle.LatitudeDegrees - dx * scale, middle.LongitudeDegrees + dy * scale);
    }

    private bool IsClaimed(double latitude, double longitude)
    {
        ExactLocator.Locate(own, Math.Clamp(latitude, -90, 90), Math.Clamp(longitude, -180, 180), _claimsBeside);
        return _claimsBeside.Count > 0;
    }

    /// <summary>
    /// Map data joins two corners by a straight line in longitude and latitude, law by a great circle except along a
    /// parallel; how far these part at most.
    /// </summary>
    private static double SpreadOfReadings(GeoPoint a, GeoPoint b)
    {
        var (dLatitude, dLongitude) = (Math.Abs(b.LatitudeDegrees - a.LatitudeDegrees), Math.Abs(b.LongitudeDegrees - a.LongitudeDegrees));
        if (dLatitude < 1e-3 * dLongitude || dLongitude < 1e-3 * dLatitude)
            return 0;
        var latitude = double.DegreesToRadians(Math.Max(Math.Abs(a.LatitudeDegrees), Math.Abs(b.LatitudeDegrees)));
        var turn = double.DegreesToRadians(dLongitude) * Math.Sin(latitude);
        var spread = Geodesic.DistanceMetres(a, b) * turn / 8;
        return spread < 0.5 ? 0 : Math.Ceiling(spread);
    }
}

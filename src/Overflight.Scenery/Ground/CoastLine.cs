using System.Collections.Concurrent;
using Overflight.Airspace;
using Overflight.Geodesy;

namespace Overflight.Scenery.Ground;

/// <summary>Where land ends and sea begins. Thread-safe.</summary>
public sealed class CoastLine
{
    /// <summary>Farther than this from the coast only the side is told.</summary>
    public const double GreatestMetres = 12_000;

    // 12 NM (UNCLOS art. 3); the limit is drawn so far from the coast or from its baseline.
    private const double ClaimMetres = 12 * Wgs84.MetresPerNauticalMile;
    private const double CellUnits = 512;
    private const int Cells = 64;
    private const int MostTiles = 512;
    private const double MetresPerDegree = 111_195;

    private readonly AirspaceIndex? _index;
    private readonly double _offsetMetres;
    private readonly bool _isLand;
    private readonly double _toleranceDegrees;
    private readonly ConcurrentDictionary<(int, int), float[]> _tiles = new();

    private CoastLine(AirspaceIndex? index, double offsetMetres, double toleranceDegrees, bool isLand) =>
        (_index, _offsetMetres, _toleranceDegrees, _isLand) = (index, offsetMetres, toleranceDegrees, isLand);

    /// <summary>
    /// The coast as claims tell it: the line 12 NM inside the limits of territorial seas. Capes are where they are; bays and gulfs that the limit does not follow
    /// are filled, and where a State measures from straight baselines those are the coast.
    /// </summary>
    public static CoastLine OfClaims(AirspaceIndex claims) => new(claims ?? throw new ArgumentNullException(nameof(claims)), ClaimMetres, 1e-3, false);

    /// <summary>The coast of a pack whose claims are land: what lies in any of them is land.</summary>
    public static CoastLine OfLand(AirspaceIndex land) => new(land ?? throw new ArgumentNullException(nameof(land)), 0, 1e-4, false);

    /// <summary>No coast: land everywhere, or sea.</summary>
    public static CoastLine None(bool isLand) => new(null, 0, 0, isLand);

    /// <summary>Metres from the coast, positive on land, negative at sea; at most <see cref="GreatestMetres"/> either way. Between places 500 m apart it is interpolated.</summary>
    public double SignedMetres(GeoPoint place)
    {
        var (x, y) = WorldMap.Of(place);
        return Signed(x, y);
    }

    internal float Signed(double x, double y)
    {
        if (_index is null)
            return _isLand ? (float)GreatestMetres : -(float)GreatestMetres;
        var (u, v) = (x / CellUnits, y / CellUnits);
        var (i, j) = ((int)Math.Floor(u), (int)Math.Floor(v));
        var (du, dv) = ((float)(u - i), (float)(v - j));
        var tile = Tile(i >> 6, j >> 6);
        var at = (j & Cells - 1) * (Cells + 1) + (i & Cells - 1);
        return Noise.Mix(Noise.Mix(tile[at], tile[at + 1], du), Noise.Mix(tile[at + Cells + 1], tile[at + Cells + 2], du), dv);
    }

    private float[] Tile(int i, int j)
    {
        if (_tiles.TryGetValue((i, j), out var tile))
            return tile;
        // A bound, not a cache of what is used last: all of it is soon made again.
        if (_tiles.Count >= MostTiles)
            _tiles.Clear();
        return _tiles.GetOrAdd((i, j), key => Make(key.Item1, key.Item2));
    }

    private float[] Make(int tileX, int tileY)
    {
        var (west, south) = (tileX * Cells * CellUnits, tileY * Cells * CellUnits);
        var side = Cells * CellUnits;
        var (low, high) = (WorldMap.PlaceOf(west, south), WorldMap.PlaceOf(west + side, south + side));
        var middle = 0.5 * (low.LatitudeDegrees + high.LatitudeDegrees);
        var (perLatitude, perLongitude) = (MetresPerDegree, MetresPerDegree * Math.Cos(double.DegreesToRadians(middle)));
        var margin = (_offsetMetres + GreatestMetres) / MetresPerDegree;
        var marginEast = margin / Math.Cos(double.DegreesToRadians(middle));
        var westDegrees = double.RadiansToDegrees(west / WorldMap.RadiusUnits);
        var eastDegrees = double.RadiansToDegrees((west + side) / WorldMap.RadiusUnits);
        var lines = Segments(low.LatitudeDegrees - margin, high.LatitudeDegrees + margin, westDegrees - marginEast, eastDegrees + marginEast, middle, westDegrees);
        var tile = new float[(Cells + 1) * (Cells + 1)];
        for (var j = 0; j <= Cells; j++)
            for (var i = 0; i <= Cells; i++)
            {
                var (x, y) = (west + i * CellUnits, south + j * CellUnits);
                var place = WorldMap.PlaceOf(x, y);
                var px = (double.RadiansToDegrees(x / WorldMap.RadiusUnits) - westDegrees) * perLongitude;
                var distance = Math.Sqrt(SquareDistance(lines, px, (place.LatitudeDegrees - middle) * perLatitude));
                var signed = IsClaimed(place) ? distance - _offsetMetres : -distance - _offsetMetres;
                tile[j * (Cells + 1) + i] = (float)Math.Clamp(signed, -GreatestMetres, GreatestMetres);
            }
        return tile;
    }

    private List<(double X, double Y, double Dx, double Dy)> Segments(double south, double north, double west, double east, double middle, double origin)
    {
        var segments = new List<(double X, double Y, double Dx, double Dy)>();
        var cosine = Math.Cos(double.DegreesToRadians(middle));
        foreach (var line in BoundaryLines.InBox(_index!, Math.Max(-90, south), Math.Min(90, north), west, east, _toleranceDegrees))
        {
            if (_offsetMetres > 0 && line.Kind is EdgeKind.Land or EdgeKind.AgreedSea)
                continue;
            for (var i = 0; i + 1 < line.Points.Count; i++)
            {
                var (a, b) = (line.Points[i], line.Points[i + 1]);
                var (ax, bx) = (Math.IEEERemainder(a.LongitudeDegrees - origin, 360) * MetresPerDegree * cosine, Math.IEEERemainder(b.LongitudeDegrees - origin, 360) * MetresPerDegree * cosine);
                var (ay, by) = ((a.LatitudeDegrees - middle) * MetresPerDegree, (b.LatitudeDegrees - middle) * MetresPerDegree);
                segments.Add((ax, ay, bx - ax, by - ay));
            }
        }
        return segments;
    }

    private static double SquareDistance(List<(double X, double Y, double Dx, double Dy)> segments, double x, double y)
    {
        var least = 1e12;
        foreach (var (sx, sy, dx, dy) in segments)
        {
            var (px, py) = (x - sx, y - sy);
            var square = dx * dx + dy * dy;
            var along = square > 0 ? Math.Clamp((px * dx + py * dy) / square, 0, 1) : 0;
            var (ex, ey) = (px - along * dx, py - along * dy);
            least = Math.Min(least, ex * ex + ey * ey);
        }
        return least;
    }

    private bool IsClaimed(GeoPoint place)
    {
        var set = _index!.LocateFast(place.LatitudeDegrees, place.LongitudeDegrees);
        return set < 0 ? _index.Locate(place).Count > 0 : _index.ClaimNames(set).Count > 0;
    }
}

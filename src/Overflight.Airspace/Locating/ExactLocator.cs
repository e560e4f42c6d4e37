using Overflight.Airspace.Pack;

namespace Overflight.Airspace.Locating;

/// <summary>
/// The slow, exact twin of <see cref="PointLocator"/>, on the binary64 coordinates themselves. A claim is closed: a point
/// on one of its edges or corners is in it. Also the oracle of the fast one in the tests.
/// </summary>
internal static unsafe class ExactLocator
{
    /// <summary>Fills a list with the claims that hold a point, ascending.</summary>
    public static void Locate(BoundarySet set, double latitude, double longitude, List<ushort> claims)
    {
        claims.Clear();
        if (Math.Abs(longitude) != 180)
        {
            Add(set, latitude, longitude, claims);
            return;
        }
        // One meridian with two names; what holds it from either side holds it.
        Add(set, latitude, -180, claims);
        var fromWest = new List<ushort>();
        Add(set, latitude, 180, fromWest);
        claims.AddRange(fromWest.Except(claims).ToArray());
        claims.Sort();
    }

    private static void Add(BoundarySet set, double latitude, double longitude, List<ushort> claims)
    {
        var column = CellOf((longitude + 180) * PackFormat.UnitsPerDegree, PackFormat.UnitsPerCoarseCell, PackFormat.CoarseColumns);
        var row = CellOf((latitude + 90) * PackFormat.UnitsPerDegree, PackFormat.UnitsPerCoarseCell, PackFormat.CoarseRows);
        var coarse = set.Coarse[row * PackFormat.CoarseColumns + column];
        if ((coarse & PackFormat.Uniform) != 0)
        {
            claims.AddRange(set.ClaimsOf((int)(coarse & ~PackFormat.Uniform)));
            return;
        }
        var across = 1 << (int)(coarse & 7);
        var size = PackFormat.UnitsPerCoarseCell / across;
        var i = CellOf((longitude + 180) * PackFormat.UnitsPerDegree - column * (double)PackFormat.UnitsPerCoarseCell, size, across);
        var j = CellOf((latitude + 90) * PackFormat.UnitsPerDegree - row * (double)PackFormat.UnitsPerCoarseCell, size, across);
        var fine = set.Fine[(coarse >> 3) + (uint)(j * across + i)];
        if ((fine & PackFormat.Uniform) != 0)
        {
            claims.AddRange(set.ClaimsOf((int)(fine & ~PackFormat.Uniform)));
            return;
        }
        var west = (column * (double)PackFormat.UnitsPerCoarseCell + i * (double)size + PackFormat.WestUnits) / PackFormat.UnitsPerDegree;
        var south = (row * (double)PackFormat.UnitsPerCoarseCell + j * (double)size + PackFormat.SouthUnits) / PackFormat.UnitsPerDegree;
        LocateInCell(set, set.Records + fine, longitude, latitude, west, south, claims);
    }

    private static int CellOf(double offset, int size, int cells) => Math.Clamp((int)((offset + 0.5) / size), 0, cells - 1);

    private static void LocateInCell(BoundarySet set, uint* record, double x, double y, double west, double south, List<ushort> claims)
    {
        var groups = (int)record[0];
        var results = (ushort*)(record + 1);
        var words = record + 1 + Math.Max(1, 1 << groups >> 1);
        var parities = 0;
        var touched = new List<ushort>();
        for (var g = 0; g < groups; g++)
        {
            for (var r = 1u; r <= words[0]; r++)
                for (var k = 0; k < (words[r] & 255); k++)
                {
                    var edge = (int)(words[r] >> 8) + k;
                    double x1 = set.Longitude(edge), y1 = set.Latitude(edge), x2 = set.Longitude(edge + 1), y2 = set.Latitude(edge + 1);
                    if (IsOn(x1, y1, x2, y2, x, y))
                        touched.AddRange(set.ClaimsOf(set.Attributes[set.Edges[edge]].ClaimSet));
                    if (Crosses(x1, y1, x2, y2, x, y, west, south))
                        parities ^= 1 << g;
                }
            words += words[0] + 1;
        }
        claims.AddRange(set.ClaimsOf(results[parities]));
        foreach (var claim in touched)
            if (!claims.Contains(claim))
                claims.Add(claim);
        claims.Sort();
    }

    private static bool IsOn(double x1, double y1, double x2, double y2, double x, double y) =>
        x >= Math.Min(x1, x2) && x <= Math.Max(x1, x2) && y >= Math.Min(y1, y2) && y <= Math.Max(y1, y2)
        && ExactOrientation.Sign(x1, y1, x2, y2, x, y) == 0;

    private static bool Crosses(double x1, double y1, double x2, double y2, double x, double y, double west, double south)
    {
        if (x1 > x2)
            (x1, y1, x2, y2) = (x2, y2, x1, y1);
        // The path's corner lies just east of the point's meridian, so an edge holds its western end but not its eastern;
        // at the map's own eastern end it lies just west of it, and the other way about.
        var isEnd = x == 180;
        var result = false;
        if (isEnd ? x1 < x && x <= x2 : x1 <= x && x < x2)
        {
            var pointIsAbove = ExactOrientation.Sign(x1, y1, x2, y2, x, y) > 0;
            var cornerSide = ExactOrientation.Sign(x1, y1, x2, y2, x, south);
            var cornerIsAbove = cornerSide != 0 ? cornerSide > 0 : y2 < y1 != isEnd;
            result = pointIsAbove != cornerIsAbove;
        }
        if (y1 < south != y2 < south)
        {
            if (y1 > y2)
                (x1, y1, x2, y2) = (x2, y2, x1, y1);
            var isAtOrEastOf = ExactOrientation.Sign(x1, y1, x2, y2, x, south) <= (isEnd ? -1 : 0);
            var cellCornerIs = ExactOrientation.Sign(x1, y1, x2, y2, west, south) <= 0;
            result ^= isAtOrEastOf != cellCornerIs;
        }
        return result;
    }
}

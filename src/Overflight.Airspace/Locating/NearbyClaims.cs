using System.Runtime.CompilerServices;
using Overflight.Airspace.Pack;
using Overflight.Geodesy;

namespace Overflight.Airspace.Locating;

/// <summary>Which claims have an edge in or near an area, by the 1-degree cells; more may be named than have, never fewer.</summary>
internal static class NearbyClaims
{
    private static readonly ConditionalWeakTable<BoundarySet, ushort[]?[]> s_edgesByCell = [];
    private static readonly ConditionalWeakTable<BoundarySet, ushort[]?[]> s_claimsByCell = [];

    /// <summary>
    /// Claims with edges around a place, ring of cells by ring, until a ring lies wholly farther than what the caller has
    /// found so far.
    /// </summary>
    public static IEnumerable<int> Around(BoundarySet set, GeoPoint place, Func<double> foundMetres)
    {
        var seen = new HashSet<int>();
        var column = (int)Math.Clamp(Math.Floor(place.LongitudeDegrees + 180), 0, 359);
        var row = (int)Math.Clamp(Math.Floor(place.LatitudeDegrees + 90), 0, 179);
        for (var ring = 0; ring <= 180; ring++)
        {
            if (ring > 0 && LeastDistanceToRing(place, ring) > foundMetres())
                yield break;
            for (var r = row - ring; r <= row + ring; r++)
            {
                if (r is < 0 or > 179)
                    continue;
                var step = r == row - ring || r == row + ring || ring == 0 ? 1 : 2 * ring;
                for (var c = column - ring; c <= column + ring; c += step)
                    foreach (var claim in EdgesIn(set, r, ((c % 360) + 360) % 360))
                        if (seen.Add(claim))
                            yield return claim;
            }
        }
    }

    /// <summary>Claims that hold any place of, or have an edge in, the cells that a box touches.</summary>
    public static void InBox(BoundarySet set, double south, double north, double west, double east, HashSet<int> claims)
    {
        var firstRow = (int)Math.Clamp(Math.Floor(south + 90 - 1e-6), 0, 179);
        var lastRow = (int)Math.Clamp(Math.Floor(north + 90 + 1e-6), 0, 179);
        var firstColumn = (int)Math.Floor(west + 180 - 1e-6);
        var lastColumn = (int)Math.Min(Math.Floor(east + 180 + 1e-6), firstColumn + 359);
        for (var row = firstRow; row <= lastRow; row++)
            for (var column = firstColumn; column <= lastColumn; column++)
                foreach (var claim in ClaimsIn(set, row, ((column % 360) + 360) % 360))
                    claims.Add(claim);
    }

    private static ushort[] ClaimsIn(BoundarySet set, int row, int column)
    {
        var cells = s_claimsByCell.GetValue(set, _ => new ushort[]?[PackFormat.CoarseColumns * PackFormat.CoarseRows]);
        return cells[row * PackFormat.CoarseColumns + column] ??= ReadClaims(set, row, column);
    }

    private static unsafe ushort[] ReadClaims(BoundarySet set, int row, int column)
    {
        var coarse = set.Coarse[row * PackFormat.CoarseColumns + column];
        if ((coarse & PackFormat.Uniform) != 0)
            return set.ClaimsOf((int)(coarse & ~PackFormat.Uniform)).ToArray();
        var claims = new SortedSet<ushort>(EdgesIn(set, row, column));
        // A claim without an edge in a cell holds all of it or nothing, so any one place of the cell tells.
        var held = new List<ushort>();
        ExactLocator.Locate(set, row - 89.5, column - 179.5, held);
        claims.UnionWith(held);
        return [.. claims];
    }

    private static ushort[] EdgesIn(BoundarySet set, int row, int column)
    {
        var cells = s_edgesByCell.GetValue(set, _ => new ushort[]?[PackFormat.CoarseColumns * PackFormat.CoarseRows]);
        var cell = row * PackFormat.CoarseColumns + column;
        return cells[cell] ??= Read(set, cell);
    }

    private static unsafe ushort[] Read(BoundarySet set, int cell)
    {
        var coarse = set.Coarse[cell];
        if ((coarse & PackFormat.Uniform) != 0)
            return [];
        var claims = new SortedSet<ushort>();
        var fines = 1 << (2 * (int)(coarse & 7));
        for (var i = 0; i < fines; i++)
        {
            var fine = set.Fine[(coarse >> 3) + (uint)i];
            if ((fine & PackFormat.Uniform) != 0)
                continue;
            var record = set.Records + fine;
            var groups = (int)record[0];
            var words = record + 1 + Math.Max(1, 1 << groups >> 1);
            for (var g = 0; g < groups; g++, words += words[0] + 1)
                foreach (var claim in set.ClaimsOf(set.Attributes[set.Edges[words[1] >> 8]].ClaimSet))
                    claims.Add(claim);
        }
        return [.. claims];
    }

    private static double LeastDistanceToRing(GeoPoint place, int ring)
    {
        var byLatitude = (ring - 1) * Wgs84.LeastMetresPerDegree;
        var farLatitude = Math.Min(90, Math.Abs(place.LatitudeDegrees) + ring);
        // Meridians ring - 1 degrees away: at least the sine of that angle times the least parallel radius on the way.
        var byLongitude = ring - 1 >= 90 ? 0 : Wgs84.LeastMetresPerDegree * double.RadiansToDegrees(Math.Sin(double.DegreesToRadians(ring - 1)) * Math.Cos(double.DegreesToRadians(farLatitude)));
        return 0.99 * Math.Min(byLatitude, byLongitude);
    }
}

using Overflight.Airspace.Locating;
using Overflight.Airspace.Pack;
using Overflight.Geodesy;

namespace Overflight.Airspace;

/// <summary>Boundary lines near an area, for maps.</summary>
public static class BoundaryLines
{
    /// <summary>
    /// The lines of the base set that touch a box, thinned to a tolerance. Lines that run out of the box are cut at the
    /// first corner beyond it.
    /// </summary>
    /// <param name="index">The boundaries.</param>
    /// <param name="south">Southern edge, degrees.</param>
    /// <param name="north">Northern edge, degrees.</param>
    /// <param name="west">Western edge, degrees; may be below −180 for a box across that meridian.</param>
    /// <param name="east">Eastern edge, degrees, above <paramref name="west"/>.</param>
    /// <param name="toleranceDegrees">Corners nearer than this to the last one kept are left out.</param>
    public static IReadOnlyList<BoundaryLine> InBox(AirspaceIndex index, double south, double north, double west, double east, double toleranceDegrees)
    {
        ArgumentNullException.ThrowIfNull(index);
        var claims = new HashSet<int>();
        NearbyClaims.InBox(index.Base, south, north, west, east, claims);
        var lines = new List<BoundaryLine>();
        var drawn = new HashSet<uint>();
        foreach (var claim in claims.Order())
        {
            var runs = index.Base.RunsOf(claim);
            for (var r = 0; r < runs.Length; r += 2)
                if (drawn.Add(runs[r]))
                    AddRun(index.Base, (int)runs[r], (int)runs[r + 1], new Box(south, north, west, east), toleranceDegrees, lines);
        }
        return lines;
    }

    private readonly record struct Box(double South, double North, double West, double East)
    {
        public bool Touches(GeoPoint a, GeoPoint b)
        {
            var shift = West < -180 && a.LongitudeDegrees > 0 ? -360 : East > 180 && a.LongitudeDegrees < 0 ? 360 : 0;
            return Math.Max(a.LatitudeDegrees, b.LatitudeDegrees) >= South && Math.Min(a.LatitudeDegrees, b.LatitudeDegrees) <= North
                && Math.Max(a.LongitudeDegrees, b.LongitudeDegrees) + shift >= West && Math.Min(a.LongitudeDegrees, b.LongitudeDegrees) + shift <= East;
        }
    }

    private static unsafe void AddRun(BoundarySet set, int first, int count, Box box, double tolerance, List<BoundaryLine> lines)
    {
        var points = new List<GeoPoint>();
        var attribute = (EdgeKind.Unknown, ClaimSet: -1);
        for (var edge = first; edge < first + count; edge++)
        {
            var (a, b) = (new GeoPoint(set.Latitude(edge), set.Longitude(edge)), new GeoPoint(set.Latitude(edge + 1), set.Longitude(edge + 1)));
            var attributes = set.Attributes[set.Edges[edge]];
            var isNew = (attributes.Kind, (int)attributes.ClaimSet) != attribute;
            if (!box.Touches(a, b) || isNew)
                Finish(set, points, attribute, lines);
            if (!box.Touches(a, b))
                continue;
            attribute = (attributes.Kind, attributes.ClaimSet);
            if (points.Count == 0)
                points.Add(a);
            var last = points[^1];
            var isLast = edge + 1 == first + count;
            if (isLast || Math.Abs(last.LatitudeDegrees - b.LatitudeDegrees) + Math.Abs(last.LongitudeDegrees - b.LongitudeDegrees) >= tolerance)
                points.Add(b);
        }
        Finish(set, points, attribute, lines);
    }

    private static void Finish(BoundarySet set, List<GeoPoint> points, (EdgeKind Kind, int ClaimSet) attribute, List<BoundaryLine> lines)
    {
        if (points.Count > 1)
        {
            var names = new List<string>();
            foreach (var claim in set.ClaimsOf(attribute.ClaimSet))
                names.Add(set.Claims[claim]);
            lines.Add(new BoundaryLine([.. points], attribute.Kind, names));
        }
        points.Clear();
    }
}

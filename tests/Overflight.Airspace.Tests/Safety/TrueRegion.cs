using Overflight.Geodesy;

namespace Overflight.Airspace.Tests.Safety;

/// <summary>Where a region truly is: rings of straight lines in unwrapped longitude and latitude, by the even-odd rule, closed.</summary>
internal sealed class TrueRegion(List<(double X, double Y)[]> rings)
{
    public IReadOnlyList<(double X, double Y)[]> Rings => rings;

    /// <summary>The longitude, whole turns added, that is nearest to another.</summary>
    public static double Near(double longitude, double to) => longitude - 360 * Math.Round((longitude - to) / 360);

    /// <summary>Whether a path, straight in longitude and latitude from corner to corner, touches the region.</summary>
    public bool IsTouchedBy(List<GeoPoint> path)
    {
        if (Holds(path[0]))
            return true;
        for (var i = 1; i < path.Count; i++)
        {
            // Each step is unwrapped by itself: a path past the pole would else go on a whole turn away from the region.
            var x = Near(path[i - 1].LongitudeDegrees, rings[0][0].X);
            if (IsCrossedBy(x, path[i - 1].LatitudeDegrees, Near(path[i].LongitudeDegrees, x), path[i].LatitudeDegrees))
                return true;
        }
        return false;
    }

    /// <summary>A place of the boundary.</summary>
    public GeoPoint BoundaryPlace(Random random)
    {
        var ring = rings[random.Next(rings.Count)];
        var i = random.Next(ring.Length);
        var (a, b) = (ring[i], ring[(i + 1) % ring.Length]);
        var f = random.Next(3) == 0 ? 0 : random.NextDouble();
        return new GeoPoint(a.Y + (b.Y - a.Y) * f, a.X + (b.X - a.X) * f).Normalised();
    }

    public bool Holds(GeoPoint place) => Holds(Near(place.LongitudeDegrees, rings[0][0].X), place.LatitudeDegrees);

    private bool Holds(double x, double y)
    {
        var inside = false;
        foreach (var ring in rings)
            for (int i = 0, j = ring.Length - 1; i < ring.Length; j = i++)
                if (ring[i].Y > y != ring[j].Y > y && x < ring[i].X + (ring[j].X - ring[i].X) * ((y - ring[i].Y) / (ring[j].Y - ring[i].Y)))
                    inside = !inside;
        return inside;
    }

    private bool IsCrossedBy(double x1, double y1, double x2, double y2)
    {
        foreach (var ring in rings)
            for (int i = 0, j = ring.Length - 1; i < ring.Length; j = i++)
            {
                var (a, b) = (ring[j], ring[i]);
                if (Math.Max(a.X, b.X) < Math.Min(x1, x2) || Math.Min(a.X, b.X) > Math.Max(x1, x2) || Math.Max(a.Y, b.Y) < Math.Min(y1, y2) || Math.Min(a.Y, b.Y) > Math.Max(y1, y2))
                    continue;
                if (Side(a.X, a.Y, b.X, b.Y, x1, y1) * Side(a.X, a.Y, b.X, b.Y, x2, y2) <= 0 && Side(x1, y1, x2, y2, a.X, a.Y) * Side(x1, y1, x2, y2, b.X, b.Y) <= 0)
                    return true;
            }
        return false;
    }

    private static int Side(double ax, double ay, double bx, double by, double x, double y) => Math.Sign((bx - ax) * (y - ay) - (by - ay) * (x - ax));
}

namespace Overflight.Patterns.Kinds;

/// <summary>The convex hull of places in a plane (A. M. Andrew's monotone chain, 1979), anticlockwise, without repetition of the first corner.</summary>
internal static class ConvexHull
{
    public static List<(double X, double Y)> Of(List<(double X, double Y)> places)
    {
        places.Sort();
        var hull = new List<(double X, double Y)>();
        for (var pass = 0; pass < 2; pass++)
        {
            var start = hull.Count;
            for (var i = 0; i < places.Count; i++)
            {
                var place = places[pass == 0 ? i : places.Count - 1 - i];
                while (hull.Count - start >= 2 && Cross(hull[^2], hull[^1], place) <= 0)
                    hull.RemoveAt(hull.Count - 1);
                hull.Add(place);
            }
            hull.RemoveAt(hull.Count - 1);
        }
        return hull;
    }

    private static double Cross((double X, double Y) a, (double X, double Y) b, (double X, double Y) c) =>
        (b.X - a.X) * (c.Y - a.Y) - (b.Y - a.Y) * (c.X - a.X);
}

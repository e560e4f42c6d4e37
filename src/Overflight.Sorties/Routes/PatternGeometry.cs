using Overflight.Geodesy;

namespace Overflight.Sorties.Routes;

/// <summary>Search patterns as places.</summary>
internal static class PatternGeometry
{
    /// <summary>The ends of a ladder's lines, in the order flown: azimuthal equidistant about the area's first corner's mean place.</summary>
    public static List<GeoPoint> Ladder(LadderLeg ladder)
    {
        var mean = new UnitVector(0, 0, 0);
        foreach (var corner in ladder.Area)
            mean += UnitVector.From(corner);
        var origin = mean.Normalised().ToGeoPoint();
        // Along the lines, and to the right of them.
        var corners = ladder.Area.Select(corner =>
        {
            var inverse = Geodesic.Inverse(origin, corner);
            var (sin, cos) = Math.SinCos(double.DegreesToRadians(inverse.InitialAzimuthDegrees - ladder.HeadingDegrees));
            return (Along: inverse.DistanceMetres * cos, Across: inverse.DistanceMetres * sin);
        }).ToArray();
        var (low, high) = (corners.Min(c => c.Across), corners.Max(c => c.Across));
        var lines = Math.Max(1, (int)Math.Ceiling((high - low) / ladder.SpacingMetres - 1e-9));
        var places = new List<GeoPoint>();
        for (var line = 0; line < Math.Min(lines, 2001); line++)
        {
            var across = 0.5 * (low + high) + (line - 0.5 * (lines - 1)) * ladder.SpacingMetres;
            double first = double.PositiveInfinity, last = double.NegativeInfinity;
            for (var i = 0; i < corners.Length; i++)
            {
                var (a, b) = (corners[i], corners[(i + 1) % corners.Length]);
                if (a.Across <= across == b.Across <= across)
                    continue;
                var along = a.Along + (b.Along - a.Along) * (across - a.Across) / (b.Across - a.Across);
                (first, last) = (Math.Min(first, along), Math.Max(last, along));
            }
            if (!(last > first))
                continue;
            var forth = places.Count % 4 == 0;
            places.Add(Place(forth ? first : last, across));
            places.Add(Place(forth ? last : first, across));
        }
        return places;

        GeoPoint Place(double along, double across) => Geodesic.Direct(
            origin, ladder.HeadingDegrees + double.RadiansToDegrees(Math.Atan2(across, along)), Math.Sqrt(along * along + across * across));
    }

    /// <summary>The corners of an expanding square, the centre first.</summary>
    public static List<GeoPoint> ExpandingSquare(ExpandingSquareLeg square)
    {
        var places = new List<GeoPoint> { square.Centre };
        for (var line = 0; line < square.Lines; line++)
        {
            var course = square.HeadingDegrees + (square.Clockwise ? 90 : -90) * line;
            places.Add(Geodesic.Direct(places[^1], course, (line / 2 + 1) * square.SpacingMetres));
        }
        return places;
    }
}

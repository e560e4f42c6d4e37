using Overflight.Geodesy;
using Overflight.Patterns.Kinds;

namespace Overflight.Patterns.Watched;

/// <summary>Ranks what was flown about by the time spent there. Findings about one place, also of several flights, count together.</summary>
public static class WatchedPlaces
{
    /// <summary>The places, longest first.</summary>
    public static IReadOnlyList<WatchedPlace> Of(IEnumerable<FlightPattern> patterns)
    {
        ArgumentNullException.ThrowIfNull(patterns);
        var places = new List<WatchedPlace>();
        foreach (var pattern in patterns.Where(IsAbout).OrderByDescending(p => p.ObservedSeconds).ThenBy(p => p.Start))
        {
            var radius = RadiusOf(pattern);
            var known = places.FindIndex(p => Geodesic.DistanceMetres(p.Centre, pattern.Centre) < Math.Max(p.RadiusMetres, radius));
            if (known < 0)
                places.Add(new WatchedPlace(pattern.Centre, radius, pattern.ObservedSeconds, 1));
            else
                places[known] = Joined(places[known], pattern, radius);
        }
        return [.. places.OrderByDescending(p => p.Seconds)];
    }

    /// <summary>Whether a kind of flight is about what lies below it: not a transit, a wait, a climb or a figure.</summary>
    public static bool IsAbout(FlightPattern pattern)
    {
        ArgumentNullException.ThrowIfNull(pattern);
        return pattern.Kind is FlightKind.Orbit or FlightKind.Racetrack or FlightKind.FigureEight or FlightKind.Loiter or FlightKind.Ladder;
    }

    private static double RadiusOf(FlightPattern pattern) =>
        pattern.Kind == FlightKind.Orbit && pattern.DriftMetres < pattern.RadiusMetres
            ? pattern.RadiusMetres
            : 0.5 * Math.Sqrt(pattern.LengthMetres * pattern.LengthMetres + pattern.WidthMetres * pattern.WidthMetres);

    private static WatchedPlace Joined(WatchedPlace place, FlightPattern pattern, double radius)
    {
        var share = pattern.ObservedSeconds / (place.Seconds + pattern.ObservedSeconds);
        var way = Geodesic.Inverse(place.Centre, pattern.Centre);
        return new WatchedPlace(
            Geodesic.Direct(place.Centre, way.InitialAzimuthDegrees, share * way.DistanceMetres),
            place.RadiusMetres + share * (radius - place.RadiusMetres),
            place.Seconds + pattern.ObservedSeconds,
            place.Visits + 1);
    }
}

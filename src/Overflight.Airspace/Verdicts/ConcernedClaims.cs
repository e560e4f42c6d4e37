using Overflight.Airspace.Locating;
using Overflight.Airspace.Nearest;
using Overflight.Airspace.Pack;

namespace Overflight.Airspace.Verdicts;

/// <summary>The claims that a flight can have touched or came near, set-aside fixes included; some more may be named, none fewer.</summary>
internal static class ConcernedClaims
{
    private const double LeastMetresPerDegree = 110_567;
    private const double MostWideningMetres = 6_000;

    public static HashSet<int> Of(BoundarySet set, FlightPath path, double nearMetres)
    {
        var claims = new HashSet<int>();
        var seen = new Box(91, -91, 0, 0);
        for (var i = 0; i < path.Count; i++)
        {
            var reach = i + 1 < path.Count ? ChordBracket.GreatestArc(path.ReachFromStart(i)) : path.Radius[i];
            var box = Box.Around(path.Flight.PositionAt(i), Math.Max(reach, nearMetres) + MostWideningMetres);
            if (seen.Holds(box))
                continue;
            // Somewhat more, so that the next legs are covered as well.
            seen = box.Grown(0.5);
            NearbyClaims.InBox(set, seen.South, seen.North, seen.West, seen.East, claims);
        }
        foreach (var fix in path.Flight.SetAside)
        {
            var box = Box.Around(path.Flight.Track.PositionAt(fix.Index), MostWideningMetres);
            if (seen.Holds(box))
                continue;
            seen = box.Grown(0.5);
            NearbyClaims.InBox(set, seen.South, seen.North, seen.West, seen.East, claims);
        }
        return claims;
    }

    private readonly record struct Box(double South, double North, double West, double East)
    {
        public static Box Around(Geodesy.GeoPoint place, double metres)
        {
            var latitudes = metres / LeastMetresPerDegree;
            var (south, north) = (place.LatitudeDegrees - latitudes, place.LatitudeDegrees + latitudes);
            var farthest = Math.Max(Math.Abs(south), Math.Abs(north));
            var longitudes = farthest >= 89 ? 180 : Math.Min(180, latitudes / Math.Cos(double.DegreesToRadians(farthest)) * 1.01);
            return new Box(Math.Max(-90, south), Math.Min(90, north), place.LongitudeDegrees - longitudes, place.LongitudeDegrees + longitudes);
        }

        public bool Holds(Box other) => South <= other.South && North >= other.North && West <= other.West && East >= other.East;

        public Box Grown(double degrees) => new(Math.Max(-90, South - degrees), Math.Min(90, North + degrees), West - degrees, East + degrees);
    }
}

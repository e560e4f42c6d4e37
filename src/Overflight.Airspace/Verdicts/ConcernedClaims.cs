using Overflight.Airspace.Locating;
using Overflight.Airspace.Nearest;
using Overflight.Airspace.Pack;

namespace Overflight.Airspace.Verdicts;

/// <summary>The claims that a flight can have touched or came near, set-aside fixes included; some more may be named, none fewer.</summary>
internal static class ConcernedClaims
{
    // The greatest uncertainty of a boundary, and more.
    private const double Margin = 10_000;
    private const double Ahead = 60_000;

    public static HashSet<int> Of(BoundarySet set, FlightPath path, double nearMetres)
    {
        var claims = new HashSet<int>();
        var (centre, coveredChord) = (default(SurfacePoint), 0.0);
        for (var i = 0; i < path.Count; i++)
            Cover(path.Points[i], path.Flight.PositionAt(i), Math.Max(i + 1 < path.Count ? path.ReachFromStart(i) : path.Radius[i], nearMetres));
        foreach (var fix in path.Flight.SetAside)
        {
            var place = path.Flight.Track.PositionAt(fix.Index);
            Cover(SurfacePoint.From(place), place, fix.Radius.BoundMetres);
        }
        return claims;

        void Cover(SurfacePoint point, Geodesy.GeoPoint place, double chord)
        {
            if (coveredChord > 0 && centre.ChordTo(point) + chord < coveredChord)
                return;
            // Somewhat more, so that the next legs are covered as well.
            (centre, coveredChord) = (point, chord + Ahead);
            var box = Box.Around(place, ChordBracket.GreatestArc(coveredChord + Margin));
            NearbyClaims.InBox(set, box.South, box.North, box.West, box.East, claims);
        }
    }

    private readonly record struct Box(double South, double North, double West, double East)
    {
        public static Box Around(Geodesy.GeoPoint place, double metres)
        {
            var latitudes = metres / Geodesy.Wgs84.LeastMetresPerDegree;
            var (south, north) = (place.LatitudeDegrees - latitudes, place.LatitudeDegrees + latitudes);
            var farthest = Math.Max(Math.Abs(south), Math.Abs(north));
            var longitudes = farthest >= 89 ? 180 : Math.Min(180, latitudes / Math.Cos(double.DegreesToRadians(farthest)) * 1.01);
            return new Box(Math.Max(-90, south), Math.Min(90, north), place.LongitudeDegrees - longitudes, place.LongitudeDegrees + longitudes);
        }
    }
}

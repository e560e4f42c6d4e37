using Overflight.Authority.Documents;
using Overflight.Geodesy;
using Overflight.Tracks;

namespace Overflight.Planning.Plans;

/// <summary>
/// Writes a sortie's route: ways and orbits as points in time. An orbit is entered and left where the way to its centre crosses it, so the ways
/// stay where they were checked; the circle is flown clockwise at the speed that makes its turns end in time.
/// </summary>
internal sealed class RouteBuilder(double altitudeMetres, double climbMetresPerSecond)
{
    private const double PointEveryDegrees = 30;

    private readonly List<RoutePoint> _points = [];

    public IReadOnlyList<RoutePoint> Points => _points;

    /// <summary>The way out, from the ground at an instant.</summary>
    public void TakeOff(Way way, UtcInstant at, double elevationMetres, double radiusMetres)
    {
        Add(at, way.Corners[0], elevationMetres);
        var climb = (altitudeMetres - elevationMetres) / climbMetresPerSecond;
        Follow(way, at, radiusMetres, endsOnOrbit: true, at.AddSeconds(climb), elevationMetres, isClimb: true);
    }

    /// <summary>The way between two orbits.</summary>
    public void Move(Way way, UtcInstant at, double radiusMetres) => Follow(way, at, radiusMetres, endsOnOrbit: true, null, 0, isClimb: false);

    /// <summary>The way back to the ground.</summary>
    public void Land(Way way, UtcInstant at, double elevationMetres, double radiusMetres)
    {
        var descent = (altitudeMetres - elevationMetres) / climbMetresPerSecond;
        Follow(way, at, radiusMetres, endsOnOrbit: false, at.AddSeconds(way.Seconds - descent), elevationMetres, isClimb: false);
    }

    /// <summary>Orbits from the last point until an instant, to the bearing of the next way.</summary>
    public void Orbit(GeoPoint centre, double radiusMetres, GeoPoint next, UtcInstant until, double metresPerSecond)
    {
        var (from, at) = (Geodesic.Inverse(centre, Place(_points[^1])).InitialAzimuthDegrees, _points[^1].At);
        var part = (Geodesic.Inverse(centre, next).InitialAzimuthDegrees - from + 720) % 360;
        var seconds = until.SecondsSince(at);
        var turns = Math.Max(0, Math.Round(seconds * metresPerSecond / (2 * Math.PI * radiusMetres) - part / 360));
        var sweep = part + 360 * turns;
        var count = (int)Math.Ceiling(sweep / PointEveryDegrees);
        for (var i = 1; i <= count; i++)
            Add(at.AddSeconds(seconds * i / count), Geodesic.Direct(centre, from + sweep * i / count, radiusMetres), altitudeMetres);
    }

    private void Follow(Way way, UtcInstant start, double radiusMetres, bool endsOnOrbit, UtcInstant? bend, double elevationMetres, bool isClimb)
    {
        var at = start;
        for (var i = 0; i < way.LegSeconds.Count; i++)
        {
            var (from, to) = (way.Corners[i], way.Corners[i + 1]);
            var (begin, end) = (at, at.AddSeconds(way.LegSeconds[i]));
            var isLast = i == way.LegSeconds.Count - 1;
            var leg = GeodesicLine.Between(from, to);
            // A way ends on the orbit, and begins where the last point is: on the orbit before.
            var share = isLast && endsOnOrbit ? Math.Max(0, 1 - radiusMetres / leg.DistanceMetres) : 1;
            if (bend is { } level && level > begin && level < begin.AddSeconds(share * way.LegSeconds[i]))
                Add(level, leg.PointAt(leg.DistanceMetres * level.SecondsSince(begin) / way.LegSeconds[i]), altitudeMetres);
            var reached = begin.AddSeconds(share * way.LegSeconds[i]);
            Add(reached, share < 1 ? leg.PointAt(leg.DistanceMetres * share) : to, isLast && !endsOnOrbit ? elevationMetres : Altitude(reached));
            at = end;
        }

        double Altitude(UtcInstant when) => bend is not { } level ? altitudeMetres
            : isClimb
                ? (when >= level ? altitudeMetres : elevationMetres + (altitudeMetres - elevationMetres) * when.SecondsSince(start) / level.SecondsSince(start))
                : (when <= level ? altitudeMetres : altitudeMetres - climbMetresPerSecond * when.SecondsSince(level));
    }

    private void Add(UtcInstant at, GeoPoint place, double altitude)
    {
        if (_points.Count == 0 || at > _points[^1].At)
            _points.Add(new(at, place.LatitudeDegrees, place.LongitudeDegrees, altitude));
    }

    private static GeoPoint Place(RoutePoint point) => new(point.Latitude, point.Longitude);
}

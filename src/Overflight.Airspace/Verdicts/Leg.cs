using Overflight.Airspace.Nearest;
using Overflight.Geodesy;

namespace Overflight.Airspace.Verdicts;

/// <summary>Two neighbouring fixes and how long a path between them is allowed.</summary>
/// <param name="From">The first fix.</param>
/// <param name="To">The second.</param>
/// <param name="FromPoint">The first in space.</param>
/// <param name="ToPoint">The second in space.</param>
/// <param name="AllowedMetres">Length of the longest path allowed, radii included.</param>
/// <param name="ChordMetres">The straight chord.</param>
internal readonly record struct Leg(GeoPoint From, GeoPoint To, SurfacePoint FromPoint, SurfacePoint ToPoint, double AllowedMetres, double ChordMetres)
{
    // Legs that need more than the bound (by rounding of times, or a bound given too low) get what they need and this part more.
    private const double LeastSlack = 1e-6;

    /// <summary>No reachable place is farther from the first fix than this, by chord.</summary>
    public double ReachFromStartMetres => 0.5 * (AllowedMetres + ChordMetres);

    /// <summary>A leg, given what time, speed bound and radii allow; one that is longer than that gets its own excess over again.</summary>
    public static Leg Between(GeoPoint from, GeoPoint to, SurfacePoint fromPoint, SurfacePoint toPoint, double allowedMetres)
    {
        var chord = fromPoint.ChordTo(toPoint);
        if (allowedMetres < chord * (1 + LeastSlack) + 1)
        {
            // The leg shows an error of this size at one of its ends, so as much is allowed beyond its straight path.
            var straight = Geodesic.DistanceMetres(from, to);
            allowedMetres = Math.Max(allowedMetres, straight + Math.Max(straight - allowedMetres, straight * LeastSlack + 0.01));
        }
        return new Leg(from, to, fromPoint, toPoint, allowedMetres, chord);
    }
}

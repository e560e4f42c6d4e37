using Overflight.Geodesy;
using Overflight.Tracks.Preparing;

namespace Overflight.Dossiers.Paths;

/// <summary>
/// The outline of where an aircraft can have been between two fixes: all x with |p x| + |x q| &lt;= V dt + u + u', by geodesics.
/// </summary>
internal static class ReachableLens
{
    // Beyond this the set wraps around the earth and has no outline worth drawing.
    private const double MostMetres = 15_000_000;
    private const double ToleranceMetres = 0.2;

    /// <summary>What speed bound and radii allow between a kept fix and the next, metres.</summary>
    public static double AllowedMetres(PreparedFlight flight, int leg)
    {
        var least = Geodesic.DistanceMetres(flight.PositionAt(leg), flight.PositionAt(leg + 1));
        var allowed = flight.Speed.MetresPerSecond * flight.SecondsAfter(leg) + flight.RadiusAt(leg).BoundMetres + flight.RadiusAt(leg + 1).BoundMetres;
        return Math.Max(allowed, least * (1 + 1e-6) + 1);
    }

    /// <summary>The outline of a leg, clockwise, not closed; empty where it wraps around the earth.</summary>
    public static GeoPoint[] Of(PreparedFlight flight, int leg, int corners = 72) =>
        Of(flight.PositionAt(leg), flight.PositionAt(leg + 1), AllowedMetres(flight, leg), corners);

    /// <summary>The outline around two places; empty where it wraps around the earth or the places are farther apart than is allowed.</summary>
    public static GeoPoint[] Of(GeoPoint from, GeoPoint to, double allowedMetres, int corners)
    {
        var between = Geodesic.Inverse(from, to);
        if (!(allowedMetres < MostMetres) || !(between.DistanceMetres < allowedMetres))
            return [];
        var middle = GeodesicLine.Between(from, to).At(between.DistanceMetres / 2);
        var outline = new GeoPoint[corners];
        var axis = between.DistanceMetres < 1 ? 0 : middle.FinalAzimuthDegrees;
        for (var i = 0; i < corners; i++)
        {
            // Evenly in the ellipse's own angle, so that a slender one keeps its ends.
            var (sin, cos) = Math.SinCos(2 * Math.PI * i / corners);
            var (long_, short_) = (0.5 * allowedMetres, 0.5 * Math.Sqrt(allowedMetres * allowedMetres - between.DistanceMetres * between.DistanceMetres));
            var (along, across) = (long_ * cos, short_ * sin);
            var line = GeodesicLine.From(middle.Point, axis + double.RadiansToDegrees(Math.Atan2(across, along)));
            outline[i] = line.PointAt(Solve(line, from, to, allowedMetres, Math.Sqrt(along * along + across * across), between.DistanceMetres));
        }
        return outline;
    }

    /// <summary>The distance along a line at which the sum of distances to both places is what is allowed.</summary>
    private static double Solve(GeodesicLine line, GeoPoint from, GeoPoint to, double allowed, double guess, double apart)
    {
        // At r the sum is at least 2 r less the distance apart, and at most that much more.
        var (low, high) = (Math.Max(0, 0.5 * (allowed - apart)) * 0.999, 0.5 * (allowed + apart) * 1.001 + 1);
        var (r, step) = (Math.Clamp(guess, low, high), 0.0);
        for (var round = 0; round < 60 && high - low > ToleranceMetres / 4; round++)
        {
            var place = line.PointAt(r);
            var over = Geodesic.DistanceMetres(from, place) + Geodesic.DistanceMetres(place, to) - allowed;
            if (Math.Abs(over) <= ToleranceMetres)
                return r;
            (low, high) = over > 0 ? (low, r) : (r, high);
            step = -over / 2;
            // The sum grows by 1 to 2 for each metre out; where that guess leaves the bracket, halve.
            r = round < 12 && r + step > low && r + step < high ? r + step : 0.5 * (low + high);
        }
        return r;
    }
}

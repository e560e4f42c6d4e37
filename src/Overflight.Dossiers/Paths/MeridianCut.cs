using Overflight.Geodesy;

namespace Overflight.Dossiers.Paths;

/// <summary>Cuts lines and rings at the ±180 meridian, as RFC 7946 section 3.1.9 asks.</summary>
internal static class MeridianCut
{
    private const double Meridian = 180;

    /// <summary>A line of numbered places, in parts none of which crosses the meridian; a place where it is crossed has no number (−1).</summary>
    public static List<List<(GeoPoint Place, int Number)>> Line(IEnumerable<(GeoPoint Place, int Number)> places)
    {
        var parts = new List<List<(GeoPoint, int)>>();
        List<(GeoPoint Place, int Number)> part = [];
        foreach (var (place, number) in places)
        {
            if (part.Count > 0 && part[^1].Place is var last && Math.Abs(place.LongitudeDegrees - last.LongitudeDegrees) > Meridian)
            {
                var side = Math.CopySign(Meridian, last.LongitudeDegrees);
                var latitude = LatitudeAt(last, place, side);
                part.Add((new GeoPoint(latitude, side), -1));
                parts.Add(part);
                part = [(new GeoPoint(latitude, -side), -1)];
            }
            part.Add((place, number));
        }
        if (part.Count > 0)
            parts.Add(part);
        return parts;
    }

    /// <summary>A ring that encloses no pole, as one or two rings, none of which crosses the meridian; not closed.</summary>
    public static List<List<GeoPoint>> Ring(IReadOnlyList<GeoPoint> ring)
    {
        var unwrapped = new List<(double Latitude, double Longitude)>();
        var longitude = ring.Count > 0 ? ring[0].LongitudeDegrees : 0;
        foreach (var place in ring)
        {
            longitude = place.LongitudeDegrees + 360 * Math.Round((longitude - place.LongitudeDegrees) / 360);
            unwrapped.Add((place.LatitudeDegrees, longitude));
        }
        var (west, east) = (unwrapped.Min(p => p.Longitude), unwrapped.Max(p => p.Longitude));
        if (west >= -Meridian && east <= Meridian)
            return [unwrapped.ConvertAll(p => new GeoPoint(p.Latitude, p.Longitude))];
        var cut = west < -Meridian ? -Meridian : Meridian;
        var parts = new List<List<GeoPoint>>();
        foreach (var isEast in new[] { false, true })
        {
            var shift = isEast ? (cut > 0 ? -360 : 0) : (cut > 0 ? 0 : 360);
            var half = Half(unwrapped, cut, isEast).ConvertAll(p => new GeoPoint(p.Latitude, Math.Clamp(p.Longitude + shift, -Meridian, Meridian)));
            if (half.Count >= 3)
                parts.Add(half);
        }
        return parts;
    }

    private static List<(double Latitude, double Longitude)> Half(List<(double Latitude, double Longitude)> ring, double cut, bool isEast)
    {
        var half = new List<(double Latitude, double Longitude)>();
        for (var i = 0; i < ring.Count; i++)
        {
            var (a, b) = (ring[i], ring[(i + 1) % ring.Count]);
            var (isIn, isNextIn) = (isEast ? a.Longitude >= cut : a.Longitude <= cut, isEast ? b.Longitude >= cut : b.Longitude <= cut);
            if (isIn)
                half.Add(a);
            if (isIn != isNextIn)
                half.Add((a.Latitude + (cut - a.Longitude) / (b.Longitude - a.Longitude) * (b.Latitude - a.Latitude), cut));
        }
        return half;
    }

    private static double LatitudeAt(GeoPoint from, GeoPoint to, double side)
    {
        var step = to.LongitudeDegrees - from.LongitudeDegrees;
        step -= 360 * Math.Round(step / 360);
        return step == 0 ? from.LatitudeDegrees : from.LatitudeDegrees + (side - from.LongitudeDegrees) / step * (to.LatitudeDegrees - from.LatitudeDegrees);
    }
}

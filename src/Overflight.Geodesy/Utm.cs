namespace Overflight.Geodesy;

/// <summary>The Universal Transverse Mercator grid on WGS-84 (NGA.STND.0037, chapters 6 and 7): 80° S to 84° N.</summary>
public static class Utm
{
    /// <summary>Easting of the central meridian, metres.</summary>
    public const double FalseEastingMetres = 500_000;

    /// <summary>Northing of the equator in the southern hemisphere, metres.</summary>
    public const double FalseNorthingMetres = 10_000_000;

    /// <summary>Scale on the central meridian.</summary>
    public const double CentralScale = 0.9996;

    private static readonly TransverseMercator[] s_zones = [.. Enumerable.Range(1, 60).Select(zone => new TransverseMercator(6 * zone - 183, CentralScale))];

    /// <summary>Whether the grid has the place's latitude: from 80° S to 84° N.</summary>
    public static bool Covers(GeoPoint place) => place.IsValid && place.LatitudeDegrees is >= -80 and <= 84;

    /// <summary>The zone of a place, 1 to 60, with the wider ones of south-west Norway and Svalbard.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The grid does not have the place.</exception>
    public static int Zone(GeoPoint place)
    {
        if (!Covers(place))
            throw new ArgumentOutOfRangeException(nameof(place), place, "UTM goes from 80° S to 84° N.");
        var (latitude, longitude) = (place.LatitudeDegrees, place.Normalised().LongitudeDegrees);
        if (latitude is >= 56 and < 64 && longitude is >= 3 and < 12)
            return 32;
        if (latitude >= 72 && longitude is >= 0 and < 42)
            return longitude switch { < 9 => 31, < 21 => 33, < 33 => 35, _ => 37 };
        return (int)Math.Floor((longitude + 180) / 6) + 1;
    }

    /// <summary>The projection of a zone, 1 to 60, without false easting and northing.</summary>
    public static TransverseMercator Projection(int zone)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(zone, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(zone, 60);
        return s_zones[zone - 1];
    }

    /// <summary>A place in the grid, in its own zone unless another is given.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The grid does not have the place, or there is no such zone.</exception>
    public static UtmPosition From(GeoPoint place, int? zone = null)
    {
        var own = Zone(place);
        var at = Projection(zone ?? own).Forward(place);
        var isNorth = place.LatitudeDegrees >= 0;
        return new UtmPosition(
            zone ?? own, isNorth, at.EastMetres + FalseEastingMetres, at.NorthMetres + (isNorth ? 0 : FalseNorthingMetres), at.ConvergenceDegrees, at.Scale);
    }

    /// <summary>The place at an easting and northing of a zone.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such zone.</exception>
    public static GeoPoint ToGeoPoint(int zone, bool isNorth, double eastingMetres, double northingMetres) =>
        Projection(zone).Reverse(eastingMetres - FalseEastingMetres, northingMetres - (isNorth ? 0 : FalseNorthingMetres));
}

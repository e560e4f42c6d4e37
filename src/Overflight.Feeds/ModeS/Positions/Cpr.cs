namespace Overflight.Feeds.ModeS;

/// <summary>Compact position reporting, decoding (DO-260B A.1.7.4 to A.1.7.8).</summary>
internal static class Cpr
{
    private const int EvenZones = 60;
    private const int OddZones = 59;

    /// <summary>
    /// The place that a code means near a reference: right when the aircraft is less than half a zone from it (180 NM in the
    /// air, 45 NM on the ground).
    /// </summary>
    public static bool TryLocal(in CprCode code, double referenceLatitude, double referenceLongitude, out double latitude, out double longitude)
    {
        var circle = code.IsSurface ? 90.0 : 360.0;
        var (zone, zonesInDegree) = code.IsOdd ? (circle / OddZones, OddZones / circle) : (circle / EvenZones, EvenZones / circle);
        var fraction = code.LatitudeFraction;
        latitude = zone * (Math.Floor(0.5 + referenceLatitude * zonesInDegree - fraction) + fraction);
        if (Math.Abs(latitude) > 90)
        {
            longitude = 0;
            return false;
        }
        var across = Math.Max(CprZones.At(latitude) - (code.IsOdd ? 1 : 0), 1);
        fraction = code.LongitudeFraction;
        longitude = Normalised(circle * (Math.Floor(0.5 + referenceLongitude * across / circle - fraction) + fraction) / across);
        return true;
    }

    /// <summary>The place of the newer of an even and an odd airborne code, anywhere; false where they lie astride two zones.</summary>
    public static bool TryAirborne(in CprCode even, in CprCode odd, bool isOddNewer, out double latitude, out double longitude)
    {
        longitude = 0;
        var zone = Math.Floor(OddZones * even.LatitudeFraction - EvenZones * odd.LatitudeFraction + 0.5);
        var evenLatitude = Southern(360.0 / EvenZones * (Modulo(zone, EvenZones) + even.LatitudeFraction));
        var oddLatitude = Southern(360.0 / OddZones * (Modulo(zone, OddZones) + odd.LatitudeFraction));
        latitude = isOddNewer ? oddLatitude : evenLatitude;
        var zones = CprZones.At(evenLatitude);
        if (zones != CprZones.At(oddLatitude) || Math.Abs(latitude) > 90)
            return false;
        longitude = Normalised(360 * Longitude(even, odd, zones, isOddNewer));
        return true;
    }

    /// <summary>
    /// The place of the newer of an even and an odd surface code: of those that they may mean, one in each quarter of the earth, the
    /// nearest to a reference.
    /// </summary>
    public static bool TrySurface(
        in CprCode even, in CprCode odd, bool isOddNewer, double referenceLatitude, double referenceLongitude, out double latitude, out double longitude)
    {
        longitude = 0;
        var zone = Math.Floor(OddZones * even.LatitudeFraction - EvenZones * odd.LatitudeFraction + 0.5);
        var evenLatitude = 90.0 / EvenZones * (Modulo(zone, EvenZones) + even.LatitudeFraction);
        var oddLatitude = 90.0 / OddZones * (Modulo(zone, OddZones) + odd.LatitudeFraction);
        latitude = isOddNewer ? oddLatitude : evenLatitude;
        if (Math.Abs(latitude - 90 - referenceLatitude) < Math.Abs(latitude - referenceLatitude))
        {
            latitude -= 90;
            evenLatitude -= 90;
            oddLatitude -= 90;
        }
        var zones = CprZones.At(evenLatitude);
        if (zones != CprZones.At(oddLatitude))
            return false;
        var first = 90 * Longitude(even, odd, zones, isOddNewer);
        longitude = Normalised(first + 90 * Math.Round((referenceLongitude - first) / 90));
        return true;
    }

    /// <summary>The newer code's longitude as a part of the circle.</summary>
    private static double Longitude(in CprCode even, in CprCode odd, int zones, bool isOddNewer)
    {
        var ofNewer = Math.Max(isOddNewer ? zones - 1 : zones, 1);
        var zone = Math.Floor(even.LongitudeFraction * (zones - 1) - odd.LongitudeFraction * zones + 0.5);
        return (Modulo(zone, ofNewer) + (isOddNewer ? odd.LongitudeFraction : even.LongitudeFraction)) / ofNewer;
    }

    private static double Southern(double latitude) => latitude >= 270 ? latitude - 360 : latitude;

    private static double Normalised(double longitude) =>
        longitude is >= -180 and < 180 ? longitude : longitude - 360 * Math.Floor((longitude + 180) / 360);

    private static double Modulo(double value, double divisor) => value - divisor * Math.Floor(value / divisor);
}

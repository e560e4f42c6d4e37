namespace Overflight.Geodesy.Terrain.Tiff;

/// <summary>What the heights of a GeoTIFF file are counted from and in.</summary>
/// <param name="IsAboveEllipsoid">Above the WGS 84 ellipsoid; else above the sea.</param>
/// <param name="MetresPerUnit">Metres in a unit.</param>
internal readonly record struct VerticalSystem(bool IsAboveEllipsoid, double MetresPerUnit)
{
    private const int Wgs84InThreeDimensions = 4979;
    private const double MetresPerSurveyFoot = 1200.0 / 3937;

    /// <summary>Reads the keys: heights are above the sea unless they say otherwise, in metres unless they say otherwise.</summary>
    /// <exception cref="InvalidDataException">They are depths, or above another ellipsoid, or in another unit.</exception>
    public static VerticalSystem Of(GeoKeys keys)
    {
        var system = keys.Code(GeoKey.VerticalCSType);
        var isAboveEllipsoid = system switch
        {
            // Version 1.0 numbers vertical systems over ellipsoids from 5001 to 5033: 5019 over GRS 80, 5030 over WGS 84.
            5019 or 5030 or Wgs84InThreeDimensions => true,
            >= 5001 and <= 5033 => throw keys.NotRead(GeoKey.VerticalCSType),
            // Depths: Baltic, Caspian, of the sea in metres and in feet.
            5612 or 5706 or 5715 or 8051 or 8053 => throw keys.NotRead(GeoKey.VerticalCSType),
            0 => keys.Code(GeoKey.GeographicType) == Wgs84InThreeDimensions,
            _ => false,
        };
        return new VerticalSystem(isAboveEllipsoid, keys.Code(GeoKey.VerticalUnits) switch
        {
            9001 => 1,
            9002 => SiUnits.MetresPerFoot,
            9003 => MetresPerSurveyFoot,
            // Without a unit, the system's own: NGVD 29 and NAVD 88 have variants in feet, mean sea level too.
            0 => system switch { 5702 or 6360 or 8052 => MetresPerSurveyFoot, 8228 or 8050 => SiUnits.MetresPerFoot, _ => 1 },
            _ => throw keys.NotRead(GeoKey.VerticalUnits),
        });
    }
}

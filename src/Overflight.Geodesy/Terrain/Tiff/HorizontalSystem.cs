namespace Overflight.Geodesy.Terrain.Tiff;

/// <summary>The horizontal systems that are read: geographic ones within a metre of WGS 84, and their UTM zones.</summary>
internal static class HorizontalSystem
{
    private const int UserDefined = 32767;
    private const int Metre = 9001;
    private const int Degree = 9102;
    private const int Greenwich = 8901;

    /// <summary>The UTM zone; null for degrees.</summary>
    /// <exception cref="InvalidDataException">The system is another.</exception>
    public static (int Zone, bool IsNorth)? Of(GeoKeys keys) => keys.Code(GeoKey.GTModelType) switch
    {
        1 => Zone(keys),
        2 => Geographic(keys),
        0 when keys[GeoKey.ProjectedCSType] is not null => Zone(keys),
        0 when keys[GeoKey.GeographicType] is not null => Geographic(keys),
        _ => throw keys.NotRead(GeoKey.GTModelType),
    };

    private static (int, bool)? Geographic(GeoKeys keys)
    {
        if (!IsLikeWgs84(keys))
            throw keys.NotRead(GeoKey.GeographicType);
        if (keys.Code(GeoKey.GeogAngularUnits) is not (0 or Degree))
            throw keys.NotRead(GeoKey.GeogAngularUnits);
        return null;
    }

    private static (int, bool)? Zone(GeoKeys keys)
    {
        if (keys.Code(GeoKey.ProjLinearUnits) is not (0 or Metre))
            throw keys.NotRead(GeoKey.ProjLinearUnits);
        var system = keys.Code(GeoKey.ProjectedCSType);
        if (system == UserDefined)
        {
            // A UTM projection over a system that is described by itself.
            if (!IsLikeWgs84(keys))
                throw keys.NotRead(GeoKey.GeographicType);
            return keys.Code(GeoKey.Projection) switch
            {
                >= 16001 and <= 16060 and var north => (north - 16000, true),
                >= 16101 and <= 16160 and var south => (south - 16100, false),
                _ => throw keys.NotRead(GeoKey.Projection),
            };
        }
        return system switch
        {
            >= 32601 and <= 32660 => (system - 32600, true),
            >= 32701 and <= 32760 => (system - 32700, false),
            >= 26901 and <= 26923 => (system - 26900, true),
            >= 25828 and <= 25838 => (system - 25800, true),
            _ => throw keys.NotRead(GeoKey.ProjectedCSType),
        };
    }

    private static bool IsLikeWgs84(GeoKeys keys) => keys.Code(GeoKey.GeographicType) switch
    {
        4326 or 4979 or 4269 or 4258 => true,
        UserDefined => IsFromGreenwich(keys) && (keys.Code(GeoKey.GeogGeodeticDatum) is 6326 or 6269 or 6258 || HasEllipsoid(keys)),
        _ => false,
    };

    private static bool IsFromGreenwich(GeoKeys keys) =>
        keys.Code(GeoKey.GeogPrimeMeridian) is 0 or Greenwich || (keys.Code(GeoKey.GeogPrimeMeridian) == UserDefined && keys[GeoKey.GeogPrimeMeridianLong] == 0);

    /// <summary>Without a datum that is known, the ellipsoid is all there is: that of WGS 84 or GRS 80, by code or by its axes.</summary>
    private static bool HasEllipsoid(GeoKeys keys)
    {
        if (keys.Code(GeoKey.GeogGeodeticDatum) is not (0 or UserDefined))
            return false;
        if (keys.Code(GeoKey.GeogEllipsoid) is 7030 or 7019)
            return true;
        return keys[GeoKey.GeogSemiMajorAxis] is { } major && Math.Abs(major - Wgs84.SemiMajorAxisMetres) < 1e-3
            && ((keys[GeoKey.GeogInvFlattening] is { } inverse && Math.Abs(inverse - 1 / Wgs84.Flattening) < 1e-5)
                || (keys[GeoKey.GeogSemiMinorAxis] is { } minor && Math.Abs(minor - Wgs84.SemiMinorAxisMetres) < 1e-3));
    }
}

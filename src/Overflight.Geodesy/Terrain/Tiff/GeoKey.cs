namespace Overflight.Geodesy.Terrain.Tiff;

/// <summary>Keys of GeoTIFF (OGC 19-008r4, annex D) by the names of version 1.0.</summary>
internal enum GeoKey
{
    GTModelType = 1024,
    GTRasterType = 1025,
    GeographicType = 2048,
    GeogGeodeticDatum = 2050,
    GeogPrimeMeridian = 2051,
    GeogAngularUnits = 2054,
    GeogEllipsoid = 2056,
    GeogSemiMajorAxis = 2057,
    GeogSemiMinorAxis = 2058,
    GeogInvFlattening = 2059,
    GeogPrimeMeridianLong = 2061,
    ProjectedCSType = 3072,
    Projection = 3074,
    ProjLinearUnits = 3076,
    VerticalCSType = 4096,
    VerticalUnits = 4099,
}

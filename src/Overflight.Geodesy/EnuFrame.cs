using Overflight.Geodesy.Karney;

namespace Overflight.Geodesy;

/// <summary>East, north, up in metres about an origin: the plane touches the ellipsoid's parallel surface there.</summary>
public readonly struct EnuFrame
{
    private readonly double _x, _y, _z, _sinLatitude, _cosLatitude, _sinLongitude, _cosLongitude;

    /// <summary>The frame at a place and a height in metres above the ellipsoid.</summary>
    public EnuFrame(GeoPoint origin, double heightMetres)
    {
        (_x, _y, _z) = Ecef.From(origin, heightMetres);
        (_sinLatitude, _cosLatitude) = AuxiliarySphere.SinCosLatitude(origin.LatitudeDegrees);
        (_sinLongitude, _cosLongitude) = AuxiliarySphere.SinCosDegrees(origin.LongitudeDegrees);
    }

    /// <summary>The east, north and up of a place at a height above the ellipsoid.</summary>
    public (double East, double North, double Up) ToEnu(GeoPoint point, double heightMetres)
    {
        var (x, y, z) = Ecef.From(point, heightMetres);
        return Rotate(x - _x, y - _y, z - _z);
    }

    /// <summary>An ECEF difference, turned into this frame.</summary>
    public (double East, double North, double Up) Rotate(double dx, double dy, double dz)
    {
        var outward = _cosLongitude * dx + _sinLongitude * dy;
        return (
            _cosLongitude * dy - _sinLongitude * dx,
            _cosLatitude * dz - _sinLatitude * outward,
            _cosLatitude * outward + _sinLatitude * dz);
    }

    /// <summary>A vector of this frame as an ECEF difference.</summary>
    public (double X, double Y, double Z) Unrotate(double east, double north, double up)
    {
        var outward = _cosLatitude * up - _sinLatitude * north;
        return (
            _cosLongitude * outward - _sinLongitude * east,
            _sinLongitude * outward + _cosLongitude * east,
            _cosLatitude * north + _sinLatitude * up);
    }

    /// <summary>ECEF position of a point of this frame.</summary>
    public (double X, double Y, double Z) ToEcef(double east, double north, double up)
    {
        var (dx, dy, dz) = Unrotate(east, north, up);
        return (_x + dx, _y + dy, _z + dz);
    }

    /// <summary>Geodetic position of a point of this frame.</summary>
    public (GeoPoint Point, double HeightMetres) FromEnu(double east, double north, double up)
    {
        var (x, y, z) = ToEcef(east, north, up);
        return Ecef.ToGeodetic(x, y, z);
    }
}

using Overflight.Geodesy;

namespace Overflight.Patterns.Reach;

/// <summary>
/// What an eye sees of the ellipsoid, as a cap of the sphere that the ellipsoid becomes when its axes are scaled to 1 (latitudes
/// turn into reduced ones). A place P is before the horizon of E exactly where P·E ≥ 1 in those coordinates, the plane of
/// tangency being the polar of E; so the horizon is exact in every direction. A stated range is a cap of the mean scale, up to
/// 0.17 % off along the meridian.
/// </summary>
/// <param name="Centre">Direction of the eye in scaled coordinates.</param>
/// <param name="Radii">Radii in radians of the scaled sphere, between their bounds.</param>
/// <param name="SurfaceMetres">The same along the surface, metres.</param>
internal readonly record struct SightCap(UnitVector Centre, Estimate Radii, Estimate SurfaceMetres)
{
    /// <summary>The cap of an eye; empty (radii 0) for heights of 0.</summary>
    public static SightCap Of(GeoPoint below, Estimate heightMetres, double uncertaintyMetres, Sensor sensor)
    {
        var radius = SightHorizon.GaussianRadiusMetres(below.LatitudeDegrees);
        var (eye, likely, likelyMetres) = Horizon(below, radius, heightMetres.Likely, sensor);
        var (_, lower, lowerMetres) = Horizon(below, radius, heightMetres.Lower, sensor);
        var (_, upper, upperMetres) = Horizon(below, radius, heightMetres.Upper, sensor);
        var angle = uncertaintyMetres / radius;
        return new SightCap(
            eye,
            new Estimate(Math.Max(0, lower - angle), likely, upper + angle),
            new Estimate(Math.Max(0, lowerMetres - uncertaintyMetres), likelyMetres, upperMetres + uncertaintyMetres));
    }

    /// <summary>A place in scaled coordinates.</summary>
    public static UnitVector Scaled(GeoPoint place)
    {
        var (x, y, z) = Ecef.From(place, 0);
        return new UnitVector(x / Wgs84.SemiMajorAxisMetres, y / Wgs84.SemiMajorAxisMetres, z / Wgs84.SemiMinorAxisMetres);
    }

    /// <summary>Bearing of a place from the centre on the scaled sphere, radians from north.</summary>
    public double BearingOf(GeoPoint place)
    {
        var (east, north) = Axes();
        var scaled = Scaled(place);
        return Math.Atan2(scaled.Dot(east), scaled.Dot(north));
    }

    /// <summary>The place on the rim at a bearing, a hair's breadth within it.</summary>
    public GeoPoint RimAt(double bearing, Bound bound)
    {
        var (east, north) = Axes();
        var (sin, cos) = Math.SinCos(Radii.At(bound) * (1 - 1e-12));
        var (sinBearing, cosBearing) = Math.SinCos(bearing);
        var rim = cos * Centre + sin * (sinBearing * east + cosBearing * north);
        return new GeoPoint(
            double.RadiansToDegrees(Math.Atan2(rim.Z, (1 - Wgs84.Flattening) * Math.Sqrt(rim.X * rim.X + rim.Y * rim.Y))),
            double.RadiansToDegrees(Math.Atan2(rim.Y, rim.X))).Normalised();
    }

    private (UnitVector East, UnitVector North) Axes()
    {
        var pole = Math.Abs(Centre.Z) < 0.9999999 ? new UnitVector(0, 0, 1) : new UnitVector(1, 0, 0);
        var east = pole.Cross(Centre).Normalised();
        return (east, Centre.Cross(east));
    }

    private static (UnitVector Centre, double Radius, double Metres) Horizon(GeoPoint below, double radius, double height, Sensor sensor)
    {
        var metres = SightHorizon.SurfaceMetres(radius, height, sensor.RadiusFactor);
        var (x, y, z) = Ecef.From(below, SightHorizon.StraightHeightMetres(radius, height, sensor.RadiusFactor));
        var eye = new UnitVector(x / Wgs84.SemiMajorAxisMetres, y / Wgs84.SemiMajorAxisMetres, z / Wgs84.SemiMinorAxisMetres);
        var length = eye.Length;
        var angle = Math.Atan(Math.Sqrt(Math.Max(0, (length - 1) * (length + 1))));
        if (double.IsFinite(sensor.RangeMetres))
        {
            var range = SightHorizon.SurfaceOfRangeMetres(radius, height, sensor.RangeMetres);
            if (range < metres)
            {
                // A radian of the scaled sphere is a metres east-west and q north-south.
                var sin2 = eye.Z * eye.Z / (length * length);
                var q = Math.Sqrt(Wgs84.SemiMajorAxisMetres * Wgs84.SemiMajorAxisMetres * sin2 + Wgs84.SemiMinorAxisMetres * Wgs84.SemiMinorAxisMetres * (1 - sin2));
                (metres, angle) = (range, Math.Min(angle, range / Math.Sqrt(q * Wgs84.SemiMajorAxisMetres)));
            }
        }
        return ((1 / length) * eye, angle, metres);
    }
}

using CsCheck;
using Overflight.Geodesy;

namespace Overflight.Geodesy.Tests;

/// <summary>Generators of places.</summary>
internal static class Gens
{
    public static readonly Gen<GeoPoint> Point =
        Gen.Select(Gen.Double[-90, 90], Gen.Double[-180, 179.999999999], (latitude, longitude) => new GeoPoint(latitude, longitude));

    /// <summary>A place and another within some degrees of it.</summary>
    public static Gen<(GeoPoint A, GeoPoint B)> Near(double degrees) =>
        Gen.Select(Point, Gen.Double[-180, 180], Gen.Double[1, 111_000 * degrees], (a, azimuth, metres) => (a, Geodesic.Direct(a, azimuth, metres)));
}

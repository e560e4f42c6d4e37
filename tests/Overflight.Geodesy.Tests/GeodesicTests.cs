using CsCheck;
using Overflight.Geodesy;
using Overflight.Testing;

namespace Overflight.Geodesy.Tests;

public sealed class GeodesicTests
{
    private const double QuarterMeridian = 10_001_965.729313;

    [Fact]
    public void Karneys_worked_direct_example()
    {
        // Karney 2013, table 2: φ1 = 40°, α1 = 30°, s12 = 10,000 km.
        var end = Geodesic.DirectWithAzimuth(new GeoPoint(40, 0), 30, 10_000_000);
        Assert.Equal(41.79331020506, end.Point.LatitudeDegrees, 11);
        Assert.Equal(137.84490004377, end.Point.LongitudeDegrees, 11);
        Assert.Equal(149.09016931807, end.FinalAzimuthDegrees, 11);
    }

    [Fact]
    public void Karneys_worked_inverse_examples()
    {
        // Tables 3 and 4-6: a short-ish line and a nearly antipodal one.
        var near = Geodesic.Inverse(new GeoPoint(-30.12345, 0), new GeoPoint(-30.12344, 0.00005));
        Assert.Equal(4.944208, near.DistanceMetres, 6);
        // A nanometre across a line of 5 m is 10⁻⁸ degrees.
        Assert.Equal(77.04353354237, near.InitialAzimuthDegrees, 3e-8);
        var far = Geodesic.Inverse(new GeoPoint(-30, 0), new GeoPoint(29.9, 179.8));
        Assert.Equal(19_989_832.827610, far.DistanceMetres, 6);
        Assert.Equal(161.89052473633, far.InitialAzimuthDegrees, 10);
        Assert.Equal(18.09073724574, far.FinalAzimuthDegrees, 10);
    }

    [Fact]
    public void Kennedy_to_Heathrow_and_Wellington_to_Salamanca()
    {
        // GeographicLib's documentation.
        Assert.Equal(5_551_759.400, Geodesic.DistanceMetres(new GeoPoint(40.6, -73.8), new GeoPoint(51.6, -0.5)), 3);
        Assert.Equal(19_959_679.267, Geodesic.DistanceMetres(new GeoPoint(-41.32, 174.81), new GeoPoint(40.96, -5.50)), 3);
    }

    [Fact]
    public void Degenerate_pairs()
    {
        var p = new GeoPoint(12.5, -33);
        Assert.Equal(0, Geodesic.DistanceMetres(p, p));
        Assert.Equal(0, Geodesic.DistanceMetres(new GeoPoint(90, 10), new GeoPoint(90, -170)), 9);
        Assert.Equal(0, Geodesic.DistanceMetres(new GeoPoint(5, 180), new GeoPoint(5, -180)));
        Assert.Equal(2 * QuarterMeridian, Geodesic.DistanceMetres(new GeoPoint(90, 0), new GeoPoint(-90, 77)), 5);
        Assert.Equal(2 * QuarterMeridian, Geodesic.DistanceMetres(new GeoPoint(0, 0), new GeoPoint(0, 180)), 5);
        Assert.Equal(QuarterMeridian, Geodesic.DistanceMetres(new GeoPoint(0, 4), new GeoPoint(90, -100)), 5);
        Assert.Equal(Wgs84.SemiMajorAxisMetres * Math.PI / 2, Geodesic.DistanceMetres(new GeoPoint(0, 0), new GeoPoint(0, 90)), 7);
        Assert.True(double.IsNaN(Geodesic.DistanceMetres(new GeoPoint(double.NaN, 0), p)));
    }

    [Fact]
    public void Direct_undoes_inverse() =>
        Gen.Select(Gens.Point, Gens.Point).Sample((a, b) =>
        {
            var line = GeodesicLine.Between(a, b);
            return Geodesic.DistanceMetres(line.PointAt(line.DistanceMetres), b) < 3e-8
                && Geodesic.DistanceMetres(line.PointAt(0), a) < 3e-8;
        }, iter: 20_000, seed: "0N0XIzNsQ0O2");

    [Fact]
    public void Distance_is_symmetric() =>
        Gen.Select(Gens.Point, Gens.Point).Sample(
            (a, b) => Math.Abs(Geodesic.DistanceMetres(a, b) - Geodesic.DistanceMetres(b, a)) < 1e-8, iter: 20_000, seed: "0N0XIzNsQ0O2");

    [Fact]
    public void Triangle_inequality_holds() =>
        Gen.Select(Gens.Point, Gens.Point, Gens.Point).Sample(
            (a, b, c) => Geodesic.DistanceMetres(a, c) <= Geodesic.DistanceMetres(a, b) + Geodesic.DistanceMetres(b, c) + 5e-8,
            iter: 20_000, seed: "0N0XIzNsQ0O2");

    [Fact]
    public void A_line_is_as_long_as_its_parts() =>
        Gen.Select(Gens.Point, Gens.Point, Gen.Double[0, 1]).Sample((a, b, fraction) =>
        {
            var line = GeodesicLine.Between(a, b);
            var middle = line.PointAt(fraction * line.DistanceMetres);
            return Math.Abs(Geodesic.DistanceMetres(a, middle) + Geodesic.DistanceMetres(middle, b) - line.DistanceMetres) < 5e-8;
        }, iter: 20_000, seed: "0N0XIzNsQ0O2");

    [Fact]
    public void Distance_allocates_nothing()
    {
        var a = new GeoPoint(10, 20);
        var b = new GeoPoint(-30, 170);
        Assert.Equal(0, Allocation.Least(() =>
        {
            for (var i = 0; i < 1000; i++)
                Geodesic.DistanceMetres(a, b);
        }));
    }
}

using CsCheck;
using Overflight.Geodesy;

namespace Overflight.Geodesy.Tests;

public sealed class GeodesicIntersectionTests
{
    [Fact]
    public void Segments_drawn_through_a_place_meet_there() =>
        Gen.Select(Gens.Point, Gen.Double[-180, 180], Gen.Double[5, 175], Gen.Double[10, 9e6], Gen.Double[10, 9e6]).Sample((x, azimuth, angle, back, ahead) =>
        {
            var a = Geodesic.Direct(x, azimuth, -back);
            var b = Geodesic.Direct(x, azimuth, ahead);
            var c = Geodesic.Direct(x, azimuth + angle, -ahead);
            var d = Geodesic.Direct(x, azimuth + angle, back);
            return GeodesicIntersection.TryIntersect(a, b, c, d, out var place) && Geodesic.DistanceMetres(x, place) < 1e-6;
        }, iter: 5_000, seed: "0N0XIzNsQ0O2");

    [Fact]
    public void Agrees_with_bisection() =>
        Gen.Select(Gens.Near(10), Gen.Double[-180, 180], Gen.Double[-180, 180], Gen.Double[1e3, 1e6], Gen.Double[1e3, 1e6]).Sample((ab, z1, z2, r1, r2) =>
        {
            // c and d about the middle of ab; they cross ab when their signed sides differ and the crossing is within ab.
            var (a, b) = ab;
            var line = GeodesicLine.Between(a, b);
            var middle = line.PointAt(0.5 * line.DistanceMetres);
            var (c, d) = (Geodesic.Direct(middle, z1, r1), Geodesic.Direct(middle, z2, r2));
            var other = GeodesicLine.Between(c, d);
            var meets = GeodesicIntersection.TryIntersect(a, b, c, d, out var place);
            double low = 0, high = other.DistanceMetres;
            double lowSide = Side(a, b, other.PointAt(low)), highSide = Side(a, b, other.PointAt(high));
            if (Math.Min(Math.Abs(lowSide), Math.Abs(highSide)) < 1)
                return true;
            if (lowSide * highSide > 0)
                return !meets;
            for (var i = 0; i < 60; i++)
            {
                var half = 0.5 * (low + high);
                if (Side(a, b, other.PointAt(half)) * lowSide > 0)
                    low = half;
                else
                    high = half;
            }
            var expected = other.PointAt(low);
            var beyond = Geodesic.DistanceMetres(a, expected) + Geodesic.DistanceMetres(expected, b) - line.DistanceMetres;
            // Nearly parallel lines meet at a place as vague as the sides' own error over the angle between them.
            var slope = (Math.Abs(lowSide) + Math.Abs(highSide)) / other.DistanceMetres;
            return meets ? Geodesic.DistanceMetres(expected, place) < Math.Max(1e-4, 2e-7 / slope) : beyond > 1e-9;
        }, iter: 3_000, seed: "0N0XIzNsQ0O2");

    [Fact]
    public void Nearly_parallel_lines_meet()
    {
        // Half a tenth of a degree apart in direction: found by the property above, which once got "they do not meet".
        var (a, b) = (new GeoPoint(0, 30), new GeoPoint(8.8066162, 30.1479363));
        var line = GeodesicLine.Between(a, b);
        var middle = line.PointAt(0.5 * line.DistanceMetres);
        Assert.True(GeodesicIntersection.TryIntersect(a, b, Geodesic.Direct(middle, 1, 711_978), Geodesic.Direct(middle, 0, 6_187.35), out var place));
        Assert.True(GeodesicIntersection.ClosestPoint(place, a, b).DistanceMetres < 1e-6);
    }

    [Fact]
    public void Shared_ends_meet_and_parallels_do_not()
    {
        var (a, b, c) = (new GeoPoint(10, 20), new GeoPoint(12, 25), new GeoPoint(-3, 21));
        Assert.True(GeodesicIntersection.TryIntersect(a, b, a, c, out var place));
        Assert.True(Geodesic.DistanceMetres(a, place) < 1e-6);
        Assert.False(GeodesicIntersection.TryIntersect(a, b, new(11, 20), new(13, 25), out _));
        Assert.False(GeodesicIntersection.TryIntersect(new(0, 0), new(0, 10), new(0, 5), new(0, 15), out _));
        Assert.False(GeodesicIntersection.TryIntersect(a, b, a, b, out _));
    }

    [Fact]
    public void Closest_place_is_square_to_the_segment_or_an_end() =>
        Gen.Select(Gens.Near(20), Gen.Double[-180, 180], Gen.Double[0, 4e6]).Sample((ab, azimuth, metres) =>
        {
            var (a, b) = ab;
            var p = Geodesic.Direct(a, azimuth, metres);
            var closest = GeodesicIntersection.ClosestPoint(p, a, b);
            var line = GeodesicLine.Between(a, b);
            var least = Enumerable.Range(0, 101).Min(i => Geodesic.DistanceMetres(p, line.PointAt(i * line.DistanceMetres / 100)));
            if (closest.DistanceMetres > least + 3e-8 || Math.Abs(Geodesic.DistanceMetres(p, closest.Point) - closest.DistanceMetres) > 3e-8)
                return false;
            if (closest.AlongMetres <= 0 || closest.AlongMetres >= line.DistanceMetres || closest.DistanceMetres < 1)
                return true;
            var towards = Geodesic.Inverse(closest.Point, p).InitialAzimuthDegrees - line.At(closest.AlongMetres).FinalAzimuthDegrees;
            // Off the foot by x the angle is off by x / distance; the distance itself only by its square.
            return Math.Abs(Math.Cos(double.DegreesToRadians(towards))) * closest.DistanceMetres < 1e-5 * Math.Max(1, closest.DistanceMetres / 1e5);
        }, iter: 3_000, seed: "0N0XIzNsQ0O2");

    /// <summary>Signed distance of a place from the geodesic through a and b, by its nearest place: right positive.</summary>
    private static double Side(GeoPoint a, GeoPoint b, GeoPoint p)
    {
        var line = GeodesicLine.Between(a, b);
        double low = -4e6, high = 8e6;
        // Golden-section free: the derivative of the distance along the line changes sign at the foot.
        for (var i = 0; i < 60; i++)
        {
            var half = 0.5 * (low + high);
            var at = line.At(half);
            var turn = double.DegreesToRadians(Geodesic.Inverse(at.Point, p).InitialAzimuthDegrees - at.FinalAzimuthDegrees);
            if (Math.Cos(turn) > 0)
                low = half;
            else
                high = half;
        }
        var foot = line.At(low);
        var inverse = Geodesic.Inverse(foot.Point, p);
        return inverse.DistanceMetres * Math.Sign(Math.Sin(double.DegreesToRadians(inverse.InitialAzimuthDegrees - foot.FinalAzimuthDegrees)));
    }
}

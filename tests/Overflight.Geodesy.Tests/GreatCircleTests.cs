using CsCheck;
using Overflight.Geodesy;

namespace Overflight.Geodesy.Tests;

public sealed class GreatCircleTests
{
    [Fact]
    public void Direct_undoes_distance_and_azimuth() =>
        Gen.Select(Gens.Point, Gens.Point).Sample((a, b) =>
        {
            var end = GreatCircle.Direct(a, GreatCircle.InitialAzimuthDegrees(a, b), GreatCircle.DistanceMetres(a, b));
            return GreatCircle.DistanceMetres(end, b) < 1e-7;
        }, iter: 20_000, seed: "0N0XIzNsQ0O2");

    [Fact]
    public void Interpolated_places_divide_the_arc() =>
        Gen.Select(Gens.Point, Gens.Point, Gen.Double[0, 1]).Sample((a, b, fraction) =>
        {
            var whole = GreatCircle.DistanceMetres(a, b);
            return Math.Abs(GreatCircle.DistanceMetres(a, GreatCircle.Interpolate(a, b, fraction)) - fraction * whole) < 1e-6
                && Math.Abs(GreatCircle.DistanceMetres(GreatCircle.Interpolate(a, b, fraction), b) - (1 - fraction) * whole) < 1e-6;
        }, iter: 20_000, seed: "0N0XIzNsQ0O2");

    [Theory]
    [InlineData(0, 176, 0, -4)]
    [InlineData(90, 0, -90, 0)]
    [InlineData(45, 30, -45, -150)]
    [InlineData(10, 20, -10.0000001, -160)]
    [InlineData(10, 20, -9.999, -160.002)]
    public void Antipodal_places_are_joined_by_some_arc(double lat1, double lon1, double lat2, double lon2)
    {
        var (a, b) = (new GeoPoint(lat1, lon1), new GeoPoint(lat2, lon2));
        var whole = GreatCircle.DistanceMetres(a, b);
        for (var i = 0; i <= 10; i++)
        {
            var place = GreatCircle.Interpolate(a, b, i / 10.0);
            Assert.Equal(whole * i / 10, GreatCircle.DistanceMetres(a, place), 1e-6);
            Assert.Equal(whole * (10 - i) / 10, GreatCircle.DistanceMetres(place, b), 1e-6);
        }
    }

    [Fact]
    public void Distance_to_an_arc_is_the_least_of_its_places() =>
        Gen.Select(Gens.Point, Gens.Near(30)).Sample((p, arc) =>
        {
            var (a, b) = arc;
            var distance = GreatCircle.DistanceToArcMetres(UnitVector.From(p), UnitVector.From(a), UnitVector.From(b));
            var least = Enumerable.Range(0, 201).Min(i => GreatCircle.DistanceMetres(p, GreatCircle.Interpolate(a, b, i / 200.0)));
            return distance <= least + 1e-6 && distance > least - 20_000 && Math.Abs(distance - least) <= 20_000 * 20_000 / Math.Max(1, distance);
        }, iter: 5_000, seed: "0N0XIzNsQ0O2");

    [Fact]
    public void Right_of_track_is_positive()
    {
        var (a, b) = (new GeoPoint(0, 0), new GeoPoint(0, 10));
        Assert.Equal(111_195, GreatCircle.CrossTrackMetres(new GeoPoint(-1, 5), a, b), 0);
        Assert.Equal(-111_195, GreatCircle.CrossTrackMetres(new GeoPoint(1, 5), a, b), 0);
    }

    [Fact]
    public void Arcs_meet_on_both_or_not_at_all()
    {
        Assert.True(GreatCircle.TryIntersect(new(0, -10), new(0, 10), new(-10, 0), new(10, 0), out var crossing));
        Assert.Equal(0, crossing.LatitudeDegrees, 12);
        Assert.Equal(0, crossing.LongitudeDegrees, 12);
        Assert.False(GreatCircle.TryIntersect(new(0, 10), new(0, 20), new(-10, 0), new(10, 0), out _));
        Assert.False(GreatCircle.TryIntersect(new(0, 170), new(0, -170), new(-10, 0), new(10, 0), out _));
        Assert.True(GreatCircle.TryIntersect(new(10, 170), new(-10, -170), new(-10, 170), new(10, -170), out crossing));
        Assert.Equal(180, Math.Abs(crossing.LongitudeDegrees), 12);
        Assert.False(GreatCircle.TryIntersect(new(0, 10), new(0, 20), new(0, 15), new(0, 30), out _));
    }
}

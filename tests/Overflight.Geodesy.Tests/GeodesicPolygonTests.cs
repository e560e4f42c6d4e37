using CsCheck;
using Overflight.Geodesy;
using Overflight.Geodesy.Karney;
using static Overflight.Geodesy.Tests.GeographicLibTool;

namespace Overflight.Geodesy.Tests;

public sealed class GeodesicPolygonTests
{
    private static readonly double Earth = 4 * Math.PI * EdgeArea.AuthalicSquared;

    [Fact]
    public void The_earth_has_its_known_area() => Assert.Equal(510_065_621_724_088.5, Earth, 0.5);

    [Fact]
    public void Hemisphere_lune_and_octant()
    {
        var hemisphere = new GeodesicPolygon([new(0, 0), new(0, 120), new(0, -120)]);
        Assert.Equal(Earth / 2, hemisphere.AreaSquareMetres, 1);
        Assert.Equal(2 * Math.PI * Wgs84.SemiMajorAxisMetres, hemisphere.PerimeterMetres, 1e-6);
        var lune = new GeodesicPolygon([new(-90, 0), new(0, 36), new(90, 0), new(0, 0)]);
        Assert.Equal(Earth / 10, lune.SignedAreaSquareMetres, 1);
        Assert.Equal(Earth / 8, new GeodesicPolygon([new(0, 0), new(0, 90), new(90, 0)]).SignedAreaSquareMetres, 1);
        Assert.Equal(-Earth / 8, new GeodesicPolygon([new(90, 0), new(0, 90), new(0, 0)]).SignedAreaSquareMetres, 1);
    }

    [Fact]
    public void Areas_agree_with_Planimeter()
    {
        var random = new Random(61);
        var rings = Enumerable.Range(0, 400).Select(_ => Star(random)).ToArray();
        var lines = Run("Planimeter", "-p 9", rings.SelectMany(ring => ring.Select(Text).Append("")));
        Assert.Equal(rings.Length, lines.Length);
        for (var i = 0; i < rings.Length; i++)
        {
            var expected = Numbers(lines[i]);
            var polygon = new GeodesicPolygon(rings[i]);
            Assert.Equal(expected[1], polygon.PerimeterMetres, 1e-6);
            Assert.True(Math.Abs(expected[2] - polygon.SignedAreaSquareMetres) < 0.1 * rings[i].Length, $"{lines[i]} but {polygon.SignedAreaSquareMetres}");
        }
    }

    [Fact]
    public void Contains_what_lies_nearer_its_centre_than_its_edge()
    {
        var random = new Random(77);
        for (var i = 0; i < 400; i++)
        {
            // A star about its centre: a ray from the centre meets the ring once, between two known radii.
            var centre = i % 4 == 0 ? new GeoPoint(89.9 * (random.Next(2) * 2 - 1), 50) : Pairs.Point(random);
            var radii = Enumerable.Range(0, 24).Select(_ => 2e5 * (1 + random.NextDouble())).ToArray();
            var polygon = new GeodesicPolygon(radii.Select((r, k) => Geodesic.Direct(centre, -15 * k, r)));
            for (var k = 0; k < 24; k++)
            {
                var edge = (radii[k], radii[(k + 1) % 24]);
                var direction = -15 * k - 15 * random.NextDouble();
                var inside = Geodesic.Direct(centre, direction, 0.9 * Math.Min(edge.Item1, edge.Item2));
                var outside = Geodesic.Direct(centre, direction, 1.1 * Math.Max(edge.Item1, edge.Item2));
                Assert.True(polygon.Contains(inside), $"{i} {k}: {inside} of {centre}");
                Assert.False(polygon.Contains(outside), $"{i} {k}: {outside} of {centre}");
            }
            Assert.True(polygon.SignedAreaSquareMetres > 0);
        }
    }

    [Fact]
    public void Contains_agrees_with_crossings_on_the_way_from_the_centre()
    {
        var random = new Random(1903);
        for (var i = 0; i < 300; i++)
        {
            var centre = Pairs.Point(random);
            var size = Math.Pow(10, 3 + 3.5 * random.NextDouble());
            GeoPoint[] ring = [.. Enumerable.Range(0, 7).Select(k => Geodesic.Direct(centre, 360.0 / 7 * k, size * (0.4 + random.NextDouble())))];
            var polygon = new GeodesicPolygon(ring);
            Assert.True(polygon.Contains(centre));
            for (var j = 0; j < 20; j++)
            {
                var place = Geodesic.Direct(centre, 360 * random.NextDouble(), 1.6 * size * random.NextDouble());
                var crossings = Enumerable.Range(0, 7).Count(k => GeodesicIntersection.TryIntersect(centre, place, ring[k], ring[(k + 1) % 7], out _));
                Assert.True(polygon.Contains(place) == (crossings % 2 == 0), $"{i}: {string.Join("; ", ring)}: {place}");
            }
        }
    }

    [Fact]
    public void Inside_is_the_smaller_side()
    {
        var arctic = new GeodesicPolygon([new(70, 0), new(70, 120), new(70, -120)]);
        Assert.True(arctic.Contains(new(90, 0)) && !arctic.Contains(new(0, 0)) && !arctic.Contains(new(-90, 0)));
        var reversed = new GeodesicPolygon([new(-70, -120), new(-70, 120), new(-70, 0)]);
        Assert.True(reversed.Contains(new(-90, 0)) && !reversed.Contains(new(0, 0)) && !reversed.Contains(new(90, 0)));
        var pacific = new GeodesicPolygon([new(-10, 170), new(-10, -170), new(10, -170), new(10, 170)]);
        Assert.True(pacific.Contains(new(0, 180)) && pacific.Contains(new(9, -175)) && !pacific.Contains(new(0, 0)));
    }

    [Fact]
    public void Neighbours_share_no_place_and_leave_none() =>
        Gen.Select(Gen.Double[-30, 30], Gen.Int[0, 3]).Sample((latitude, corner) =>
        {
            // Two quadrilaterals with a common edge; points on the meridian of their common vertices.
            GeoPoint[] a = [new(-40, -20), new(-40, 10), new(40, 10.5), new(40, -20)];
            GeoPoint[] b = [new(-40, 10), new(-40, 50), new(40, 50), new(40, 10.5)];
            var place = new GeoPoint(latitude, corner switch { 0 => 10, 1 => Math.BitDecrement(10.5), 2 => 10.5, _ => Math.BitIncrement(10) });
            return new GeodesicPolygon(a).Contains(place) != new GeodesicPolygon(b).Contains(place);
        }, iter: 2_000, seed: "0N0XIzNsQ0O2");

    [Fact]
    public void Refuses_what_is_no_ring()
    {
        Assert.Throws<ArgumentException>(() => new GeodesicPolygon([new(0, 0), new(1, 1), new(0, 0)]));
        Assert.Throws<ArgumentException>(() => new GeodesicPolygon([new(0, 0), new(91, 1), new(0, 5)]));
    }

    private static GeoPoint[] Star(Random random)
    {
        var centre = Pairs.Point(random);
        var size = Math.Pow(10, 1 + 5.7 * random.NextDouble());
        var count = random.Next(3, 40);
        var sign = random.Next(2) * 2 - 1;
        return [.. Enumerable.Range(0, count).Select(k => Geodesic.Direct(centre, sign * 360.0 * k / count, size * (0.5 + random.NextDouble())))];
    }
}

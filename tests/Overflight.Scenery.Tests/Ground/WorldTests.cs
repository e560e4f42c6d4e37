using CsCheck;
using Overflight.Geodesy;
using Overflight.Scenery.Ground;
using Overflight.Tracks;

namespace Overflight.Scenery.Tests.Ground;

public class WorldTests
{
    [Fact]
    public void Two_worlds_of_a_seed_are_the_same_whatever_was_asked_before()
    {
        var (one, other) = (new SceneWorld(11, CoastLine.None(true)), new SceneWorld(11, CoastLine.None(true)));
        var (x, y) = WorldMap.Of(Worlds.Inland);
        var (first, second) = (new uint[4096], new uint[4096]);
        // The second has drawn elsewhere and at other levels.
        foreach (var level in (int[])[6, 2, 0])
            other.Painter.Paint(level, (int)(x / 64 / GroundPainter.TexelUnits(level)) + 3, (int)(y / 64 / GroundPainter.TexelUnits(level)) - 2, 99, second);
        other.ObjectsNear(Worlds.Inland, 8_000, Worlds.Noon.AddSeconds(-500));
        for (var level = 0; level < 10; level++)
        {
            var (i, j) = ((int)Math.Floor(x / 64 / GroundPainter.TexelUnits(level)), (int)Math.Floor(y / 64 / GroundPainter.TexelUnits(level)));
            one.Painter.Paint(level, i, j, 1_400_000, first);
            other.Painter.Paint(level, i, j, 1_400_000, second);
            Assert.Equal(first, second);
        }
        Assert.Equal(one.ObjectsNear(Worlds.Inland, 9_000, Worlds.Noon), other.ObjectsNear(Worlds.Inland, 9_000, Worlds.Noon));
        Assert.NotEqual(one.ObjectsNear(Worlds.Inland, 9_000, Worlds.Noon), new SceneWorld(12, CoastLine.None(true)).ObjectsNear(Worlds.Inland, 9_000, Worlds.Noon));
    }

    [Fact]
    public void The_map_and_back_is_the_same_place() => Gen.Select(Gen.Double[-84.9, 84.9], Gen.Double[-179.9, 179.9]).Sample((latitude, longitude) =>
    {
        var (x, y) = WorldMap.Of(new GeoPoint(latitude, longitude));
        Assert.True(Geodesic.DistanceMetres(new GeoPoint(latitude, longitude), WorldMap.PlaceOf(x, y)) < 1e-6);
    });

    [Fact]
    public void Paved_roads_meet_at_their_junctions()
    {
        var world = Worlds.Land();
        var roads = new RoadNetwork(5, world.Relief);
        var (x, y) = WorldMap.Of(Worlds.Inland);
        var found = new List<RoadEdge>();
        roads.Collect(x - 40_000, y - 40_000, x + 40_000, y + 40_000, false, found);
        Assert.True(found.Count > 30);
        var ends = found.SelectMany(r => (IEnumerable<(double X, double Y)>)[r.Points[0], r.Points[^1]]).GroupBy(p => (Math.Round(p.X, 3), Math.Round(p.Y, 3))).ToList();
        // More ends than places: they share them.
        Assert.True(ends.Count(e => e.Count() > 1) > 0.5 * ends.Count, $"{ends.Count(e => e.Count() > 1)} of {ends.Count}");
    }

    [Fact]
    public void Vehicles_move_as_fast_as_they_say_and_where_they_head()
    {
        var world = Worlds.Land();
        var now = world.ObjectsNear(Worlds.Inland, 12_000, Worlds.Noon);
        Assert.True(now.Count > 20);
        Assert.DoesNotContain(now, o => o.IsAfloat);
        var later = world.ObjectsNear(Worlds.Inland, 12_400, Worlds.Noon.AddSeconds(1), 1000).ToLookup(o => o.Id);
        var along = 0;
        foreach (var o in now)
            foreach (var next in later[o.Id])
            {
                var way = Geodesic.Inverse(o.Place, next.Place);
                Assert.True(way.DistanceMetres < o.SpeedMetresPerSecond * 1.15 + 2 * 4.3, $"{o} went {way.DistanceMetres} m");
                var off = Math.Abs(Math.IEEERemainder(way.InitialAzimuthDegrees - o.CourseDegrees, 360));
                along += off < 8 && Math.Abs(way.DistanceMetres - o.SpeedMetresPerSecond) < 0.06 * o.SpeedMetresPerSecond ? 1 : 0;
            }
        // But for those that just turn.
        Assert.True(along > 0.9 * now.Count, $"{along} of {now.Count}");
    }

    [Fact]
    public void Boats_stay_on_water_and_vehicles_off_it()
    {
        var world = new SceneWorld(7, Worlds.Coast());
        var kinds = new HashSet<SceneObjectKind>();
        for (var hour = 0; hour < 6; hour++)
            foreach (var o in world.ObjectsNear(new GeoPoint(30.95, -116.3), 25_000, Worlds.Noon.AddSeconds(3600 * hour), 2_000))
            {
                Assert.Equal(o.IsAfloat, world.IsSea(o.Place));
                kinds.Add(o.Kind);
            }
        Assert.Contains(SceneObjectKind.Boat, kinds);
        Assert.Contains(SceneObjectKind.Car, kinds);
    }

    [Theory]
    [InlineData(31.0, -117.5, false)]
    [InlineData(30.0, -118.0, false)]
    [InlineData(31.0, -115.5, true)]
    [InlineData(32.5, -116.5, true)]
    [InlineData(30.0, -140.0, false)]
    [InlineData(40.0, -105.0, true)]
    public void Land_and_sea_are_where_the_claims_have_them(double latitude, double longitude, bool isLand) =>
        Assert.Equal(isLand, Worlds.Coast().SignedMetres(new GeoPoint(latitude, longitude)) > 0);

    [Theory]
    // Capes of the Pacific coast of Baja California, as on any chart: Cabo San Lázaro, Cabo Falso, Punta Colonet.
    [InlineData(24.80, -112.31)]
    [InlineData(22.87, -109.96)]
    [InlineData(30.95, -116.33)]
    public void Capes_are_within_two_kilometres_of_where_they_are(double latitude, double longitude) =>
        Assert.InRange(Worlds.Coast().SignedMetres(new GeoPoint(latitude, longitude)), -2_000, 2_000);

    [Fact]
    public void The_sea_lies_at_the_geoid_and_land_above_it()
    {
        var world = new SceneWorld(7, Worlds.Coast());
        var (sea, land) = (new GeoPoint(31.0, -117.5), new GeoPoint(31.0, -115.5));
        Assert.True(world.IsSea(sea));
        Assert.Equal(Geoid.IsAvailable ? Geoid.UndulationMetres(sea) : 0, world.HeightMetres(sea), 0.1);
        Assert.True(world.HeightMetres(land) > (Geoid.IsAvailable ? Geoid.UndulationMetres(land) : 0));
    }

    [Theory]
    [InlineData(12, 0.0)]
    [InlineData(20, 60.0)]
    [InlineData(8, -30.0)]
    public void The_sun_is_high_at_noon_and_below_the_horizon_at_night(int hourUtc, double atLeastDegrees)
    {
        // At 116 degrees west, noon is at 19:44 UTC less the equation of time.
        var time = UtcInstant.From(new DateTimeOffset(2026, 6, 21, hourUtc, 0, 0, TimeSpan.Zero));
        var up = double.RadiansToDegrees(Math.Asin(Daylight.Of(new GeoPoint(31, -116), time).Up));
        if (atLeastDegrees > 0)
            Assert.True(up > atLeastDegrees, $"{up}");
        else
            Assert.True(up < 1, $"{up}");
    }

    [Fact]
    public void The_sun_is_overhead_on_the_tropic_at_noon_of_the_solstice()
    {
        // 2026-06-21; the equation of time is about -1.8 minutes, so that noon at longitude 0 is at 12:01:50.
        var light = Daylight.Of(new GeoPoint(23.436, 0), UtcInstant.From(new DateTimeOffset(2026, 6, 21, 12, 1, 50, TimeSpan.Zero)));
        Assert.True(double.RadiansToDegrees(Math.Acos(light.Up)) < 0.1);
    }
}

using Overflight.Geodesy;
using Overflight.Misb.Sight;
using Overflight.Scenery.Ground;
using Overflight.Scenery.Turret;
using Overflight.Scenery.Video;

namespace Overflight.Scenery.Tests.Video;

public class SensorSimulationTests
{
    [Fact]
    public void Without_video_intervals_hold_all_that_was_seen()
    {
        using var sensor = new SensorSimulation(Worlds.Land(), TurretType.Generic);
        var seen = new List<GeoPoint>();
        for (var n = 0; n <= 120; n++)
        {
            if (n is 10 or 70)
                sensor.Command(new LookAtCommand(Geodesic.Direct(Worlds.Inland, n, 2_000)));
            if (n is 50 or 100)
                sensor.Command(new StowCommand());
            sensor.Advance(Worlds.Orbit(Worlds.Inland, n));
            if (n is > 20 and < 50 && sensor.Footprint is { } footprint)
                seen.AddRange(footprint.Corners.Select(c => c.Place));
        }
        sensor.Complete();
        var intervals = sensor.TakeIntervals();
        Assert.Equal(2, intervals.Count);
        Assert.Empty(sensor.TakeIntervals());
        Assert.True(intervals[0].Start < intervals[0].End && intervals[0].End < intervals[1].Start);
        Assert.True(seen.Count > 50);
        Assert.All(seen, place => Assert.True(IsInside(intervals[0].Hull, place), $"{place}"));
        Assert.InRange(sensor.Counts.SecondsOn, 65, 80);
        Assert.Equal(intervals.Sum(i => i.Footprints), sensor.Counts.Footprints);
    }

    [Fact]
    public void Footprints_are_on_level_ground_at_the_height_of_their_middle()
    {
        var world = Worlds.Land();
        using var sensor = new SensorSimulation(world, TurretType.Generic);
        sensor.Command(new LookAlongCommand(90, 40));
        for (var n = 0; n <= 10; n++)
            sensor.Advance(Worlds.Orbit(Worlds.Inland, n));
        var footprint = sensor.Footprint!;
        Assert.Equal(FootprintKind.Whole, footprint.Kind);
        Assert.Equal(world.HeightMetres(footprint.Centre!.Value.Place), footprint.GroundHeightMetres, 1);
        Assert.All(footprint.Corners, c => Assert.Equal(footprint.GroundHeightMetres, c.HeightMetres, 6));
    }

    [Fact]
    public void Between_states_the_aircraft_flies_the_curve_that_they_are_of()
    {
        var worst = 0.0;
        for (var n = 0; n < 100; n++)
        {
            var (from, to) = (Worlds.Orbit(Worlds.Inland, n), Worlds.Orbit(Worlds.Inland, n + 1));
            Assert.Equal(0, Geodesic.DistanceMetres(from.Place, PlatformMotion.At(from, to, from.Time).Place), 6);
            Assert.Equal(0, Geodesic.DistanceMetres(to.Place, PlatformMotion.At(from, to, to.Time).Place), 3);
            foreach (var part in (double[])[0.25, 0.5, 0.9])
            {
                var truth = Worlds.Orbit(Worlds.Inland, n + part);
                var between = PlatformMotion.At(from, to, truth.Time);
                worst = Math.Max(worst, Geodesic.DistanceMetres(truth.Place, between.Place));
                Assert.Equal(0, Math.IEEERemainder(truth.HeadingDegrees - between.HeadingDegrees, 360), 6);
                Assert.Equal(truth.HeightMetres, between.HeightMetres, 6);
            }
        }
        Assert.True(worst < 0.01, $"{worst} m");
    }

    [Fact]
    public void Commands_in_words_that_mean_nothing_are_told_and_times_must_rise()
    {
        using var sensor = new SensorSimulation(Worlds.Land(), TurretType.Generic);
        Assert.Contains("fire", sensor.Command("fire"), StringComparison.Ordinal);
        Assert.Null(sensor.Command("point 90 30"));
        sensor.Advance(Worlds.Orbit(Worlds.Inland, 5));
        Assert.Throws<ArgumentException>(() => sensor.Advance(Worlds.Orbit(Worlds.Inland, 5)));
    }

    [Fact]
    public void What_cannot_be_seen_is_counted()
    {
        using var sensor = new SensorSimulation(Worlds.Sea(), TurretType.Generic);
        sensor.Command(new LookAtCommand(Geodesic.Direct(Worlds.Inland, 0, 900_000)));
        for (var n = 0; n <= 20; n++)
            sensor.Advance(Worlds.Orbit(Worlds.Inland, n));
        Assert.Equal(SightCondition.BeyondHorizon, sensor.Sight.Condition);
        Assert.InRange(sensor.Counts.SecondsUnseen, 19, 20);
    }

    private static bool IsInside(IReadOnlyList<GeoPoint> ring, GeoPoint place)
    {
        for (var n = 0; n < ring.Count; n++)
        {
            var (a, b) = (ring[n], ring[(n + 1) % ring.Count]);
            if ((b.LongitudeDegrees - a.LongitudeDegrees) * (place.LatitudeDegrees - a.LatitudeDegrees) - (b.LatitudeDegrees - a.LatitudeDegrees) * (place.LongitudeDegrees - a.LongitudeDegrees) < -1e-9)
                return false;
        }
        return true;
    }
}

using CsCheck;
using Overflight.Geodesy;
using Overflight.Misb.Sight;
using Overflight.Scenery.Ground;
using Overflight.Scenery.Turret;
using Overflight.Sorties.Flight;

namespace Overflight.Scenery.Tests.Turret;

public class StabilisedTurretTests
{
    private const double Step = 1 / 30.0;

    private static readonly SceneWorld s_sea = Worlds.Sea();
    private static readonly TurretType s_steady = TurretType.Generic with { JitterMicroradians = 0 };

    [Fact]
    public void The_line_of_sight_stays_on_its_place_while_the_aircraft_rolls_and_turns()
    {
        var turret = new StabilisedTurret(s_steady);
        var place = Geodesic.Direct(Worlds.Inland, 60, 5_000);
        Assert.Null(turret.Command(new LookAtCommand(place)));
        for (var n = 0; n < 600; n++)
        {
            var t = n * Step;
            var state = Worlds.Hover(Worlds.Inland, 3_000, Worlds.Noon.AddSeconds(t), 20 * t, 4 * Math.Sin(t), 25 * Math.Sin(1.3 * t));
            var sight = turret.Advance(state, Step, s_sea);
            if (n < 150)
                continue;
            Assert.Equal(SightCondition.OnTarget, sight.Condition);
            Assert.True(OffDegrees(sight, place) < 1e-6, $"{OffDegrees(sight, place)} degrees off after {t} s");
        }
    }

    [Fact]
    public void Rates_and_accelerations_of_the_type_are_never_exceeded() => Gen.Select(
        Gen.Double[0, 360], Gen.Double[-25, 90], Gen.Double[0, 360], Gen.Double[-25, 90], Gen.Double[5, 120]).Sample((h1, d1, h2, d2, rate) =>
    {
        var type = s_steady with { SlewRateDegreesPerSecond = rate, SlewAccelerationDegreesPerSecondSquared = 2 * rate };
        var turret = new StabilisedTurret(type);
        var before = 0.0;
        for (var n = 0; n < 400; n++)
        {
            if (n % 200 == 0)
                turret.Command(n == 0 ? new LookAlongCommand(h1, d1) : new LookAlongCommand(h2, d2));
            var sight = turret.Advance(Worlds.Hover(Worlds.Inland, 3_000, Worlds.Noon), Step, s_sea);
            Assert.True(sight.RateDegreesPerSecond <= rate * 1.000001);
            // Coming to rest may end within one step.
            Assert.True(sight.RateDegreesPerSecond - before <= 2 * rate * Step * 1.000001, $"{before} to {sight.RateDegreesPerSecond}");
            before = sight.RateDegreesPerSecond;
        }
        if (rate > 60 && d1 > -25 && d2 > -25)
            Assert.Equal(SightCondition.OnTarget, turret.Sight.Condition);
    }, iter: 60);

    [Fact]
    public void A_stop_of_the_gimbal_is_kept_and_told()
    {
        var turret = new StabilisedTurret(s_steady with { AzimuthReachDegrees = 100, LeastElevationDegrees = -90 });
        turret.Command(new LookAlongCommand(180, 10));
        var sight = Run(turret, Worlds.Hover(Worlds.Inland, 3_000, Worlds.Noon));
        Assert.Equal(SightCondition.GimbalStop, sight.Condition);
        Assert.Equal(100, Math.Abs(Math.IEEERemainder(sight.Gimbal.AzimuthDegrees, 360)), 6);
        turret.Command(new LookAlongCommand(10, -60));
        sight = Run(turret, Worlds.Hover(Worlds.Inland, 3_000, Worlds.Noon));
        Assert.Equal(SightCondition.GimbalStop, sight.Condition);
        Assert.Equal(30, sight.Gimbal.ElevationDegrees, 6);
    }

    [Fact]
    public void A_roll_beyond_the_stop_takes_the_line_of_sight_with_it()
    {
        var turret = new StabilisedTurret(s_steady);
        turret.Command(new LookAlongCommand(90, 0));
        Run(turret, Worlds.Hover(Worlds.Inland, 3_000, Worlds.Noon));
        // Right wing down by 45 degrees: the horizon to the right is 45 degrees above the floor, and 30 is all that the gimbal has.
        Assert.Equal(SightCondition.OnTarget, turret.Sight.Condition);
        var sight = Run(turret, Worlds.Hover(Worlds.Inland, 3_000, Worlds.Noon, roll: 45));
        Assert.Equal(SightCondition.GimbalStop, sight.Condition);
        Assert.InRange(Math.Abs(sight.Gimbal.ElevationDegrees), 0, 30.000001);
    }

    [Fact]
    public void A_place_behind_the_horizon_is_told_and_one_before_it_is_not()
    {
        var turret = new StabilisedTurret(s_steady);
        var state = Worlds.Hover(Worlds.Inland, 3_000, Worlds.Noon);
        turret.Command(new LookAtCommand(Geodesic.Direct(Worlds.Inland, 10, 400_000), 0));
        Assert.Equal(SightCondition.BeyondHorizon, Run(turret, state).Condition);
        turret.Command(new LookAtCommand(Geodesic.Direct(Worlds.Inland, 10, 150_000), 0));
        Assert.Equal(SightCondition.OnTarget, Run(turret, state).Condition);
    }

    [Fact]
    public void A_moving_place_is_followed_by_its_numbers()
    {
        var turret = new StabilisedTurret(s_steady);
        var start = Geodesic.Direct(Worlds.Inland, 45, 4_000);
        var state = Worlds.Hover(Worlds.Inland, 3_000, Worlds.Noon);
        turret.Command(new TrackPointCommand(start, 90, 30));
        for (var n = 1; n <= 600; n++)
            turret.Advance(state, Step, s_sea);
        Assert.Equal(TurretMode.TrackPoint, turret.Sight.Mode);
        Assert.True(OffDegrees(turret.Sight, Geodesic.Direct(start, 90, 600)) < 1e-3);
    }

    [Fact]
    public void A_sector_is_swept_from_edge_to_edge()
    {
        var turret = new StabilisedTurret(s_steady);
        turret.Command(new ScanSectorCommand(350, 40, 20, 8));
        var (least, greatest) = (0.0, 0.0);
        for (var n = 0; n < 900; n++)
        {
            var sight = turret.Advance(Worlds.Hover(Worlds.Inland, 3_000, Worlds.Noon), Step, s_sea);
            if (n < 200)
                continue;
            var off = Math.IEEERemainder(sight.Attitude.Angles().HeadingDegrees - 350, 360);
            (least, greatest) = (Math.Min(least, off), Math.Max(greatest, off));
            Assert.Equal(-20, sight.Attitude.Angles().PitchDegrees, 1);
        }
        Assert.InRange(least, -20.01, -19.5);
        Assert.InRange(greatest, 19.5, 20.01);
    }

    [Fact]
    public void A_strip_is_swept_along_its_line_from_its_beginning()
    {
        var turret = new StabilisedTurret(s_steady);
        var (from, to) = (Geodesic.Direct(Worlds.Inland, 90, 3_000), Geodesic.Direct(Worlds.Inland, 45, 4_500));
        turret.Command(new ScanStripCommand(from, to, 100));
        var length = Geodesic.DistanceMetres(from, to);
        var state = Worlds.Hover(Worlds.Inland, 3_000, Worlds.Noon);
        var nearest = (From: double.MaxValue, To: double.MaxValue);
        for (var n = 0; n < 3 * length / 100 / Step; n++)
        {
            var sight = turret.Advance(state, Step, s_sea);
            nearest = (Math.Min(nearest.From, OffDegrees(sight, from)), Math.Min(nearest.To, OffDegrees(sight, to)));
        }
        Assert.True(nearest.From < 0.2 && nearest.To < 0.2, $"{nearest}");
    }

    [Fact]
    public void Stowed_it_rests_against_the_platform_and_does_not_look()
    {
        var turret = new StabilisedTurret(s_steady);
        turret.Command(new LookAlongCommand(0, 45));
        Run(turret, Worlds.Hover(Worlds.Inland, 3_000, Worlds.Noon));
        Assert.True(turret.Sight.IsOn);
        turret.Command(new StowCommand());
        var sight = Run(turret, Worlds.Hover(Worlds.Inland, 3_000, Worlds.Noon, heading: 40));
        Assert.False(sight.IsOn);
        Assert.Equal((0, s_steady.StowElevationDegrees), (Math.Round(Math.IEEERemainder(sight.Gimbal.AzimuthDegrees, 360), 6), Math.Round(sight.Gimbal.ElevationDegrees, 6)));
    }

    [Fact]
    public void Another_camera_takes_the_field_of_view_nearest_to_the_one_that_was_set()
    {
        var turret = new StabilisedTurret(s_steady);
        turret.Command(new FieldOfViewCommand(3));
        turret.Command(new CameraCommand(CameraKind.Ir));
        var sight = turret.Advance(Worlds.Hover(Worlds.Inland, 3_000, Worlds.Noon), Step, s_sea);
        Assert.Equal(CameraKind.Ir, sight.Camera.Kind);
        Assert.Equal(7, sight.HorizontalFieldOfViewDegrees);
        Assert.NotNull(turret.Command(new FieldOfViewCommand(5)));
        Assert.NotNull(turret.Command(new TurnCommand(61, 0)));
    }

    [Fact]
    public void Jitter_is_of_the_size_that_the_type_says()
    {
        var jitter = new SightJitter(100, 3);
        var square = Enumerable.Range(0, 20_000).Average(n => Math.Pow(jitter.At(n * 0.0137).ElevationDegrees, 2));
        Assert.InRange(double.DegreesToRadians(Math.Sqrt(square)) * 1e6, 95, 105);
    }

    private static TurretSight Run(StabilisedTurret turret, VehicleState state)
    {
        for (var n = 0; n < 300; n++)
            turret.Advance(state, Step, s_sea);
        return turret.Sight;
    }

    private static double OffDegrees(TurretSight sight, GeoPoint place)
    {
        var (azimuth, elevation, _) = sight.Attitude.Angles();
        var (wantedAzimuth, wantedElevation, _) = Aim.At(sight.Sensor, sight.SensorHeightMetres, place, s_sea.HeightMetres(place)).Attitude.Angles();
        return SightLine.Of(azimuth, elevation).AngleTo(SightLine.Of(wantedAzimuth, wantedElevation));
    }
}

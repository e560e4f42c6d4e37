using CsCheck;
using Overflight.Geodesy;
using Overflight.Sorties.Aircraft;
using Overflight.Sorties.Atmosphere;
using Overflight.Sorties.Flight;

namespace Overflight.Sorties.Tests;

/// <summary>The model against closed forms that are written here again, from the books and not from the code.</summary>
public sealed class FlightModelTests
{
    private const double G = 9.80665;

    private static FlightModel Model(string type = "mq-9a") => new(new Performance(AircraftTypes.Find(type)), AirColumn.Standard, 386);

    private static FlightState Level(double latitude, double height, double speed, double heading = 0) => new()
    {
        Latitude = double.DegreesToRadians(latitude),
        Longitude = double.DegreesToRadians(20),
        Height = height,
        Speed = speed,
        Heading = double.DegreesToRadians(heading),
        Fuel = 1500,
        Phase = FlightPhase.Airborne,
    };

    [Fact]
    public void A_steady_turn_has_the_radius_V_squared_over_g_tan_bank_and_closes()
    {
        var model = Model();
        foreach (var (speed, bank) in new[] { (70.0, 10.0), (80, 18), (85, 22) })
        {
            var state = Level(0, 3000, speed);
            var demand = new FlightDemand(double.DegreesToRadians(bank), speed, 0);
            for (var i = 0; i < 60; i++)
                model.Step(ref state, demand, default, 0.5);
            var radius = speed * speed / (G * Math.Tan(double.DegreesToRadians(bank)));
            var period = 2 * Math.PI * speed / (G * Math.Tan(double.DegreesToRadians(bank)));
            var from = state.Place;
            var farthest = 0.0;
            var steps = (int)Math.Round(period / 0.5);
            for (var i = 0; i < steps; i++)
            {
                model.Step(ref state, demand, default, 0.5);
                farthest = Math.Max(farthest, Geodesic.DistanceMetres(from, state.Place));
            }
            // Height scales the ground below by R/(R + h).
            Assert.Equal(2 * radius * 6_378_137 / 6_381_137, farthest, 2 * radius * 0.002);
            Assert.InRange(Geodesic.DistanceMetres(from, state.Place), 0, speed * 0.5);
        }
    }

    [Fact]
    public void The_wind_triangle_holds_in_steady_flight()
    {
        Gen.Select(Gen.Double[0, 360], Gen.Double[0, 360], Gen.Double[0, 40], Gen.Double[62, 85]).Sample((heading, from, windSpeed, speed) =>
        {
            var model = Model();
            var state = Level(10, 4000, speed, heading);
            var wind = Wind.From(from, windSpeed);
            state.Wind = wind;
            var start = state.Place;
            for (var i = 0; i < 60; i++)
                model.Step(ref state, new FlightDemand(0, speed, 0), wind, 1);
            // Law of cosines, with the angle between heading and the way the wind goes.
            var angle = double.DegreesToRadians(heading - from - 180);
            var expected = Math.Sqrt(speed * speed + windSpeed * windSpeed + 2 * speed * windSpeed * Math.Cos(angle)) * 60 * 6_378_137 / 6_382_137;
            Assert.Equal(expected, Geodesic.DistanceMetres(start, state.Place), 0.004 * expected + 2);
        }, iter: 200, seed: "0000KKKKKKKK");
    }

    [Fact]
    public void The_solved_wind_triangle_flies_the_course_that_was_asked()
    {
        Gen.Select(Gen.Double[0, 360], Gen.Double[0, 360], Gen.Double[0, 40], Gen.Double[45, 150]).Sample((course, from, windSpeed, speed) =>
        {
            var wind = Wind.From(from, windSpeed);
            var (heading, ground) = WindTriangle.Solve(course, speed, wind);
            var h = heading * Math.PI / 180;
            var (east, north) = (speed * Math.Sin(h) + wind.EastMetresPerSecond, speed * Math.Cos(h) + wind.NorthMetresPerSecond);
            Assert.Equal(ground, Math.Sqrt(east * east + north * north), 1e-9);
            Assert.Equal(0, Math.IEEERemainder(Math.Atan2(east, north) * 180 / Math.PI - course, 360), 1e-9);
        }, iter: 500, seed: "0000KKKKKKKK");
        Assert.True(double.IsNaN(WindTriangle.Solve(0, 30, Wind.From(90, 31)).GroundSpeedMetresPerSecond));
    }

    [Fact]
    public void Energy_changes_by_the_power_that_is_left_over()
    {
        // d/dt (m g h + m V²/2) = (T − D) V in still air, with D from the polar written out here.
        var model = Model();
        var type = AircraftTypes.Find("mq-9a");
        var state = Level(0, 1000, 70);
        const double Step = 0.1;
        for (var i = 0; i < 6000; i++)
        {
            var demand = new FlightDemand(0, i < 3000 ? 75 : 95, i < 3000 ? 20 : i < 4500 ? -3 : 0);
            var before = state;
            model.Step(ref state, demand, default, Step);
            var mass = 2223 + 386 + before.Fuel;
            var geopotential = before.Height * 6_356_766 / (6_356_766 + before.Height);
            var temperature = 288.15 - 0.0065 * geopotential;
            var density = 101_325 * Math.Pow(temperature / 288.15, 5.25588) / (287.05287 * temperature);
            var q = 0.5 * density * before.Speed * before.Speed * 23.9;
            var lift = mass * G * Math.Cos(before.PathAngle);
            var drag = q * type.Aerodynamics.ZeroLiftDragCoefficient.Value + type.Aerodynamics.InducedDragFactor.Value * lift * lift / q;
            var gained = mass * (G * (state.Height - before.Height) + 0.5 * (state.Speed * state.Speed - before.Speed * before.Speed));
            var worked = (state.Thrust - drag) * 0.5 * (state.Speed + before.Speed) * Step;
            Assert.Equal(worked, gained, 0.002 * mass * G * Step);
        }
        Assert.True(state.Height > 2000);
    }

    [Fact]
    public void The_best_climb_is_the_power_left_over_by_the_weight()
    {
        var model = Model();
        var state = Level(0, 2000, 65);
        for (var i = 0; i < 60; i++)
            model.Step(ref state, new FlightDemand(0, 65, 50), default, 0.5);
        var mass = 2223 + 386 + state.Fuel;
        var air = AirColumn.Standard.At(state.Height);
        var q = 0.5 * air.DensityKilogramsPerCubicMetre * state.Speed * state.Speed * 23.9;
        var drag = q * 0.030 + 0.024 * Math.Pow(mass * G, 2) / q;
        var power = 0.8 * (671_000 * Math.Pow(air.DensityKilogramsPerCubicMetre / 1.225, 0.8) - 11_000);
        var expected = Math.Min(8, (power - drag * state.Speed) / (mass * G));

        Assert.Equal(expected, state.Velocity.Up, 0.06 * expected);
    }

    [Fact]
    public void Wings_level_for_24_hours_is_a_geodesic_to_centimetres()
    {
        var errors = new List<double>();
        foreach (var (latitude, heading) in new[] { (0.0, 90.0), (35, 60), (-50, 120), (10, 1) })
        {
            var model = Model("mq-4c");
            var state = Level(latitude, 0, 150, heading) with { Fuel = 1e6 };
            var start = state.Place;
            for (var i = 0; i < 86_400; i++)
            {
                // Held at zero height and one speed: it is the way over the ground that is asked here.
                (state.Speed, state.Height, state.PathAngle, state.Fuel) = (150, 0, 0, 3000);
                model.Step(ref state, new FlightDemand(0, 150, 0), default, 1);
            }
            var expected = Geodesic.Direct(start, heading, 150.0 * 86_400);
            var error = Geodesic.DistanceMetres(expected, state.Place);
            errors.Add(error);
        }
        Assert.True(errors.Max() < 0.1, string.Join(", ", errors));
    }

    [Fact]
    public void The_error_falls_with_the_step()
    {
        double Error(double step)
        {
            var exact = Flown(1.0 / 64);
            var coarse = Flown(step);
            return Geodesic.DistanceMetres(exact.Place, coarse.Place) + Math.Abs(exact.Height - coarse.Height) + 100 * Math.Abs(exact.Fuel - coarse.Fuel);
        }

        FlightState Flown(double step)
        {
            var model = Model();
            var state = Level(40, 3000, 80, 30);
            var wind = new Wind(8, -5);
            state.Wind = wind;
            for (var i = 0; i * step < 600 - 1e-9; i++)
            {
                var demand = new FlightDemand(double.DegreesToRadians(i * step < 200 ? 15 : -10), i * step < 400 ? 85 : 95, i * step < 300 ? 3 : -2);
                model.Step(ref state, demand, wind, step);
            }
            return state;
        }

        double[] errors = [Error(2), Error(1), Error(0.5), Error(0.25)];

        Assert.True(errors[1] < errors[0] && errors[2] < errors[1] && errors[3] < errors[2] && errors[3] < errors[0] / 7, string.Join(", ", errors));
        Assert.InRange(errors[1], 0, 100);
    }

    [Fact]
    public void A_change_of_wind_ahead_takes_airspeed_and_no_ground_speed()
    {
        var model = Model();
        var state = Level(0, 3000, 90, 90);
        state.Wind = new Wind(0, 0);
        model.Step(ref state, new FlightDemand(0, 90, 0), default, 0.1);
        var before = state.Velocity.East;
        model.Step(ref state, new FlightDemand(0, 90, 0), new Wind(5, 0), 0.01);

        Assert.InRange(state.Velocity.East - before, -0.5, 0.5);
        Assert.InRange(state.Speed, 84.5, 86);
    }

    [Fact]
    public void It_never_flies_slower_than_the_stall_nor_climbs_through_its_ceiling_of_power()
    {
        Gen.Select(Gen.Int[0, 6], Gen.Double[0, 1], Gen.Double[-1, 1], Gen.Double[0, 1.2]).Sample((index, height, climb, fast) =>
        {
            var type = AircraftTypes.BuiltIn[index];
            var performance = new Performance(type);
            var model = new FlightModel(performance, AirColumn.Standard, type.Sensors.Sum(s => s.MassKilograms.Value));
            var state = Level(0, height * 0.8 * type.Limits.CeilingMetres.Value, 0);
            state.Fuel = 0.5 * type.Masses.FuelCapacityKilograms.Value;
            state.Speed = performance.LoiterSpeed(model.Mass(state), model.Air.At(state.Height).DensityKilogramsPerCubicMetre);
            for (var i = 0; i < 1200; i++)
            {
                model.Step(ref state, new FlightDemand(0.3 * Math.Sin(i / 40.0), fast * performance.MaximumSpeed, 10 * climb), default, 1);
                var stall = performance.StallSpeed(model.Mass(state), model.Air.At(state.Height).DensityKilogramsPerCubicMetre, 1 / Math.Cos(state.Bank));
                Assert.True(state.Speed > stall, $"{type.Id} {i}: {state.Speed} under the stall of {stall}");
                Assert.True(state.Speed < performance.MaximumSpeed * 1.05);
                if (state.Height < 0)
                    break;
            }
        }, iter: 60, seed: "0000KKKKKKKK");
    }
}

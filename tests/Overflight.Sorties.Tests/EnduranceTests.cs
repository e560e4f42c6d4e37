using System.Globalization;
using System.Text;
using Overflight.Geodesy;
using Overflight.Sorties.Aircraft;
using Overflight.Sorties.Autopilot;
using Overflight.Sorties.Flight;
using Overflight.Sorties.Routes;
using Overflight.Sorties.Simulation;
using Overflight.Testing;

namespace Overflight.Sorties.Tests;

/// <summary>Every type flown from the ground until its fuel is down to its reserve, against what was published.</summary>
public sealed class EnduranceTests
{
    private const string Begin = "<!-- endurance -->";
    private const string End = "<!-- /endurance -->";

    [Fact]
    public void The_MQ_9A_unarmed_loiters_its_published_27_hours_at_20_000_feet_within_3_percent()
    {
        var type = AircraftTypes.Find("mq-9a");
        Assert.Equal(20_000 * SiUnits.MetresPerFoot, type.Published[0].AltitudeMetres, 0.01);
        var hours = Hours(type, type.Published[0]);

        Assert.InRange(hours, 27 * 0.97, 27 * 1.03);
    }

    [Fact]
    public void The_table_in_the_documents_is_what_the_simulation_flies()
    {
        var table = new StringBuilder(Begin + "\n| type | figure | published | simulated | residual to the middle | within what is published |\n|---|---|---|---|---|---|\n");
        foreach (var type in AircraftTypes.BuiltIn)
        {
            if (type.Published.Count == 0)
            {
                var plain = new PublishedFigure("enduranceHours", 1, 1, 1000, 0.07, "none");
                table.Append(CultureInfo.InvariantCulture, $"| {type.Name} | endurance at {1000 / SiUnits.MetresPerFoot:0} ft | none, generic | {Hours(type, plain):0.0} h | - | - |\n");
            }
            foreach (var claim in type.Published)
            {
                var endurance = claim.Kind == "enduranceHours";
                var flown = endurance ? Hours(type, claim) : Kilometres(type, claim);
                var (unit, format) = endurance ? ("h", "0.0") : ("km", "0");
                string Text(double value) => value.ToString(format, CultureInfo.InvariantCulture);
                var published = claim.Low == claim.High ? Text(claim.Low) : $"{Text(claim.Low)} to {Text(claim.High)}";
                var middle = 0.5 * (claim.Low + claim.High);
                var within = claim.Low == claim.High ? "-" : flown >= claim.Low && flown <= claim.High ? "yes" : "no";
                table.Append(CultureInfo.InvariantCulture, $"| {type.Name} | {(endurance ? "endurance" : "range")} at {claim.AltitudeMetres / SiUnits.MetresPerFoot:0} ft | {published} {unit} | {Text(flown)} {unit} | {100 * (flown / middle - 1):+0.0;-0.0} % | {within} |\n");
            }
        }
        table.Append(End);

        var path = Path.Combine(Repository.Root, "docs", "sorties.md");
        var text = File.ReadAllText(path);
        var (begin, end) = (text.IndexOf(Begin, StringComparison.Ordinal), text.IndexOf(End, StringComparison.Ordinal) + End.Length);
        if (Environment.GetEnvironmentVariable("OVERFLIGHT_GOLDEN") == "write")
            File.WriteAllText(path, text[..begin] + table + text[end..]);
        var written = File.ReadAllText(path);
        Assert.Equal(table.ToString(), written[begin..Math.Min(written.Length, begin + table.Length)]);
    }

    /// <summary>Hours from take-off until the reserve is all that is left, on an orbit of 20 km about home.</summary>
    private static double Hours(AircraftType type, PublishedFigure claim)
    {
        var simulation = Fly(type, claim, new OrbitLeg(Scenes.Home.Place, 20_000) { AltitudeMetres = claim.AltitudeMetres, Speed = SpeedChoice.Loiter });
        return simulation.Time.SecondsSince(simulation.First(SortieEventKind.TookOff).Time) / 3600;
    }

    /// <summary>Kilometres over the ground in still air, climb and all, at the speed of least fuel a metre.</summary>
    private static double Kilometres(AircraftType type, PublishedFigure claim)
    {
        var (metres, last) = (0.0, Scenes.Home.Place);
        var legs = Enumerable.Range(1, 12).Select(i => (RouteLeg)new WaypointLeg(Geodesic.Direct(new GeoPoint(31, -113), 120, 1_500_000.0 * i)) { AltitudeMetres = claim.AltitudeMetres, Speed = SpeedChoice.Farthest });
        Fly(type, claim, [.. legs], state =>
        {
            metres += Geodesic.DistanceMetres(last, state.Place);
            last = state.Place;
        });
        return metres / 1000;
    }

    private static SortieSimulation Fly(AircraftType type, PublishedFigure claim, RouteLeg leg) => Fly(type, claim, [leg], _ => { });

    private static SortieSimulation Fly(AircraftType type, PublishedFigure claim, RouteLeg[] legs, Action<VehicleState> observer)
    {
        var setup = Scenes.FromHome(type.Id, legs) with { Home = Scenes.Home with { ElevationMetres = 0 }, Fuel = new FuelPlan { WarnOnly = true, ReserveMinutes = 0 } };
        var simulation = new SortieSimulation(setup);
        simulation.Observe(60, observer);
        var reserve = claim.ReserveFraction * simulation.Flight.Fuel;
        var limit = setup.Start.AddSeconds(100 * 3600);
        while (simulation.Flight.Fuel > reserve && simulation.Time < limit)
            simulation.Step();
        Assert.InRange(simulation.Flight.Height, claim.AltitudeMetres - 60, claim.AltitudeMetres + 60);
        return simulation;
    }
}

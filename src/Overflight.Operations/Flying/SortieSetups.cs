using Overflight.Authority.Documents;
using Overflight.Geodesy;
using Overflight.Operations.Scenarios;
using Overflight.Sorties.Aircraft;
using Overflight.Sorties.Atmosphere;
using Overflight.Sorties.Autopilot;
using Overflight.Sorties.Simulation;

namespace Overflight.Operations.Flying;

/// <summary>Makes a simulation's setup of a scenario's aircraft and its sortie's paper.</summary>
internal static class SortieSetups
{
    /// <summary>It stands this long before it takes off: time to be authorised and armed.</summary>
    public const double ArmingSeconds = 120;

    public static SortieSetup Of(Scenario scenario, ScenarioAircraft aircraft, int number, Sortie sortie, IReadOnlyList<Fence> fences, bool waits)
    {
        var type = TypeOf(aircraft, sortie);
        var points = sortie.Route.Points;
        var (home, first) = (new GeoPoint(points[0].Latitude, points[0].Longitude), new GeoPoint(points[1].Latitude, points[1].Longitude));
        var runway = aircraft.RunwayDegrees ?? (Geodesic.Inverse(home, first).InitialAzimuthDegrees + 360) % 360;
        ControlStation[] stations = [.. sortie.Conduct.Control.OrderBy(c => c.During.From).DistinctBy(c => c.Station).Select(c => new ControlStation(c.Station, c.Party, c.Interoperability))];
        return new()
        {
            Type = type,
            Start = points[0].At.AddSeconds(-ArmingSeconds),
            TakeOffAt = waits ? null : points[0].At,
            WaitsForTakeOff = waits,
            Home = new("home", home, aircraft.ElevationMetres, runway),
            Alternates = [.. sortie.Diversions.DistinctBy(d => d.Name).Where(d => d.Name != "home").Select(d => new Airfield(d.Name, new(d.Latitude, d.Longitude)))],
            Route = aircraft.Route ?? PaperRoute.Of(sortie.Route, type),
            FuelKilograms = aircraft.FuelKilograms,
            Fences = fences,
            Wind = scenario.Wind?.Build(),
            GustMetresPerSecond = scenario.GustMetresPerSecond,
            Seed = scenario.Seed + (ulong)number * 7_919,
            Air = new AirColumn(scenario.TemperatureOffsetKelvin),
            UndulationMetres = Geoid.IsAvailable ? Geoid.UndulationMetres(home) : 0,
            Stations = stations,
            Outages = aircraft.Outages,
            LostLink = aircraft.LostLink ?? new(),
        };
    }

    private static AircraftType TypeOf(ScenarioAircraft aircraft, Sortie sortie)
    {
        var name = aircraft.Type ?? sortie.Aircraft.Type;
        return AircraftTypes.BuiltIn.FirstOrDefault(t => string.Equals(t.Id, name, StringComparison.OrdinalIgnoreCase) || t.Name == name)
            ?? throw new InvalidDataException($"aircraft.{aircraft.Name}: there is no type \"{name}\"; there are {string.Join(", ", AircraftTypes.BuiltIn.Select(t => t.Name))}");
    }
}

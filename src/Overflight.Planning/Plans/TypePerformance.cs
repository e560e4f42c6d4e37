using Overflight.Planning.Tasks;
using Overflight.Sorties.Aircraft;
using Overflight.Sorties.Atmosphere;

namespace Overflight.Planning.Plans;

/// <summary>
/// What a type of the library does at an altitude, in standard air. It is heaviest when it comes up, and what it burns then is taken for all of
/// the flight: a plan by these numbers has fuel in hand.
/// </summary>
public static class TypePerformance
{
    private const double SecondsPerHour = 3_600;

    /// <summary>The performance of an aircraft of a tasking.</summary>
    /// <param name="aircraft">The aircraft.</param>
    /// <param name="types">The library of types; those that the program brings where null.</param>
    /// <exception cref="InvalidDataException">There is no such type, or it does not fly at that altitude.</exception>
    public static AircraftPerformance Of(TaskAircraft aircraft, IReadOnlyList<AircraftType>? types = null)
    {
        ArgumentNullException.ThrowIfNull(aircraft);
        types ??= AircraftTypes.BuiltIn;
        var type = types.FirstOrDefault(t => string.Equals(t.Id, aircraft.Type, StringComparison.OrdinalIgnoreCase) || t.Name == aircraft.Type)
            ?? throw new InvalidDataException($"aircraft.{aircraft.Registration}.type: there is no type \"{aircraft.Type}\"; there are {string.Join(", ", types.Select(t => t.Name))}");
        if (aircraft.AltitudeMetres > type.Limits.CeilingMetres.Value)
            throw new InvalidDataException(FormattableString.Invariant($"aircraft.{aircraft.Registration}.altitudeMetres is {aircraft.AltitudeMetres:0}, and a {type.Name} flies no higher than {type.Limits.CeilingMetres.Value:0}"));
        return Of(type, aircraft.AltitudeMetres);
    }

    /// <summary>The performance of a type with the sensors that it usually carries.</summary>
    /// <exception cref="InvalidDataException">Its engine does not hold it there.</exception>
    public static AircraftPerformance Of(AircraftType type, double altitudeMetres)
    {
        var performance = new Performance(type);
        var empty = type.Masses.EmptyKilograms.Value + type.Sensors.Sum(s => s.MassKilograms.Value);
        var fuel = Math.Min(type.Masses.FuelCapacityKilograms.Value, type.Masses.MaximumTakeOffKilograms.Value - empty);
        var (mass, air) = (empty + fuel, AirColumn.Standard.At(altitudeMetres));
        var transit = FastestHeld(performance, Math.Max(type.Speeds.CruiseMetresPerSecond.Value, performance.SlowestSpeed(mass, air.DensityKilogramsPerCubicMetre)), mass, air);
        var loiter = performance.LoiterSpeed(mass, air.DensityKilogramsPerCubicMetre);
        var (onTransit, onStation) = (performance.LevelFuelFlow(transit, mass, air), performance.LevelFuelFlow(loiter, mass, air));
        if (!onTransit.Holds || !onStation.Holds)
            throw new InvalidDataException(FormattableString.Invariant($"a {type.Name} with full tanks does not hold {altitudeMetres:0} m"));
        return new(transit, loiter, Climb(performance, mass, altitudeMetres), fuel, onTransit.KilogramsPerSecond * SecondsPerHour, onStation.KilogramsPerSecond * SecondsPerHour);
    }

    /// <summary>The cruise, or less where the engine does not hold that, in steps of a metre a second.</summary>
    private static double FastestHeld(Performance performance, double wanted, double mass, AirState air)
    {
        var least = performance.LoiterSpeed(mass, air.DensityKilogramsPerCubicMetre);
        while (wanted > least && !performance.LevelFuelFlow(wanted, mass, air).Holds)
            wanted--;
        return Math.Max(wanted, least);
    }

    /// <summary>The rate that the power in excess gives half the way up, no more than the type's.</summary>
    private static double Climb(Performance performance, double mass, double altitudeMetres)
    {
        var air = AirColumn.Standard.At(altitudeMetres / 2);
        var speed = performance.LoiterSpeed(mass, air.DensityKilogramsPerCubicMetre);
        var weight = mass * StandardAtmosphere.Gravity;
        var excess = performance.GreatestThrust(speed, air.DensityRatio) - performance.Drag(speed, air.DensityKilogramsPerCubicMetre, weight);
        return Math.Clamp(excess * speed / weight, 0.3, performance.Type.Limits.ClimbMetresPerSecond.Value);
    }
}

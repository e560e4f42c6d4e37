using Overflight.Geodesy;
using Overflight.Sorties.Atmosphere;
using Overflight.Sorties.Flight;
using Overflight.Tracks;

namespace Overflight.Sorties.Autopilot;

/// <summary>
/// Fuel to airfields: level at the present altitude at the speed of least fuel a metre, in the wind along the way as it is
/// now, by where the final begins, and five minutes of loiter for the approach. What the descent saves is not counted.
/// </summary>
/// <param name="model">The aircraft.</param>
/// <param name="wind">The wind.</param>
/// <param name="reserveMinutes">Loiter minutes to be left.</param>
public sealed class FuelComputer(FlightModel model, IWindField wind, double reserveMinutes)
{
    private const double ApproachSeconds = 300;
    private const int WindSamples = 4;

    /// <summary>What it takes from a state to an airfield.</summary>
    public FuelNeed Need(in FlightState state, Airfield airfield, UtcInstant time) => Need(state.Place, state.Height, state.Fuel, airfield, time);

    /// <summary>What it takes from a place with some fuel on board.</summary>
    public FuelNeed Need(GeoPoint place, double heightMetres, double fuelKilograms, Airfield airfield, UtcInstant time)
    {
        ArgumentNullException.ThrowIfNull(airfield);
        var probe = new FlightState { Fuel = fuelKilograms };
        var mass = model.Mass(probe);
        var air = model.Air.At(heightMetres);
        var performance = model.Performance;
        var loiter = performance.LevelFuelFlow(performance.LoiterSpeed(mass, air.DensityKilogramsPerCubicMetre), mass, air).KilogramsPerSecond;
        var speed = performance.FarthestSpeed(mass, air.DensityKilogramsPerCubicMetre);
        var flow = performance.LevelFuelFlow(speed, mass, air).KilogramsPerSecond;
        // The way leads over where the final begins, which may lie beyond the field.
        var final = Approach.Start(performance, airfield);
        var seconds = Seconds(place, final, heightMetres, speed, time, out var distance)
            + Seconds(final, airfield.Place, airfield.ElevationMetres + Approach.FinalHeight, speed, time, out var last);
        distance += last;
        return new FuelNeed(airfield, distance, seconds, seconds * flow + ApproachSeconds * loiter, reserveMinutes * 60 * loiter);
    }

    /// <summary>Flying time along a geodesic at an airspeed in the wind, seconds; infinite where the wind does not allow it.</summary>
    public double Seconds(GeoPoint from, GeoPoint to, double heightMetres, double speed, UtcInstant time, out double distanceMetres)
    {
        var line = GeodesicLine.Between(from, to);
        distanceMetres = line.DistanceMetres;
        var seconds = 0.0;
        for (var i = 0; i < WindSamples; i++)
        {
            var here = line.At(distanceMetres * (i + 0.5) / WindSamples);
            var ground = WindTriangle.Solve(here.FinalAzimuthDegrees, speed, wind.At(here.Point, heightMetres, time)).GroundSpeedMetresPerSecond;
            if (!(ground > 0.5))
                return double.PositiveInfinity;
            seconds += distanceMetres / WindSamples / ground;
        }
        return seconds;
    }

    /// <summary>
    /// The point of no return on the present course: when and where the fuel left comes down to what it takes to an airfield,
    /// if it flies on straight at its present airspeed and altitude, burning less as it gets lighter. Null where it has passed.
    /// </summary>
    public (UtcInstant Time, GeoPoint Place)? PointOfNoReturn(in FlightState state, Airfield airfield, UtcInstant time)
    {
        var (east, north, _) = state.Velocity;
        var ground = Math.Sqrt(east * east + north * north);
        if (state.Phase != FlightPhase.Airborne || !(state.FuelFlow > 0))
            return null;
        var line = GeodesicLine.From(state.Place, double.RadiansToDegrees(Math.Atan2(east, north)));
        var air = model.Air.At(state.Height);
        var fuel = state.Fuel;
        var (before, elapsed) = (Margin(state.Height, fuel, 0), 0.0);
        if (before < 0)
            return null;
        var step = fuel / state.FuelFlow / 300;
        while (fuel > 0)
        {
            var probe = new FlightState { Fuel = fuel };
            fuel -= step * model.Performance.LevelFuelFlow(state.Speed, model.Mass(probe), air).KilogramsPerSecond;
            var margin = Margin(state.Height, Math.Max(0, fuel), elapsed + step);
            if (margin < 0)
            {
                elapsed += step * before / (before - margin);
                break;
            }
            (before, elapsed) = (margin, elapsed + step);
        }
        return (time.AddSeconds(elapsed), line.PointAt(elapsed * ground));

        double Margin(double height, double left, double seconds) =>
            left - Need(line.PointAt(seconds * ground), height, left, airfield, time.AddSeconds(seconds)).TotalKilograms;
    }
}

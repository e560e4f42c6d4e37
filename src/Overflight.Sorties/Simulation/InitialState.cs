using Overflight.Sorties.Atmosphere;
using Overflight.Sorties.Flight;

namespace Overflight.Sorties.Simulation;

/// <summary>The state that a setup starts in.</summary>
internal static class InitialState
{
    public static FlightState Of(SortieSetup setup, FlightModel model, IWindField wind, double sensors)
    {
        var masses = setup.Type.Masses;
        var room = masses.MaximumTakeOffKilograms.Value - masses.EmptyKilograms.Value - sensors;
        var fuel = setup.FuelKilograms ?? Math.Min(masses.FuelCapacityKilograms.Value, room);
        var place = setup.Airborne?.Place ?? setup.Home.Place;
        var state = new FlightState
        {
            Latitude = double.DegreesToRadians(place.LatitudeDegrees),
            Longitude = double.DegreesToRadians(place.LongitudeDegrees),
            Height = setup.Airborne?.AltitudeMetres ?? setup.Home.ElevationMetres,
            Heading = double.DegreesToRadians(((setup.Airborne?.HeadingDegrees ?? setup.Home.RunwayDegrees) % 360 + 360) % 360),
            Fuel = fuel,
        };
        if (setup.Airborne is { } start)
        {
            state.Phase = FlightPhase.Airborne;
            state.Speed = start.TrueAirspeedMetresPerSecond ?? model.Performance.LoiterSpeed(model.Mass(state), model.Air.At(state.Height).DensityKilogramsPerCubicMetre);
            state.Wind = wind.At(place, state.Height, setup.Start);
        }
        return state;
    }
}

using Overflight.Sorties.Atmosphere;
using Overflight.Sorties.Flight;
using Overflight.Tracks;

namespace Overflight.Sorties.Simulation;

/// <summary>The model's state as others read it.</summary>
internal static class VehicleStates
{
    public static VehicleState Of(in FlightState state, UtcInstant time, FlightModel model, double undulation)
    {
        var (east, north, up) = state.Velocity;
        var ground = Math.Sqrt(east * east + north * north);
        var air = model.Air.At(state.Height);
        var heading = double.RadiansToDegrees(state.Heading);
        var pitch = 0.0;
        if (state.Phase == FlightPhase.Airborne)
        {
            var lift = model.Mass(state) * StandardAtmosphere.Gravity * Math.Cos(state.PathAngle) / Math.Cos(state.Bank);
            var attack = model.Performance.AngleOfAttack(state.Speed, air.DensityKilogramsPerCubicMetre, lift);
            pitch = double.RadiansToDegrees(state.PathAngle + attack * Math.Cos(state.Bank));
        }
        var track = ground > 0.1 ? double.RadiansToDegrees(Math.Atan2(east, north)) : heading;
        return new VehicleState
        {
            Time = time,
            Place = state.Place,
            HeightMetres = state.Height + undulation,
            PressureAltitudeMetres = air.PressureAltitudeMetres,
            HeadingDegrees = heading,
            PitchDegrees = pitch,
            RollDegrees = double.RadiansToDegrees(state.Bank),
            TrackDegrees = track < 0 ? track + 360 : track,
            GroundSpeedMetresPerSecond = ground,
            TrueAirspeedMetresPerSecond = state.Phase == FlightPhase.Airborne ? state.Speed : 0,
            VerticalSpeedMetresPerSecond = up,
            FuelKilograms = state.Fuel,
            MassKilograms = model.Mass(state),
            IsAirborne = state.Phase == FlightPhase.Airborne,
        };
    }
}

using Overflight.Geodesy;
using Overflight.Sorties.Flight;
using Overflight.Tracks;

namespace Overflight.Scenery.Video;

/// <summary>Where a platform is between two states: on the cubic that leaves and arrives with their velocities, turning evenly.</summary>
internal static class PlatformMotion
{
    // States farther apart, or that the velocities do not lead to, are joined straight.
    private const double MostSeconds = 20;

    public static VehicleState At(in VehicleState from, in VehicleState to, UtcInstant time)
    {
        var seconds = to.Time.SecondsSince(from.Time);
        var part = seconds > 0 ? Math.Clamp(time.SecondsSince(from.Time) / seconds, 0, 1) : 1;
        var frame = new EnuFrame(from.Place, from.HeightMetres);
        var (east, north, _) = frame.ToEnu(to.Place, to.HeightMetres);
        var (eastFrom, northFrom) = Velocity(from);
        var (eastTo, northTo) = Velocity(to);
        var straight = seconds > MostSeconds;
        var e = Between(0, east, eastFrom * seconds, eastTo * seconds, part, straight);
        var n = Between(0, north, northFrom * seconds, northTo * seconds, part, straight);
        var height = Between(from.HeightMetres, to.HeightMetres, from.VerticalSpeedMetresPerSecond * seconds, to.VerticalSpeedMetresPerSecond * seconds, part, straight);
        // The plane falls away below the earth's curve by what a place so far off is lower.
        var (place, _) = frame.FromEnu(e, n, -(e * e + n * n) / (2 * Wgs84.SemiMajorAxisMetres));
        return to with
        {
            Time = time,
            Place = place,
            HeightMetres = height,
            PressureAltitudeMetres = Mix(from.PressureAltitudeMetres, to.PressureAltitudeMetres, part),
            HeadingDegrees = Turn(from.HeadingDegrees, to.HeadingDegrees, part),
            PitchDegrees = Mix(from.PitchDegrees, to.PitchDegrees, part),
            RollDegrees = Mix(from.RollDegrees, to.RollDegrees, part),
            TrackDegrees = Turn(from.TrackDegrees, to.TrackDegrees, part),
            GroundSpeedMetresPerSecond = Mix(from.GroundSpeedMetresPerSecond, to.GroundSpeedMetresPerSecond, part),
            TrueAirspeedMetresPerSecond = Mix(from.TrueAirspeedMetresPerSecond, to.TrueAirspeedMetresPerSecond, part),
            VerticalSpeedMetresPerSecond = Mix(from.VerticalSpeedMetresPerSecond, to.VerticalSpeedMetresPerSecond, part),
            FuelKilograms = Mix(from.FuelKilograms, to.FuelKilograms, part),
            MassKilograms = Mix(from.MassKilograms, to.MassKilograms, part),
        };
    }

    private static (double East, double North) Velocity(in VehicleState state)
    {
        var (sin, cos) = Math.SinCos(double.DegreesToRadians(state.TrackDegrees));
        return (state.GroundSpeedMetresPerSecond * sin, state.GroundSpeedMetresPerSecond * cos);
    }

    private static double Between(double from, double to, double slopeFrom, double slopeTo, double t, bool straight)
    {
        if (straight || Math.Abs(slopeFrom - (to - from)) + Math.Abs(slopeTo - (to - from)) > Math.Abs(to - from) + 20)
            return Mix(from, to, t);
        var (t2, t3) = (t * t, t * t * t);
        return from * (2 * t3 - 3 * t2 + 1) + slopeFrom * (t3 - 2 * t2 + t) + to * (3 * t2 - 2 * t3) + slopeTo * (t3 - t2);
    }

    private static double Turn(double from, double to, double part)
    {
        var degrees = from + part * Math.IEEERemainder(to - from, 360);
        return degrees - 360 * Math.Floor(degrees / 360);
    }

    private static double Mix(double from, double to, double part) => from + part * (to - from);
}

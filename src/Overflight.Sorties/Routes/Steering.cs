using Overflight.Sorties.Atmosphere;
using Overflight.Sorties.Flight;

namespace Overflight.Sorties.Routes;

/// <summary>
/// Bank from guidance: a vector field brings the track onto the path (Nelson, Barber, McLain, Beard, Vector field path
/// following for miniature air vehicles, IEEE Transactions on Robotics 23(3), 2007), its turn rate a coordinated turn makes.
/// </summary>
internal static class Steering
{
    /// <summary>Greatest angle to the path at which it is approached, radians.</summary>
    private const double Approach = 75 * Math.PI / 180;

    /// <summary>Gain from course error to turn rate, 1/s.</summary>
    private const double CourseGain = 0.25;

    /// <summary>Bank to ask for, radians, right positive, before limits.</summary>
    public static double Bank(in Guidance guidance, in FlightState state, double bankLimit)
    {
        var (east, north, _) = state.Velocity;
        var ground = Math.Max(Math.Sqrt(east * east + north * north), 1);
        var track = Math.Atan2(east, north);
        var radius = ground * ground / (StandardAtmosphere.Gravity * Math.Tan(bankLimit));
        var scale = Math.Max(6 * ground, 0.9 * radius);
        var course = double.DegreesToRadians(guidance.CourseDegrees) - Approach * 2 / Math.PI * Math.Atan(guidance.CrossTrackMetres / scale);
        var rate = CourseGain * Math.IEEERemainder(course - track, 2 * Math.PI);
        if (Math.Abs(guidance.CrossTrackMetres) < scale)
            rate += guidance.CurvaturePerMetre * ground;
        var drift = Math.Cos(Math.IEEERemainder(track - state.Heading, 2 * Math.PI));
        return Math.Atan(ground * rate / (StandardAtmosphere.Gravity * Math.Max(drift, 0.3)));
    }
}

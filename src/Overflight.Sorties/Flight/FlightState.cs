using Overflight.Geodesy;
using Overflight.Sorties.Atmosphere;

namespace Overflight.Sorties.Flight;

/// <summary>All that the flight model carries from one step to the next. Angles radians, heights above mean sea level.</summary>
public struct FlightState
{
    /// <summary>Geodetic latitude.</summary>
    public double Latitude { get; set; }

    /// <summary>Longitude, −π to π.</summary>
    public double Longitude { get; set; }

    /// <summary>Geometric height above mean sea level, metres.</summary>
    public double Height { get; set; }

    /// <summary>True airspeed, m/s.</summary>
    public double Speed { get; set; }

    /// <summary>Flight-path angle against the air, up positive.</summary>
    public double PathAngle { get; set; }

    /// <summary>Heading, clockwise from true north, 0 to 2π.</summary>
    public double Heading { get; set; }

    /// <summary>Bank, right positive.</summary>
    public double Bank { get; set; }

    /// <summary>Fuel left, kg.</summary>
    public double Fuel { get; set; }

    /// <summary>Fuel flow of the last step, kg/s.</summary>
    public double FuelFlow { get; set; }

    /// <summary>Thrust of the last step, newtons.</summary>
    public double Thrust { get; set; }

    /// <summary>Wind of the last step.</summary>
    public Wind Wind { get; set; }

    /// <summary>What holds it up.</summary>
    public FlightPhase Phase { get; set; }

    /// <summary>The place below.</summary>
    public readonly GeoPoint Place => new(double.RadiansToDegrees(Latitude), double.RadiansToDegrees(Longitude));

    /// <summary>Velocity over the ground: east, north, up.</summary>
    public readonly (double East, double North, double Up) Velocity
    {
        get
        {
            var (sinPath, cosPath) = Math.SinCos(PathAngle);
            var (sin, cos) = Math.SinCos(Heading);
            if (Phase != FlightPhase.Airborne)
                return (Speed * sin, Speed * cos, 0);
            return (
                Speed * cosPath * sin + Wind.EastMetresPerSecond,
                Speed * cosPath * cos + Wind.NorthMetresPerSecond,
                Speed * sinPath + Wind.UpMetresPerSecond);
        }
    }
}

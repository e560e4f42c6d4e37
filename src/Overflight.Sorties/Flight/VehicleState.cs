using Overflight.Geodesy;
using Overflight.Tracks;

namespace Overflight.Sorties.Flight;

/// <summary>Where an aircraft is, how it lies in the air and what it has left, at one instant: what the model makes and everything else reads.</summary>
public readonly record struct VehicleState
{
    /// <summary>The instant.</summary>
    public UtcInstant Time { get; init; }

    /// <summary>The place on the ellipsoid below.</summary>
    public GeoPoint Place { get; init; }

    /// <summary>Height above the WGS-84 ellipsoid.</summary>
    public double HeightMetres { get; init; }

    /// <summary>Altitude that the pressure stands for in the standard atmosphere (1013.25 hPa at zero).</summary>
    public double PressureAltitudeMetres { get; init; }

    /// <summary>Heading against true north, 0 to 360.</summary>
    public double HeadingDegrees { get; init; }

    /// <summary>Pitch, nose up positive.</summary>
    public double PitchDegrees { get; init; }

    /// <summary>Roll, right wing down positive.</summary>
    public double RollDegrees { get; init; }

    /// <summary>Track over the ground against true north, 0 to 360.</summary>
    public double TrackDegrees { get; init; }

    /// <summary>Speed over the ground.</summary>
    public double GroundSpeedMetresPerSecond { get; init; }

    /// <summary>True airspeed.</summary>
    public double TrueAirspeedMetresPerSecond { get; init; }

    /// <summary>Vertical speed, up positive.</summary>
    public double VerticalSpeedMetresPerSecond { get; init; }

    /// <summary>Fuel left.</summary>
    public double FuelKilograms { get; init; }

    /// <summary>Mass of all: empty, payload and fuel.</summary>
    public double MassKilograms { get; init; }

    /// <summary>Whether it has left the ground and not come down again.</summary>
    public bool IsAirborne { get; init; }
}

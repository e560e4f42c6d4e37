using Overflight.Sorties.Atmosphere;

namespace Overflight.Sorties.Routes;

/// <summary>How an aircraft turns at its present speed and wind.</summary>
/// <param name="SpeedMetresPerSecond">True airspeed.</param>
/// <param name="Wind">The wind.</param>
/// <param name="BankRadians">Bank of planned turns.</param>
/// <param name="RollRadiansPerSecond">Rate of roll.</param>
/// <param name="HoldRadiusMetres">Radius of a hold that it can keep in this wind.</param>
public readonly record struct TurnAbility(double SpeedMetresPerSecond, Wind Wind, double BankRadians, double RollRadiansPerSecond, double HoldRadiusMetres)
{
    /// <summary>Greatest radius over the ground in a turn onto a course: Vg²/(g tan φ) at the faster of airspeed and ground speed.</summary>
    public double RadiusMetres(double courseDegrees)
    {
        var ground = WindTriangle.Solve(courseDegrees, SpeedMetresPerSecond, Wind).GroundSpeedMetresPerSecond;
        var speed = ground > SpeedMetresPerSecond ? ground : SpeedMetresPerSecond;
        return speed * speed / (StandardAtmosphere.Gravity * Math.Tan(BankRadians));
    }

    /// <summary>Distance flown before half the bank is on.</summary>
    public double RollMetres => SpeedMetresPerSecond * BankRadians / RollRadiansPerSecond / 2;
}

using Overflight.Geodesy;
using Overflight.Sorties.Aircraft;
using Overflight.Sorties.Atmosphere;

namespace Overflight.Sorties.Autopilot;

/// <summary>The straight approach to an airfield, simplified: 3° from 300 m, and room before for the turn onto it.</summary>
internal static class Approach
{
    /// <summary>Height over the field at which the glide begins, metres.</summary>
    public const double FinalHeight = 300;

    /// <summary>Tangent of the glide.</summary>
    public static readonly double Glide = Math.Tan(double.DegreesToRadians(3));

    /// <summary>Length of the final, metres.</summary>
    public static double LengthMetres(Performance performance)
    {
        var type = performance.Type;
        var speed = 15 + performance.FarthestSpeed(type.Masses.MaximumTakeOffKilograms.Value, StandardAtmosphere.SeaLevelDensity);
        return FinalHeight / Glide + 5 * speed * speed / (StandardAtmosphere.Gravity * Math.Tan(0.75 * performance.BankRadians));
    }

    /// <summary>Where the final begins.</summary>
    public static GeoPoint Start(Performance performance, Airfield field) =>
        Geodesic.Direct(field.Place, field.RunwayDegrees + 180, LengthMetres(performance));
}

using Overflight.Geodesy;
using Overflight.Planning.Tasks;
using Overflight.Sorties.Atmosphere;

namespace Overflight.Planning.Plans;

/// <summary>A way through permitted airspace, and how long it takes.</summary>
/// <param name="Corners">Its corners.</param>
/// <param name="LegSeconds">Seconds for each leg.</param>
internal sealed record Way(IReadOnlyList<GeoPoint> Corners, IReadOnlyList<double> LegSeconds)
{
    public double LengthMetres { get; } = Corners.Zip(Corners.Skip(1), Geodesic.DistanceMetres).Sum();

    public double Seconds { get; } = LegSeconds.Sum();

    /// <summary>Whole minutes, up.</summary>
    public int Minutes => (int)Math.Ceiling(Seconds / 60);

    /// <summary>Null where the wind is too strong on a leg.</summary>
    public static Way? Flown(IReadOnlyList<GeoPoint> corners, double trueAirspeed, TaskWind wind)
    {
        var (seconds, blowing) = (new double[corners.Count - 1], Wind.From(wind.FromDegrees, wind.SpeedKnots * SiUnits.MetresPerSecondPerKnot));
        for (var i = 0; i < seconds.Length; i++)
        {
            var leg = Geodesic.Inverse(corners[i], corners[i + 1]);
            var speed = WindTriangle.Solve(leg.InitialAzimuthDegrees, trueAirspeed, blowing).GroundSpeedMetresPerSecond;
            if (!(speed >= 1))
                return null;
            seconds[i] = leg.DistanceMetres / speed;
        }
        return new(corners, seconds);
    }
}

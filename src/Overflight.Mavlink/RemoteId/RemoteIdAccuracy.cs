using Overflight.Mavlink.Messages;

namespace Overflight.Mavlink.RemoteId;

/// <summary>Accuracies as codes of ASTM F3411: the code of the smallest bound that a 95 % accuracy lies below.</summary>
public static class RemoteIdAccuracy
{
    private const double NauticalMile = 1852;

    private static readonly double[] s_horizontal =
        [10 * NauticalMile, 4 * NauticalMile, 2 * NauticalMile, NauticalMile, 0.5 * NauticalMile, 0.3 * NauticalMile, 0.1 * NauticalMile, 0.05 * NauticalMile, 30, 10, 3, 1];

    private static readonly double[] s_vertical = [150, 45, 25, 10, 3, 1];
    private static readonly double[] s_speed = [10, 3, 1, 0.3];

    /// <summary>Standard deviations of one axis in the radius that holds 95 % of places: sqrt(-2 ln 0.05).</summary>
    public const double Horizontal95 = 2.447_746_830_680_816;

    /// <summary>Standard deviations that hold 95 % of one number.</summary>
    public const double Vertical95 = 1.959_963_984_540_054;

    /// <summary>Horizontal accuracy in metres; NaN: not known.</summary>
    public static MavOdidHorAcc Horizontal(double metres) => (MavOdidHorAcc)CodeOf(metres, s_horizontal);

    /// <summary>Vertical accuracy in metres; NaN: not known.</summary>
    public static MavOdidVerAcc Vertical(double metres) => (MavOdidVerAcc)CodeOf(metres, s_vertical);

    /// <summary>Accuracy of speed in metres a second; NaN: not known.</summary>
    public static MavOdidSpeedAcc Speed(double metresPerSecond) => (MavOdidSpeedAcc)CodeOf(metresPerSecond, s_speed);

    // Bounds fall; codes count from 1; 0 is not known, or not below any.
    private static byte CodeOf(double accuracy, double[] bounds)
    {
        byte code = 0;
        while (code < bounds.Length && accuracy < bounds[code])
            code++;
        return code;
    }
}

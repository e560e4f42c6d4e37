using Overflight.Mavlink.Messages;

namespace Overflight.Mavlink.Protocols;

/// <summary>Coordinates as the integers of COMMAND_INT and MISSION_ITEM_INT.</summary>
public static class Coordinates
{
    /// <summary>Whether x and y of a frame are longitude and latitude.</summary>
    public static bool IsGlobal(MavFrame frame) => frame is
        MavFrame.Global or MavFrame.GlobalInt or MavFrame.GlobalRelativeAlt or MavFrame.GlobalRelativeAltInt or MavFrame.GlobalTerrainAlt or MavFrame.GlobalTerrainAltInt;

    /// <summary>Degrees, metres or a plain number of an integer; NaN for the one that says "not given".</summary>
    public static double Decode(int value, MavFrame frame) => value == int.MaxValue ? double.NaN : value / Scale(frame);

    /// <summary>The integer of degrees, metres or a plain number; NaN is the one that says "not given".</summary>
    /// <exception cref="ArgumentOutOfRangeException">It does not fit.</exception>
    public static int Encode(double value, MavFrame frame)
    {
        if (double.IsNaN(value))
            return int.MaxValue;
        var scaled = Math.Round(value * Scale(frame));
        return Math.Abs(scaled) < int.MaxValue ? (int)scaled : throw new ArgumentOutOfRangeException(nameof(value), value, "a coordinate does not fit");
    }

    private static double Scale(MavFrame frame) => IsGlobal(frame) ? 1e7 : frame == MavFrame.Mission ? 1 : 1e4;
}

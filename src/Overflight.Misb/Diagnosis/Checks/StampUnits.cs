using Overflight.Misb.Ts;

namespace Overflight.Misb.Diagnosis.Checks;

/// <summary>The unit in which a picture's count makes sense: the stated one, or the thousandth part of it or thousandfold where only that is of our time.</summary>
internal static class StampUnits
{
    // 1980 to 2100: no stream is older than the systems, and none of these lies within a thousandfold of another.
    private const ulong Earliest = 315_532_800_000_000;
    private const ulong Latest = 4_102_444_800_000_000;

    /// <summary>Whether a count of microseconds is of our time.</summary>
    public static bool IsPlausible(ulong microseconds) => microseconds is >= Earliest and <= Latest;

    /// <summary>The time in microseconds.</summary>
    public static ulong Microseconds(MispTimeStamp stamp) => IsWrong(stamp) switch
    {
        true when stamp.Unit == MispTimeUnit.Microseconds => stamp.Count / 1000,
        true => stamp.Count,
        false => stamp.Unit == MispTimeUnit.Microseconds ? stamp.Count : stamp.Count / 1000,
    };

    /// <summary>Whether the count is of our time only in the unit that its identifier does not state.</summary>
    public static bool IsWrong(MispTimeStamp stamp) => stamp.Unit == MispTimeUnit.Microseconds
        ? !IsPlausible(stamp.Count) && IsPlausible(stamp.Count / 1000)
        : !IsPlausible(stamp.Count / 1000) && IsPlausible(stamp.Count);
}

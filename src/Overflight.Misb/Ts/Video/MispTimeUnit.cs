namespace Overflight.Misb.Ts;

/// <summary>The unit that the identifier of a time stamp states (MISB ST 0604).</summary>
public enum MispTimeUnit
{
    /// <summary>Microseconds: the Precision Time Stamp.</summary>
    Microseconds,

    /// <summary>Nanoseconds: the Nano Precision Time Stamp.</summary>
    Nanoseconds,
}

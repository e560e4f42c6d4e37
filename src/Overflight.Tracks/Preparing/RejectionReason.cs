namespace Overflight.Tracks.Preparing;

/// <summary>Why a fix was set aside. It stays in the report; a verdict says what it would be with it.</summary>
public enum RejectionReason : byte
{
    /// <summary>It was not set aside.</summary>
    None = 0,

    /// <summary>The same time and place as the fix before it.</summary>
    Repeat,

    /// <summary>
    /// It cannot be reached from, or lead back to, the rest of the flight within the speed bound: a jump, a spoofed
    /// stretch, or another aircraft under the same address.
    /// </summary>
    OutOfReach,

    /// <summary>It lies in a stretch whose positions betray themselves as false: they stand still, circle as nothing can fly, or contradict the aircraft's own speed and track.</summary>
    Suspect,
}

namespace Overflight.Tracks;

/// <summary>What a source says of one fix besides its numbers.</summary>
[Flags]
public enum FixStatus : byte
{
    /// <summary>Nothing special.</summary>
    None = 0,

    /// <summary>The aircraft reports, or the source says, that it is on the ground.</summary>
    OnGround = 1,

    /// <summary>The source marks a silence before this fix (readsb trace flag 1: nothing was received for 20 s before it).</summary>
    SilenceBefore = 2,

    /// <summary>The source starts a new leg or flight at this fix (readsb trace flag 2).</summary>
    NewLeg = 4,

    /// <summary>The vertical rate is geometric, not barometric.</summary>
    GeometricRate = 8,

    /// <summary>The time given is when the row was written, not when the position was measured.</summary>
    TimeIsOfRecord = 16,
}

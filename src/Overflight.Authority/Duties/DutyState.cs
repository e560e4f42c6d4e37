namespace Overflight.Authority.Duties;

/// <summary>How a duty stands.</summary>
public enum DutyState
{
    /// <summary>Told in time.</summary>
    Given,

    /// <summary>Told, but after it was due.</summary>
    GivenLate,

    /// <summary>Waived with reasons.</summary>
    Waived,

    /// <summary>Not told, and not yet due.</summary>
    Open,

    /// <summary>Not told, and due.</summary>
    Overdue,
}

namespace Overflight.Notices.Deadlines;

/// <summary>How a deadline stands.</summary>
public enum DeadlineState
{
    /// <summary>Not done, and the time is over.</summary>
    Overdue,

    /// <summary>Not done, and not due yet.</summary>
    Open,

    /// <summary>Done, after the time was over.</summary>
    DoneLate,

    /// <summary>Done in time.</summary>
    Done,

    /// <summary>Waived with reasons, or held by an office beyond its time.</summary>
    Waived,

    /// <summary>A validity that is over, or was ended; nothing is left to do.</summary>
    Ended,
}

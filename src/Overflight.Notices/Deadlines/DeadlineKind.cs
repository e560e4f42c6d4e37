namespace Overflight.Notices.Deadlines;

/// <summary>What is due.</summary>
public enum DeadlineKind
{
    /// <summary>A duty to tell somebody something.</summary>
    Notice,

    /// <summary>A limited notice is to be looked at again.</summary>
    LimitedReview,

    /// <summary>An oral decision is to be in writing.</summary>
    InWriting,

    /// <summary>An instrument ends.</summary>
    InstrumentEnds,

    /// <summary>A consent ends.</summary>
    ConsentEnds,

    /// <summary>What was collected is to be looked at.</summary>
    Evaluation,

    /// <summary>What was collected is to be deleted.</summary>
    Deletion,

    /// <summary>The public is to be given a summary.</summary>
    Summary,
}

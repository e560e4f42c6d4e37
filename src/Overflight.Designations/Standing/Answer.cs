namespace Overflight.Designations.Standing;

/// <summary>An answer that may be that nobody here knows.</summary>
public enum Answer
{
    /// <summary>The data do not say.</summary>
    Unknown,

    /// <summary>Yes, by what is named beside it.</summary>
    Yes,

    /// <summary>No, by what is named beside it.</summary>
    No,
}

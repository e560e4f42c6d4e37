namespace Overflight.Misb.Diagnosis;

/// <summary>How much a finding matters to who reads the stream.</summary>
public enum FindingGrade
{
    /// <summary>A reader that goes by the standard is misled, or loses data.</summary>
    Error,

    /// <summary>The stream breaks its standard; a forgiving reader gets it right.</summary>
    Warning,

    /// <summary>Worth knowing; nothing is broken.</summary>
    Note,
}

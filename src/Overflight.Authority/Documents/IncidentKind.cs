namespace Overflight.Authority.Documents;

/// <summary>Kinds of incidents that open a duty to tell.</summary>
public enum IncidentKind
{
    /// <summary>The aircraft was lost.</summary>
    Crash,

    /// <summary>The link to it was lost.</summary>
    LostLink,

    /// <summary>It left its route in an emergency.</summary>
    EmergencyDiversion,

    /// <summary>An act that the law does not allow.</summary>
    UnlawfulAct,
}

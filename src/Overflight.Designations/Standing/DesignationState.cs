namespace Overflight.Designations.Standing;

/// <summary>
/// A step in the life of a designation. 8 U.S.C. 1189(a) knows a decision, its publication in the Federal Register, on which it takes effect,
/// amendment (a)(4)(B) and revocation (a)(5)-(6). A draft is a designation that somebody means to make.
/// </summary>
public enum DesignationState
{
    /// <summary>To be designated. Authorises nothing.</summary>
    Draft,

    /// <summary>Decided by who decides, and not in effect yet.</summary>
    Decided,

    /// <summary>Made known, and not in effect yet.</summary>
    Announced,

    /// <summary>In effect; listed.</summary>
    Effective,

    /// <summary>In effect, with names or terms changed.</summary>
    Amended,

    /// <summary>No longer in effect.</summary>
    Revoked,
}

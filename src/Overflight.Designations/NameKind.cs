namespace Overflight.Designations;

/// <summary>How a name belongs to its entry.</summary>
public enum NameKind
{
    /// <summary>The name that the list leads with.</summary>
    Primary,

    /// <summary>a.k.a.</summary>
    AlsoKnownAs,

    /// <summary>f.k.a.</summary>
    FormerlyKnownAs,

    /// <summary>n.k.a.</summary>
    NowKnownAs,
}

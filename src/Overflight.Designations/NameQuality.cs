namespace Overflight.Designations;

/// <summary>How good the list says that a name is for finding the entry.</summary>
public enum NameQuality
{
    /// <summary>The list does not say.</summary>
    Unstated,

    /// <summary>A strong alias.</summary>
    Good,

    /// <summary>A weak alias: broad or short. OFAC's CSV has these in remarks, between apostrophes.</summary>
    Low,
}

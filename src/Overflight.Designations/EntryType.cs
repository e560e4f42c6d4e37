namespace Overflight.Designations;

/// <summary>What a list says an entry is.</summary>
public enum EntryType
{
    /// <summary>An organisation; OFAC's CSV writes no type for these.</summary>
    Entity,

    /// <summary>A natural person.</summary>
    Individual,

    /// <summary>A ship.</summary>
    Vessel,

    /// <summary>An aircraft.</summary>
    Aircraft,
}

namespace Overflight.Feeds.Asterix;

/// <summary>The structures that data items have.</summary>
internal enum ItemShape : byte
{
    /// <summary>Always the same length.</summary>
    Fixed,

    /// <summary>Goes on while a bit says so.</summary>
    Extended,

    /// <summary>Goes on as often as a count says.</summary>
    Repetitive,

    /// <summary>As long as its first octet says.</summary>
    Explicit,

    /// <summary>Subfields, present as bits say.</summary>
    Compound,
}

namespace Overflight.Feeds.ModeS;

/// <summary>How sure the register of a Comm-B reply is. The reply itself does not say which register was asked for.</summary>
public enum CommBConfidence : byte
{
    /// <summary>No register fits, or the message is no Comm-B reply.</summary>
    None,

    /// <summary>All 56 bits are zero: a register that the aircraft does not fill.</summary>
    Empty,

    /// <summary>Several registers fit about as well.</summary>
    Ambiguous,

    /// <summary>One register fits by its own form; nothing else known of the aircraft speaks for or against it.</summary>
    Form,

    /// <summary>One register fits, and what it says agrees with what the aircraft says elsewhere.</summary>
    CrossChecked,

    /// <summary>The register's number stands in the message.</summary>
    Numbered,
}

namespace Overflight.Feeds.ModeS;

/// <summary>What a message's parity says of it.</summary>
public enum ParityStatus : byte
{
    /// <summary>A Mode A/C reply has none.</summary>
    None,

    /// <summary>The parity is right, and the address stands in the message (DF 11, 17, 18).</summary>
    Ok,

    /// <summary>The address was taken out of the parity and is one heard lately in messages that are <see cref="Ok"/>.</summary>
    Recovered,

    /// <summary>One bit was turned over to make the parity right; only where asked for, and only for addresses heard lately.</summary>
    Corrected,

    /// <summary>The parity holds an address, or an interrogator's code, that nothing else confirms: the message may be damaged.</summary>
    Unconfirmed,

    /// <summary>The parity is wrong, or the length does not fit the format.</summary>
    Bad,
}

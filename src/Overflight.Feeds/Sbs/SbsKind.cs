namespace Overflight.Feeds.Sbs;

/// <summary>The kinds of line.</summary>
internal enum SbsKind : byte
{
    /// <summary>None that is known.</summary>
    Other,

    /// <summary>MSG: what an aircraft sent; MLAT, the same from multilateration.</summary>
    Message,

    /// <summary>SEL, ID, AIR: an aircraft was selected, named or met; these carry a call sign.</summary>
    Identity,

    /// <summary>STA, CLK: an aircraft's status changed, the user clicked.</summary>
    Service,
}

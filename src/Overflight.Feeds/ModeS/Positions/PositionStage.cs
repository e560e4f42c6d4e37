namespace Overflight.Feeds.ModeS;

/// <summary>How sure an aircraft's place is.</summary>
internal enum PositionStage : byte
{
    /// <summary>No place.</summary>
    Unknown,

    /// <summary>One pair of codes gave a place that no other pair has confirmed.</summary>
    Tentative,

    /// <summary>Two pairs without a code in common agree; single codes are decoded near the last place.</summary>
    Established,
}

namespace Overflight.Sorties.Autopilot;

/// <summary>How far an approach is.</summary>
internal enum ApproachPhase
{
    /// <summary>On the way to where the final begins.</summary>
    Inbound,

    /// <summary>Circling there to lose height.</summary>
    Descending,

    /// <summary>On the glide path.</summary>
    Final,
}

namespace Overflight.Sorties.Routes;

/// <summary>How a waypoint is passed (ICAO Doc 8168, volume I, part III).</summary>
public enum TurnKind
{
    /// <summary>The turn begins before it, so as to end on the next leg.</summary>
    FlyBy,

    /// <summary>The turn begins at it.</summary>
    FlyOver,
}

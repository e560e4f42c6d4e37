namespace Overflight.Scenery.Turret;

/// <summary>What a turret is about.</summary>
public enum TurretMode
{
    /// <summary>Turned to its rest, not looking.</summary>
    Stow,

    /// <summary>Holding a place on the ground.</summary>
    Stare,

    /// <summary>Holding a direction against north and the horizon.</summary>
    Direction,

    /// <summary>Sweeping to and fro, through a sector or along a strip.</summary>
    Scan,

    /// <summary>Holding a place on the ground that moves at a given velocity. It is a place, not an object.</summary>
    TrackPoint,

    /// <summary>Turning at a given rate.</summary>
    Rate,
}

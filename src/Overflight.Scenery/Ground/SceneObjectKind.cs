namespace Overflight.Scenery.Ground;

/// <summary>What moves in the scene. There are no persons in it.</summary>
public enum SceneObjectKind
{
    /// <summary>A car.</summary>
    Car,

    /// <summary>A pickup or van.</summary>
    Pickup,

    /// <summary>A lorry.</summary>
    Truck,

    /// <summary>An open boat.</summary>
    Boat,

    /// <summary>A fishing vessel.</summary>
    FishingVessel,

    /// <summary>A merchant ship.</summary>
    Ship,
}

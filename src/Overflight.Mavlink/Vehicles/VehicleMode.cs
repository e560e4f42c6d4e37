namespace Overflight.Mavlink.Vehicles;

/// <summary>How a vehicle flies, whatever its autopilot calls it.</summary>
public enum VehicleMode
{
    /// <summary>None of those below.</summary>
    Other,
    /// <summary>By hand.</summary>
    Manual,
    /// <summary>Takes off.</summary>
    TakeOff,
    /// <summary>Stays: hovers or circles where it is.</summary>
    Hold,
    /// <summary>Flies the mission.</summary>
    Mission,
    /// <summary>Flies to places that it is told.</summary>
    Guided,
    /// <summary>Circles a place that it was told.</summary>
    Orbit,
    /// <summary>Returns home.</summary>
    Return,
    /// <summary>Lands.</summary>
    Land,
}

namespace Overflight.Mavlink.Vehicles;

/// <summary>Which speed is changed.</summary>
public enum SpeedKind
{
    /// <summary>Airspeed.</summary>
    Air,
    /// <summary>Ground speed.</summary>
    Ground,
    /// <summary>Rate of climb.</summary>
    Climb,
    /// <summary>Rate of descent.</summary>
    Descent,
}

namespace Overflight.Sorties.Flight;

/// <summary>What holds the aircraft up.</summary>
public enum FlightPhase
{
    /// <summary>Standing on the ground, engine stopped.</summary>
    Parked,

    /// <summary>Rolling to take off.</summary>
    TakeOffRoll,

    /// <summary>In the air.</summary>
    Airborne,

    /// <summary>Rolling out after touch-down.</summary>
    RollOut,
}

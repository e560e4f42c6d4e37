namespace Overflight.Authority.Rules;

/// <summary>When a sortie is judged.</summary>
public enum DecisionStage
{
    /// <summary>When it is planned.</summary>
    Plan,

    /// <summary>Before the aircraft is armed to fly: the same plan, by the papers as they stand then.</summary>
    Arming,

    /// <summary>In the air, on the track so far.</summary>
    InFlight,

    /// <summary>Afterwards, on the whole track.</summary>
    Flown,
}

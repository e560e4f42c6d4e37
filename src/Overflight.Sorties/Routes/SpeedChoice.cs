namespace Overflight.Sorties.Routes;

/// <summary>How fast a leg is flown.</summary>
public enum SpeedChoice
{
    /// <summary>The type's cruise.</summary>
    Cruise,

    /// <summary>Just above the speed of least fuel a second.</summary>
    Loiter,

    /// <summary>The speed of least fuel a metre in still air.</summary>
    Farthest,

    /// <summary>The greatest that power and limits allow.</summary>
    Dash,
}

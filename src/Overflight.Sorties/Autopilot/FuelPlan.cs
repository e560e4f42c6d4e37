namespace Overflight.Sorties.Autopilot;

/// <summary>What fuel must be left, and what happens when it is.</summary>
public sealed record FuelPlan
{
    /// <summary>Loiter minutes that must be left on arrival.</summary>
    public double ReserveMinutes { get; init; } = 45;

    /// <summary>
    /// Whether the flight may go on past the point of no return to land at an alternate. If not, it turns home at that point.
    /// </summary>
    public bool MayEndAtAlternate { get; init; }

    /// <summary>Whether it only says so and flies on until told otherwise.</summary>
    public bool WarnOnly { get; init; }
}

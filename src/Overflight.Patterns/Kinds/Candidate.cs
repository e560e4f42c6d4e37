namespace Overflight.Patterns.Kinds;

/// <summary>A stretch that looks like something.</summary>
/// <param name="Kind">Like what.</param>
/// <param name="First">The first fix.</param>
/// <param name="Last">The last fix.</param>
/// <param name="Score">How well, 0 to 1.</param>
/// <param name="Seconds">The time that its fixes stand for.</param>
/// <param name="Turns">Turns made; NaN where that is not what it is.</param>
/// <param name="Speed">Mean speed, metres a second.</param>
internal readonly record struct Candidate(FlightKind Kind, int First, int Last, double Score, double Seconds, double Turns, double Speed)
{
    /// <summary>Shapes with a name come before those without.</summary>
    public bool IsShaped => Kind != FlightKind.Loiter;

    /// <summary>What says most comes first: it lasts long and is borne out well.</summary>
    public double Rank => Score * Score * Seconds;
}

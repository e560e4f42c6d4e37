namespace Overflight.Planning.Tasks;

/// <summary>What limits a sensor's sight.</summary>
/// <param name="MostSlantRangeMetres">The air lets it see no farther, metres.</param>
/// <param name="LeastGrazingDegrees">The flattest line of sight at the ground that shows anything, degrees.</param>
public sealed record TaskSensor(double MostSlantRangeMetres = 100_000, double LeastGrazingDegrees = 3)
{
    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>Its kind, such as "eo-ir".</summary>
    public required string Kind { get; init; }

    /// <summary>The narrowest field of view across, degrees.</summary>
    public required double NarrowestFieldOfViewDegrees { get; init; }

    /// <summary>Pixels across.</summary>
    public required int PixelsAcross { get; init; }
}

namespace Overflight.Planning.Tasks;

/// <summary>What limits a sensor's sight.</summary>
public sealed record TaskSensor
{
    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>Its kind, such as "eo-ir".</summary>
    public required string Kind { get; init; }

    /// <summary>The narrowest field of view across, degrees.</summary>
    public required double NarrowestFieldOfViewDegrees { get; init; }

    /// <summary>Pixels across.</summary>
    public required int PixelsAcross { get; init; }

    /// <summary>The air lets it see no farther, metres.</summary>
    public double MostSlantRangeMetres { get; init; } = 100_000;

    /// <summary>The flattest line of sight at the ground that shows anything, degrees.</summary>
    public double LeastGrazingDegrees { get; init; } = 3;
}

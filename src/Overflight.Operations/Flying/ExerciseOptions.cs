using Overflight.Scenery.Video;

namespace Overflight.Operations.Flying;

/// <summary>What an exercise leaves where.</summary>
public sealed record ExerciseOptions
{
    /// <summary>The folder: <c>adsb.beast</c>, <c>telemetry/</c>, <c>papers/</c>.</summary>
    public required string Folder { get; init; }

    /// <summary>Makes the video of an aircraft's sensor; null where there is none.</summary>
    public Func<string, SensorVideo?>? VideoOf { get; init; }

    /// <summary>Name of an aircraft that a ground station flies: it stands until that arms it and sends it off; null for none.</summary>
    public string? FlownByLink { get; init; }

    /// <summary>Whether every aircraft that carries a turret has it work, not only those whose scenario points it.</summary>
    public bool WithAllSensors { get; init; }
}

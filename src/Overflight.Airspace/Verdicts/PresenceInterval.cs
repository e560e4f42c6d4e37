using Overflight.Geodesy;

namespace Overflight.Airspace.Verdicts;

/// <summary>One stretch of time inside, or possibly inside.</summary>
public sealed record PresenceInterval
{
    /// <summary>Whether presence is certain at some time of it.</summary>
    public required bool IsCertain { get; init; }

    /// <summary>When it began. Earliest is null where the track begins inside.</summary>
    public required TimeBounds Enter { get; init; }

    /// <summary>When it ended. Latest is null where the track ends inside.</summary>
    public required TimeBounds Exit { get; init; }

    /// <summary>The greatest depth at a fix, metres; null where no fix lies inside.</summary>
    public double? DeepestMetres { get; init; }

    /// <summary>Where that was.</summary>
    public GeoPoint? DeepestPlace { get; init; }

    /// <summary>The likely place of entry, on the straight path.</summary>
    public GeoPoint? EnterPlace { get; init; }

    /// <summary>The likely place of exit.</summary>
    public GeoPoint? ExitPlace { get; init; }

    /// <summary>Index in the flight's track of the last fix before it that is certainly outside, or of its first fix.</summary>
    public required int FirstFix { get; init; }

    /// <summary>Index of the first fix after it that is certainly outside, or of its last fix.</summary>
    public required int LastFix { get; init; }

    /// <summary>Whether it rests on the speed bound and the map alone: the line separates two fixes that are both outside.</summary>
    public bool IsForced { get; init; }

    /// <summary>Silences within it that were long enough to leave and come back: pairs of fix indexes.</summary>
    public IReadOnlyList<(int FirstFix, int SecondFix)> MayHaveLeft { get; init; } = [];

    /// <summary>Where presence is only possible: a place and time that show it.</summary>
    public Witness? Witness { get; init; }
}

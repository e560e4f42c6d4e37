using Overflight.Tracks;

namespace Overflight.Airspace.Verdicts;

/// <summary>Whether one flight was in one airspace, with all that the answer rests on.</summary>
public sealed record AirspaceVerdict
{
    /// <summary>The airspace: an ISO 3166 alpha-3 code or a zone's name.</summary>
    public required string Airspace { get; init; }

    /// <summary>The answer.</summary>
    public required AirspaceVerdictKind Kind { get; init; }

    /// <summary>Presence, certain or possible, in time order.</summary>
    public required IReadOnlyList<PresenceInterval> Intervals { get; init; }

    /// <summary>
    /// V*: the lowest speed at which entry becomes possible, knots; 0 where a fix lies within its own radius of the airspace;
    /// null where the flight entered, or no speed could do it.
    /// </summary>
    public double? SpeedToEnterKnots { get; init; }

    /// <summary>The two fixes between which V* applies, by index in the flight's track.</summary>
    public (int FirstFix, int SecondFix)? SpeedToEnterLeg { get; init; }

    /// <summary>For <see cref="AirspaceVerdictKind.CannotBeRuledOut"/>: a place and a time that show it.</summary>
    public Witness? Witness { get; init; }

    /// <summary>Probability of having been inside, where it is a matter of metres; null otherwise.</summary>
    public double? Probability { get; init; }

    /// <summary>Greatest depth at a fix, metres, to within half a percent or 20 m; null where none was inside.</summary>
    public double? DeepestMetres { get; init; }

    /// <summary>Least distance of a fix outside, metres; null where presence is certain.</summary>
    public double? ClosestMetres { get; init; }

    /// <summary>The fixes and edges that decide.</summary>
    public required IReadOnlyList<DecidingFact> DecidedBy { get; init; }

    /// <summary>The speed bound used.</summary>
    public required SpeedBound Speed { get; init; }

    /// <summary>Least and greatest radius of the fixes used, metres.</summary>
    public required (double Least, double Greatest) RadiiMetres { get; init; }

    /// <summary>Name of the boundary set used.</summary>
    public required string BoundarySet { get; init; }

    /// <summary>What the second boundary set answers; null where it has no such claim.</summary>
    public SecondOpinion? SecondSet { get; init; }

    /// <summary>What the answer would be if the fixes set aside were believed; null where none were set aside.</summary>
    public AirspaceVerdictKind? WithSetAside { get; init; }

    /// <summary>The State's claim to airspace beyond its territorial sea, where the flight came within it but did not enter the latter.</summary>
    public AirspaceBreadth? WithinClaimedBreadth { get; init; }

    /// <summary>The time covered: before and after it nothing is said.</summary>
    public required (UtcInstant From, UtcInstant To) Covered { get; init; }
}

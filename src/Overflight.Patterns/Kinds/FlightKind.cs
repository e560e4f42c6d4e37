namespace Overflight.Patterns.Kinds;

/// <summary>What an aircraft did for a while, by the shape of its track.</summary>
public enum FlightKind : byte
{
    /// <summary>It went from one place to another.</summary>
    Transit = 0,

    /// <summary>It went round a place, which may itself have moved.</summary>
    Orbit,

    /// <summary>It went up and down beside a line, turning the same way at both ends.</summary>
    Racetrack,

    /// <summary>It went round one place and then, the other way, round a place beside it, again and again.</summary>
    FigureEight,

    /// <summary>It flew parallel lines side by side: a ladder, a survey grid.</summary>
    Ladder,

    /// <summary>It stayed about a place without a shape that has a name.</summary>
    Loiter,

    /// <summary>It climbed in small circles without need of an engine.</summary>
    ThermalCircling,

    /// <summary>It waited, as aircraft on their way to land do: few laps of few minutes each at an airliner's pace.</summary>
    Holding,

    /// <summary>It flew lines to and from one point and arcs about it, as those do who calibrate navigation aids.</summary>
    Calibration,

    /// <summary>It flew a figure that does not repeat itself.</summary>
    Drawing,
}

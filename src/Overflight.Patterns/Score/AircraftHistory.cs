namespace Overflight.Patterns.Score;

/// <summary>
/// How one aircraft flew over a set of flights, in the columns of the study by BuzzFeed News (2017): shares of its flights by
/// duration and area, shares of its observations by speed, altitude and turn. The bin edges are in <see cref="HistoryBins"/>.
/// </summary>
public sealed record AircraftHistory
{
    /// <summary>Shares of flights in five classes of duration, shortest first; they add up to 1.</summary>
    public required IReadOnlyList<double> DurationShares { get; init; }

    /// <summary>Shares of flights in five classes of the area of their bounding box, smallest first; they add up to 1.</summary>
    public required IReadOnlyList<double> AreaShares { get; init; }

    /// <summary>Shares of observations in five classes of ground speed, slowest first; they add up to 1.</summary>
    public required IReadOnlyList<double> SpeedShares { get; init; }

    /// <summary>Shares of observations in five classes of altitude, lowest first; they add up to 1.</summary>
    public required IReadOnlyList<double> AltitudeShares { get; init; }

    /// <summary>Shares of observations in eight classes of turn since the one before, hardest left first; they add up to at most 1.</summary>
    public required IReadOnlyList<double> TurnShares { get; init; }

    /// <summary>How many flights.</summary>
    public required int Flights { get; init; }

    /// <summary>How many observations.</summary>
    public required int Observations { get; init; }

    /// <summary>The Mode A code used most, its four octal digits read as a decimal number; 0 where none is known.</summary>
    public int Squawk { get; init; }

    /// <summary>ICAO type designator (Doc 8643), or empty.</summary>
    public string TypeDesignator { get; init; } = "";

    /// <summary>The usual time between observations, seconds; NaN where it is not known.</summary>
    public double MedianSpacingSeconds { get; init; } = double.NaN;
}

using System.Globalization;

namespace Overflight.Patterns.Score;

/// <summary>The words of reasons: what was seen, never what it means.</summary>
internal static class ReasonText
{
    /// <summary>A sentence on a topic with the history's own figures.</summary>
    public static string Of(string topic, AircraftHistory h) => topic switch
    {
        FeatureTopics.LeftTurns => $"{Percent(h.TurnShares[0] + h.TurnShares[1])} of observations in a left turn of over 10° since the one before, {Percent(h.TurnShares[6] + h.TurnShares[7])} in a right turn of over 22°",
        FeatureTopics.RightTurns => $"{Percent(h.TurnShares[6] + h.TurnShares[7])} of observations in a right turn of over 22°",
        FeatureTopics.Straight => $"{Percent(h.TurnShares[3] + h.TurnShares[4])} of observations straight ahead within 1°",
        FeatureTopics.Circling => $"{Percent(h.TurnShares[0] + h.TurnShares[1] + h.TurnShares[6] + h.TurnShares[7])} of observations in a hard turn, {Percent(Math.Max(0, 1 - h.TurnShares.Sum()))} through north",
        FeatureTopics.Duration => $"{Percent(h.DurationShares[4])} of flights over {Edge(HistoryBins.DurationMinutes, 3)} minutes, {Percent(h.DurationShares[0])} under {Edge(HistoryBins.DurationMinutes, 0)}",
        FeatureTopics.Area => $"{Percent(h.AreaShares[0] + h.AreaShares[1])} of flights within {Edge(HistoryBins.AreaSquareKilometres, 1)} km², {Percent(h.AreaShares[4])} over {Edge(HistoryBins.AreaSquareKilometres, 3)} km²",
        FeatureTopics.Speed => $"{Percent(h.SpeedShares[0] + h.SpeedShares[1])} of observations slower than {Edge(HistoryBins.SpeedKnots, 1)} kt, {Percent(h.SpeedShares[4])} faster than {Edge(HistoryBins.SpeedKnots, 3)} kt",
        FeatureTopics.Altitude => $"{Percent(h.AltitudeShares[0])} of observations under {Edge(HistoryBins.AltitudeFeet, 0)} ft, {Percent(h.AltitudeShares[2] + h.AltitudeShares[3])} at {Edge(HistoryBins.AltitudeFeet, 1)} to {Edge(HistoryBins.AltitudeFeet, 3)} ft",
        FeatureTopics.Volume => string.Create(CultureInfo.InvariantCulture, $"{h.Observations} observations in {h.Flights} flights"),
        FeatureTopics.Squawk => h.Squawk == 0
            ? "no Mode A code known"
            : string.Create(CultureInfo.InvariantCulture, $"Mode A code {h.Squawk:0000} used most{(ReservedSquawks.IsLawEnforcement(h.Squawk) ? ", which the United States reserve for law enforcement" : "")}"),
        FeatureTopics.Type => h.TypeDesignator.Length > 0 ? $"type {h.TypeDesignator}" : "type unknown",
        _ => throw new ArgumentOutOfRangeException(nameof(topic), topic, "no words for it"),
    };

    private static string Percent(double share) => string.Create(CultureInfo.InvariantCulture, $"{share * 100:0.#} %");

    private static string Edge(ReadOnlySpan<double> breaks, int at) => breaks[at].ToString("0", CultureInfo.InvariantCulture);
}

using System.Globalization;

namespace Overflight.Patterns.Score;

/// <content>From a history to a score with its reasons.</content>
public sealed partial class SurveillanceModel
{
    /// <summary>The study took only aircraft with at least so many observations.</summary>
    public const int FullObservations = 500;

    /// <summary>A tenth of the study's aircraft had fewer flights than this.</summary>
    public const int FullFlights = 8;

    /// <summary>Over this spacing turns are too coarse to be compared with the study's, which were some 10 s apart, seconds.</summary>
    public const double CoarseSpacingSeconds = 30;

    /// <summary>Scores a history.</summary>
    /// <exception cref="ArgumentException">A column has the wrong number of classes, or a share is no number from 0 to 1.</exception>
    public SurveillanceScore Score(AircraftHistory history)
    {
        ArgumentNullException.ThrowIfNull(history);
        HistoryCheck.Throw(history);
        var row = _features.Row(history);
        var contributions = new double[row.Length];
        var baseLogit = Logistic.Logit(BaseRate);
        var rest = Explain(row, contributions) - baseLogit;
        var evidence = EvidenceOf(history);
        var logit = rest + contributions.Sum();
        return new SurveillanceScore
        {
            Score = Logistic.Probability(baseLogit + evidence * logit),
            ModelProbability = Logistic.Probability(baseLogit + logit),
            BaseRate = BaseRate,
            Evidence = evidence,
            Flights = history.Flights,
            Observations = history.Observations,
            UsesReservedSquawks = _features.UsesAllColumns,
            Reasons = ReasonsOf(history, contributions),
            RestLogit = rest,
            Cautions = [.. CautionsOf(history)],
        };
    }

    /// <summary>Grows from 0 to 1 with flights and observations: the lesser of their shares of what the study had of an aircraft, its root taken.</summary>
    internal static double EvidenceOf(AircraftHistory history) =>
        Math.Sqrt(Math.Min(Math.Min(history.Flights / (double)FullFlights, history.Observations / (double)FullObservations), 1));

    private ScoreReason[] ReasonsOf(AircraftHistory history, double[] contributions) =>
    [
        .. _features.Features
            .Select((f, i) => (f.Topic, f.Kind, Logit: contributions[i]))
            .GroupBy(f => (f.Topic, f.Kind))
            .Select(g => new ScoreReason(g.Key.Kind, ReasonText.Of(g.Key.Topic, history), g.Sum(f => f.Logit)))
            .OrderBy(r => r.Kind == ReasonKind.Behaviour ? 0 : 1)
            .ThenByDescending(r => Math.Abs(r.Logit)),
    ];

    private static IEnumerable<string> CautionsOf(AircraftHistory history)
    {
        if (history.Flights < FullFlights)
            yield return string.Create(CultureInfo.InvariantCulture, $"{history.Flights} {(history.Flights == 1 ? "flight is" : "flights are")} little evidence; the score is drawn towards the base rate");
        if (history.Observations < FullObservations)
            yield return string.Create(CultureInfo.InvariantCulture, $"observations: {history.Observations}, fewer than the {FullObservations} that every aircraft of the study had");
        if (history.MedianSpacingSeconds > CoarseSpacingSeconds)
            yield return string.Create(CultureInfo.InvariantCulture, $"observations are {history.MedianSpacingSeconds:0} s apart; turns between them are larger than those the model learned from");
    }
}

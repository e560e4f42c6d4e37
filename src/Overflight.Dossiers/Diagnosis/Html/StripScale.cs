using Overflight.Dossiers.Map;

namespace Overflight.Dossiers.Diagnosis.Html;

/// <summary>The upright scale of a strip.</summary>
/// <param name="Part">From a value to 0 at the lower edge and 1 at the upper.</param>
/// <param name="Ticks">Values worth a line, with their labels.</param>
internal sealed record StripScale(Func<double, double> Part, IReadOnlyList<(double Value, string Label)> Ticks)
{
    private const double Margin = 0.12;

    /// <summary>Metres by powers of ten.</summary>
    public static StripScale OfDistances(IEnumerable<double> metres)
    {
        var scale = new LogScale(metres);
        return new StripScale(m => 0.04 + 0.92 * scale.Part(m), [.. scale.Ticks(3)]);
    }

    /// <summary>Seconds, even; at least so high that rounding is not drawn as if it were something.</summary>
    public static StripScale OfSeconds(double least, double greatest, double atLeast)
    {
        var spare = Math.Max(0, atLeast - (greatest - least)) / 2;
        var (low, high) = (least - spare, greatest + spare);
        var margin = Margin * (high - low);
        (low, high) = (low - margin, high + margin);
        var step = NiceStep.AtMost((high - low) / 1.3);
        var ticks = new List<(double, string)>();
        for (var at = Math.Ceiling(low / step); at * step <= high && ticks.Count < 8; at++)
            ticks.Add((at * step, DiagnosisWords.Seconds(at * step)));
        return new StripScale(s => (s - low) / (high - low), ticks);
    }

    /// <summary>Seconds from 0 to a top, where longer ones are cut.</summary>
    public static StripScale OfIntervals(double top, IReadOnlyList<double> ticks) =>
        new(s => Math.Clamp(s / top, 0, 1), [.. ticks.Select(t => (t, DiagnosisWords.Seconds(t)))]);
}

using System.Globalization;
using Overflight.Tracks;

namespace Overflight.Dossiers.Html;

/// <summary>
/// The time that every picture of a flight shares, as parts of a hundred of its width, a little wider than what the track
/// covers, so that its ends can be seen.
/// </summary>
internal sealed class TimeAxis
{
    private const double Padding = 0.025;
    private const double MostTicks = 8;

    private static readonly double[] StepsSeconds = [10, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 10800, 21600, 43200, 86400];

    public TimeAxis(UtcInstant start, UtcInstant end)
    {
        (Start, End) = (start, end);
        var padding = Math.Max(10, Padding * end.SecondsSince(start));
        From = start.AddSeconds(-padding);
        To = end.AddSeconds(padding);
    }

    /// <summary>The first fix.</summary>
    public UtcInstant Start { get; }

    /// <summary>The last fix.</summary>
    public UtcInstant End { get; }

    public UtcInstant From { get; }

    public UtcInstant To { get; }

    public double At(UtcInstant time) => Math.Clamp(100 * time.SecondsSince(From) / To.SecondsSince(From), 0, 100);

    /// <summary>Round times along the axis; every second one can be left out on a narrow screen.</summary>
    public IEnumerable<(double At, string Label, bool IsMinor)> Ticks()
    {
        var span = To.SecondsSince(From);
        var step = (long)(1e6 * StepsSeconds.FirstOrDefault(s => span / s <= MostTicks, 86400 * Math.Ceiling(span / 86400 / MostTicks)));
        for (var at = (From.Microseconds + step - 1) / step * step; at <= To.Microseconds; at += step)
        {
            var time = new UtcInstant(at);
            var format = step < 60_000_000 ? "HH:mm:ss" : step < 86_400_000_000 ? "HH:mm" : "d MMM";
            if (At(time) is > 1.5 and < 98)
                yield return (At(time), time.ToDateTimeOffset().ToString(format, CultureInfo.InvariantCulture), at / step % 2 != 0);
        }
    }

    /// <summary>Fine lines at the ticks.</summary>
    public void WriteGrid(MarkupWriter markup)
    {
        foreach (var (at, _, _) in Ticks())
            markup.Void("line", ("class", "tick"), ("x1", MarkupWriter.Percent(at)), ("x2", MarkupWriter.Percent(at)), ("y1", "0"), ("y2", "100%"));
    }

    /// <summary>A row with the times.</summary>
    public void WriteLabels(MarkupWriter markup)
    {
        using (markup.Element("div", ("class", "row times"), ("aria-hidden", "true")))
        {
            markup.Leaf("div", "UTC", ("class", "who"));
            using (markup.Element("svg", ("class", "plot")))
                foreach (var (at, label, isMinor) in Ticks())
                    markup.Leaf("text", label, ("class", isMinor ? "wide" : ""), ("x", MarkupWriter.Percent(at)), ("y", "13"), ("text-anchor", "middle"));
        }
        markup.Line();
    }
}

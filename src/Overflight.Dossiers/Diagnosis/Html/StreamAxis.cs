using Overflight.Dossiers.Html;
using Overflight.Dossiers.Map;
using Overflight.Misb.Diagnosis;

namespace Overflight.Dossiers.Diagnosis.Html;

/// <summary>What the strips of a stream share: presentation time where packets have one, else their own time where it runs on, else their number.</summary>
internal sealed class StreamAxis
{
    private const double TicksPerSecond = 90_000;
    private const double LongestSeconds = 7 * 86_400;
    // To the right the labels of levels have their room.
    private const double LeftPart = 0.015;
    private const double RightPart = 0.085;

    private static readonly double[] s_steps = [20, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 10800, 21600, 43200, 86400];

    private readonly AxisKind _kind;
    private readonly long _pts;
    private readonly ulong _time;

    public StreamAxis(DiagnosisSeries series)
    {
        _pts = series.Packets.Select(p => p.Pts).Concat(series.Stamps.Select(s => s.Pts)).Where(p => p is not null).Min() ?? 0;
        var times = series.Packets.Select(p => p.Time).ToList();
        _time = times.Count > 0 ? times[0] ?? 0 : 0;
        _kind = 2 * series.Packets.Count(p => p.Pts is not null) >= series.Packets.Count ? AxisKind.PresentationTime
            : RunsOn(times) ? AxisKind.PacketTime : AxisKind.PacketNumber;
        Length = Math.Max(1e-3, series.Packets.Select(Of).Concat(series.Stamps.Select(Of)).Concat(series.Clocks.Select(Of)).Max() ?? 0);
    }

    /// <summary>Seconds, or packets.</summary>
    public double Length { get; }

    public AxisKind Kind => _kind;

    public double? Of(PacketPoint packet) => _kind switch
    {
        AxisKind.PresentationTime => packet.Pts is { } pts ? (pts - _pts) / TicksPerSecond : null,
        AxisKind.PacketTime => (packet.Time - _time) / 1e6,
        _ => packet.Number,
    };

    public double? Of(StampPoint stamp) => _kind == AxisKind.PacketNumber || stamp.Pts is not { } pts ? null : (pts - _pts) / TicksPerSecond;

    public double? Of(ClockPoint clock) => _kind == AxisKind.PacketNumber ? null : clock.Seconds;

    /// <summary>Parts of a hundred of the width.</summary>
    public double At(double value) => 100 * (LeftPart + (1 - LeftPart - RightPart) * Math.Clamp(value / Length, 0, 1));

    public void WriteGrid(MarkupWriter markup)
    {
        foreach (var (at, _, _) in Ticks())
            markup.Void("line", ("class", "tick"), ("x1", MarkupWriter.Percent(at)), ("x2", MarkupWriter.Percent(at)), ("y1", "0"), ("y2", "100%"));
    }

    public void WriteLabels(MarkupWriter markup)
    {
        using (markup.Element("div", ("class", "row times"), ("aria-hidden", "true")))
        {
            markup.Leaf("div", _kind == AxisKind.PacketNumber ? "packet" : "time", ("class", "who"));
            using (markup.Element("svg", ("class", "plot")))
                foreach (var (at, label, isMinor) in Ticks())
                    markup.Leaf("text", label, ("class", isMinor ? "wide" : ""), ("x", MarkupWriter.Percent(at)), ("y", "13"), ("text-anchor", at < 4 ? "start" : "middle"));
        }
        markup.Line();
    }

    /// <summary>What the axis is, in a sentence.</summary>
    public string Words() => _kind switch
    {
        AxisKind.PresentationTime => "Time from left to right is presentation time, from the first one; clock references are counted from their own first one.",
        AxisKind.PacketTime => "Time from left to right is that of the packets, which have no presentation time; pictures and clock references are counted from their own first one.",
        _ => "Packets are counted from left to right: they have no presentation time, and their own times are missing or do not run on.",
    };

    private IEnumerable<(double At, string Label, bool IsMinor)> Ticks()
    {
        var isLong = _kind != AxisKind.PacketNumber && Length >= 100;
        var step = isLong ? s_steps.FirstOrDefault(s => Length / s <= 8, 86400 * Math.Ceiling(Length / 86400 / 8)) : NiceStep.AtMost(Length / 4);
        if (_kind == AxisKind.PacketNumber)
            step = Math.Max(1, step);
        for (var i = 0; i * step <= Length * 1.0001; i++)
            yield return (At(i * step), Label(i * step, isLong), i % 2 != 0);
    }

    private string Label(double value, bool isLong)
    {
        if (_kind == AxisKind.PacketNumber)
            return Wording.Text($"{value:#,0}");
        if (!isLong)
            return Length < 0.02 ? Wording.Text($"{value * 1000:0.###} ms") : Wording.Text($"{value:0.###} s");
        var whole = (long)Math.Round(value);
        return whole < 3600 && Length < 3600 ? Wording.Text($"{whole / 60}:{whole % 60:00} min") : Wording.Text($"{whole / 3600}:{whole % 3600 / 60:00} h");
    }

    private static bool RunsOn(List<ulong?> times) => times.Count > 0 && times.TrueForAll(t => t is not null)
        && times.Zip(times.Skip(1)).All(pair => pair.First <= pair.Second) && (times[^1] - times[0]) / 1e6 is > 0 and <= LongestSeconds;
}

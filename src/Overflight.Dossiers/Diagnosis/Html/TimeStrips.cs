using Overflight.Misb.Diagnosis;

namespace Overflight.Dossiers.Diagnosis.Html;

/// <summary>
/// The times of packets and pictures less their presentation times. Clocks that are right draw level lines one above the other; one that
/// stands still falls, one that jumps steps, and clocks apart lie apart.
/// </summary>
internal sealed class TimeStrips(StripWriter strips, StreamAxis axis, DiagnosisSeries series)
{
    private const string Name = "Times less presentation time";
    private const double LeastHeightSeconds = 0.02;

    // Where the clocks lie this many times farther apart than either wanders, what they do can only be seen from their own first values.
    private const double FarApart = 8;

    public void Write()
    {
        var packets = series.Packets.Where(p => p is { Pts: not null, Time: not null } && axis.Of(p) is not null)
            .Select(p => (At: axis.At(axis.Of(p)!.Value), Pts: p.Pts!.Value, Time: p.Time!.Value)).ToList();
        var stamps = series.Stamps.Where(s => axis.Of(s) is not null).OrderBy(s => s.Pts)
            .Select(s => (At: axis.At(axis.Of(s)!.Value), Pts: s.Pts!.Value, s.Time)).ToList();
        if (packets.Count + stamps.Count == 0)
        {
            strips.Absent(Name, series.Packets.Count(p => p.Pts is not null) + series.Stamps.Count(s => s.Pts is not null) == 0
                ? "Left out: neither packets nor pictures have both a time and a presentation time."
                : "Left out: nothing that has a presentation time states a time, or it has no place on the axis.");
            return;
        }
        var origin = packets.Count > 0 ? packets[0] : stamps[0];
        var together = new[] { Line("dashed", "pictures", stamps, origin), Line("plain", "packets", packets, origin) }.Where(l => l.Count > 0).ToList();
        Strip(together, packets.Count == 0 ? "; no packet has both times" : stamps.Count == 0 ? "; no picture carries a time" : "", Name);
        if (packets.Count == 0 || stamps.Count == 0)
            return;
        StripLine[] apart = [Line("dashed", "pictures", stamps, stamps[0]), Line("plain", "packets", packets, packets[0])];
        var wander = apart.Max(l => l.Greatest - l.Least);
        if (together.Max(l => l.Greatest) - together.Min(l => l.Least) > FarApart * Math.Max(wander, LeastHeightSeconds))
            Strip(apart, "", "The same, each less its own first");
    }

    private void Strip(IReadOnlyList<StripLine> lines, string missing, string name)
    {
        var range = string.Join("; ", lines.Reverse().Select(l => $"{l.Name} {DiagnosisWords.Seconds(l.Least)} to {DiagnosisWords.Seconds(l.Greatest)}"));
        strips.Lines(name, range + missing, StripScale.OfSeconds(lines.Min(l => l.Least), lines.Max(l => l.Greatest), LeastHeightSeconds), lines);
    }

    private static StripLine Line(string style, string name, List<(double At, long Pts, ulong Time)> points, (double At, long Pts, ulong Time) origin) =>
        new(style, name, points.Select(p => (p.At, (double)((Int128)p.Time - origin.Time) / 1e6 - (p.Pts - origin.Pts) / 90_000.0)));
}

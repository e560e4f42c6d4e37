using Overflight.Dossiers.Html;
using Overflight.Misb.Diagnosis;

namespace Overflight.Dossiers.Diagnosis.Html;

/// <summary>The numbers of a stream, one above the other on one axis.</summary>
internal sealed class StreamStrips(MarkupWriter markup, StreamDiagnosis diagnosis, IReadOnlyList<CentrePlace> places)
{
    public void Write()
    {
        var series = diagnosis.Series;
        if (series.Packets.Count + series.Stamps.Count + series.Clocks.Count == 0)
        {
            markup.Leaf("p", "Nothing to draw: no packet could be read, no picture carries a time, and there are no clock references.", ("class", "empty"));
            return;
        }
        var axis = new StreamAxis(series);
        var strips = new StripWriter(markup, axis);
        using (markup.Element("div", ("class", "strips")))
        {
            Distances(strips, axis);
            new TimeStrips(strips, axis, series).Write();
            new ClockStrip(markup, strips, axis, series.Clocks).Write();
            axis.WriteLabels(markup);
        }
        var thinned = series.Packets.Count < diagnosis.Packets
            ? Wording.Text($" Drawn from {series.Packets.Count:#,0} of {diagnosis.Packets:#,0} packets, evenly taken.") : "";
        markup.Leaf("p", $"{axis.Words()}{thinned} Of values too close to be told apart the least and the greatest are drawn.", ("class", "note"));
    }

    private void Distances(StripWriter strips, StreamAxis axis)
    {
        const string Name = "Computed to stated frame centre";
        var departs = diagnosis.Fit.Reading with { TargetHeights = Misb.Sight.HeightReference.Ellipsoid } != Misb.Sight.PoseReading.Standard;
        var chosen = Line("plain", departs ? "the chosen reading" : "the reading by the standard", axis, p => p.ByChosen);
        var standard = departs ? Line("dashed", "the reading by the standard", axis, p => p.ByStandard) : null;
        var lines = new[] { standard, chosen }.OfType<StripLine>().Where(l => l.Count > 0).ToList();
        if (lines.Count == 0)
        {
            strips.Absent(Name, "Left out: no packet states both a frame centre and what is needed to compute it, or it has no place on the axis.");
            return;
        }
        var range = string.Join("; ", lines.AsEnumerable().Reverse().Select(l => $"{(lines.Count > 1 ? l == chosen ? "chosen " : "by the standard " : "")}{Range(l)}"));
        strips.Lines(Name, range, StripScale.OfDistances(lines.SelectMany(l => l.Values)), lines);
    }

    private StripLine Line(string style, string name, StreamAxis axis, Func<CentrePlace, ComputedCentre?> computed) => new(
        style, name, places.Where(p => axis.Of(p.Packet) is not null).Select(p => (axis.At(axis.Of(p.Packet)!.Value), p.Metres(computed(p)))));

    private static string Range(StripLine line) => double.IsPositiveInfinity(line.Least) ? "never meets the earth"
        : double.IsPositiveInfinity(line.Greatest) ? $"from {DiagnosisWords.Metres(line.Least)}, and past the earth at times"
        : DiagnosisWords.Metres(line.Least) == DiagnosisWords.Metres(line.Greatest) ? DiagnosisWords.Metres(line.Least)
        : $"{DiagnosisWords.Metres(line.Least)} to {DiagnosisWords.Metres(line.Greatest)}";
}

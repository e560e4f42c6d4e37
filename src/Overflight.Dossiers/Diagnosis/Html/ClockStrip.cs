using System.Globalization;
using System.Text;
using Overflight.Dossiers.Html;
using Overflight.Misb.Diagnosis;

namespace Overflight.Dossiers.Diagnosis.Html;

/// <summary>How long each clock reference came after the one before, against the 100 ms that ISO/IEC 13818-1 allows.</summary>
internal sealed class ClockStrip(MarkupWriter markup, StripWriter strips, StreamAxis axis, IReadOnlyList<ClockPoint> clocks)
{
    private const string Name = "Between clock references";
    private const double AllowedSeconds = 0.1;
    private const double GreatestTopSeconds = 1;
    private const int Columns = 480;

    public void Write()
    {
        if (clocks.Count == 0)
        {
            strips.Absent(Name, "Left out: the file has no two clock references (PCR) of one PID; bare KLV never has.");
            return;
        }
        if (axis.Kind == AxisKind.PacketNumber)
        {
            strips.Absent(Name, "Left out: clock references have no place on an axis that counts packets.");
            return;
        }
        var greatest = clocks.Max(c => c.IntervalSeconds);
        var late = clocks.Count(c => c.IntervalSeconds > AllowedSeconds);
        var top = Math.Min(GreatestTopSeconds, Math.Max(0.15, 1.15 * greatest));
        var scale = StripScale.OfIntervals(top, top > 0.6 ? [AllowedSeconds, 0.5] : top > 0.3 ? [AllowedSeconds, 0.3] : [AllowedSeconds]);
        var range = Wording.Text($"{late:#,0} of {clocks.Count:#,0} longer than 100 ms; the longest {DiagnosisWords.Seconds(greatest)}") + (greatest > top ? ", drawn cut" : "");
        strips.Strip(Name, range, scale, [], () =>
        {
            markup.Void("path", ("class", "stem"), ("d", Stems(scale, isLate: false)));
            if (late > 0)
                markup.Void("path", ("class", "stem late"), ("d", Stems(scale, isLate: true)));
            markup.Void("path", ("class", "zero"), ("d", $"M0 {MarkupWriter.Number(100 * (1 - scale.Part(AllowedSeconds)))}H1000"));
        });
    }

    private string Stems(StripScale scale, bool isLate)
    {
        var path = new StringBuilder();
        foreach (var column in clocks.GroupBy(c => (int)(axis.At(c.Seconds) / 100 * Columns)))
        {
            var longest = column.MaxBy(c => c.IntervalSeconds);
            if (longest.IntervalSeconds > AllowedSeconds == isLate)
                path.Append(CultureInfo.InvariantCulture, $"M{10 * axis.At(longest.Seconds):0.#} 100V{100 * (1 - scale.Part(longest.IntervalSeconds)):0.#}");
        }
        return path.ToString();
    }
}

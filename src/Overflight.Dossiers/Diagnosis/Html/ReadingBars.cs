using Overflight.Dossiers.Html;
using Overflight.Misb.Sight;

namespace Overflight.Dossiers.Diagnosis.Html;

/// <summary>How far from the stated frame centre each reading looks: a bar for each, on a scale of powers of ten.</summary>
internal sealed class ReadingBars(MarkupWriter markup)
{
    private const double Bar = 12;
    private const double Whole = 8;

    public void Write(ReadingFit fit)
    {
        if (fit.Candidates.Count == 0)
        {
            markup.Leaf("p", "Nothing could be compared: fewer than three packets state a frame centre and, beside it, where the sensor is and where it looks. The stream is taken by its standard.", ("class", "empty"));
            return;
        }
        var isTurned = fit.Reading.AzimuthOffsetDegrees != 0 || fit.Reading.HeadingOffsetDegrees != 0;
        var scale = new LogScale(fit.Candidates.SelectMany(c => (double[])[c.MedianMetres, c.Metres95]).Append(fit.MedianMetres).Append(fit.Metres95));
        markup.Leaf("p", Sentence(fit), ("class", "says"));
        using (markup.Element("div", ("class", "bars")))
        {
            if (isTurned)
                Row(scale, "the chosen reading", Turned(fit.Reading), fit.MedianMetres, fit.Metres95, "chosen", "chosen, with what is added");
            foreach (var candidate in fit.Candidates)
            {
                var (isStandard, isChosen) = (candidate == fit.Standard, candidate == fit.Chosen);
                var mark = (isStandard, isChosen) switch
                {
                    (true, true) => isTurned ? "by the standard" : "by the standard, and chosen",
                    (true, false) => "by the standard",
                    (false, true) => isTurned ? "chosen, without what is added" : "chosen",
                    _ => "",
                };
                Row(scale, Angles(candidate.Angles), Ground(candidate.Ground), candidate.MedianMetres, candidate.Metres95, isChosen && !isTurned ? "chosen" : isStandard || isChosen ? "standard" : "other", mark);
            }
            Labels(scale);
        }
        markup.Leaf("p", Wording.Text($"Median distance between computed and stated frame centre, of {fit.Candidates[0].Packets:#,0} packets, on a scale of powers of ten; the fine line goes on to where 95 of 100 are nearer. A reading is taken in place of the standard's only where that fits badly and the other at least five times better."), ("class", "note"));
    }

    private void Row(LogScale scale, string angles, string ground, double median, double most, string style, string mark)
    {
        var misses = double.IsPositiveInfinity(median);
        using (markup.Element("div", ("class", "row")))
        {
            using (markup.Element("div", ("class", "who reading")))
            {
                markup.Leaf("b", Wording.Capital(angles));
                markup.Leaf("span", ground, ("class", "value"));
                markup.Leaf("span", mark.Length == 0 ? DiagnosisWords.Metres(median) : $"{DiagnosisWords.Metres(median)} · {mark}", ("class", "value mark"));
            }
            using (markup.Element("svg", ("class", "plot bar reading"), ("role", "img"), ("aria-label", $"{angles}, {ground}: {DiagnosisWords.Metres(median)}{(misses ? "" : $", 95 of 100 within {DiagnosisWords.Metres(most)}")}{(mark.Length == 0 ? "" : $"; {mark}")}"), ("xmlns", "http://www.w3.org/2000/svg")))
            {
                foreach (var (metres, _) in scale.Ticks())
                    markup.Void("line", ("class", "tick"), ("x1", At(scale.Part(metres))), ("x2", At(scale.Part(metres))), ("y1", "0"), ("y2", "100%"));
                markup.Void("line", ("class", "reach"), ("x1", "0"), ("x2", At(scale.Part(most))), ("y1", "50%"), ("y2", "50%"));
                markup.Void("rect", ("class", $"median {style}"), ("x", "0"), ("y", MarkupWriter.Number(Whole - Bar / 2 + 4)), ("height", MarkupWriter.Number(Bar)), ("width", At(Math.Max(0.004, scale.Part(median)))));
            }
        }
        markup.Line();
    }

    private void Labels(LogScale scale)
    {
        using (markup.Element("div", ("class", "row times"), ("aria-hidden", "true")))
        {
            markup.Leaf("div", "", ("class", "who"));
            using (markup.Element("svg", ("class", "plot")))
                foreach (var (metres, label) in scale.Ticks())
                    markup.Leaf("text", label, ("x", At(scale.Part(metres))), ("y", "13"), ("text-anchor", "middle"));
        }
        markup.Line();
    }

    private static string Sentence(ReadingFit fit)
    {
        var departures = Footprints.ReadingWords.Departures(fit.Reading);
        var agreement = double.IsPositiveInfinity(fit.MedianMetres) ? "in the middle case the line of sight then passes over the earth" : $"in the middle case, computed and stated frame centre are then {DiagnosisWords.Metres(fit.MedianMetres)} apart, at a range of {Wording.Distance(fit.MedianRangeMetres)}";
        return departures.Count == 0
            ? Wording.Sentence($"as the standard has it: {agreement}")
            : Wording.Sentence($"with {string.Join(", ", departures)}: {agreement}");
    }

    private static string Turned(PoseReading reading) => string.Join(", ", new[]
    {
        reading.AzimuthOffsetDegrees != 0 ? Wording.Text($"{reading.AzimuthOffsetDegrees:0.00}° added to the azimuth") : "",
        reading.HeadingOffsetDegrees != 0 ? Wording.Text($"{reading.HeadingOffsetDegrees:0.0000}° added to the heading") : "",
    }.Where(t => t.Length > 0));

    private static string Angles(AngleReference angles) => angles switch
    {
        AngleReference.Earth => "angles from true north and the horizon",
        AngleReference.EarthGridNorth => "angles from UTM grid north and the horizon",
        _ => "angles from the platform",
    };

    private static string Ground(GroundSource ground) => ground switch
    {
        GroundSource.SlantRange => "ground where the slant range ends",
        GroundSource.StatedCentre => "ground at the stated centre's height",
        _ => "ground at sea level",
    };

    private static string At(double part) => MarkupWriter.Percent(100 * part);
}

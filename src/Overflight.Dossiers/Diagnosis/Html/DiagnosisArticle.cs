using Overflight.Dossiers.Footprints;
using Overflight.Dossiers.Html;
using Overflight.Misb.Diagnosis;
using Overflight.Tracks;

namespace Overflight.Dossiers.Diagnosis.Html;

/// <summary>A diagnosis from the sentence to the sources.</summary>
internal sealed class DiagnosisArticle(MarkupWriter markup, DiagnosisHeader header, StreamDiagnosis diagnosis)
{
    // Times beyond these are no times of a stream, and are told of by a finding.
    private const ulong Earliest = 315_532_800_000_000;
    private const ulong Latest = 4_102_444_800_000_000;

    public void Write()
    {
        var places = CentrePlace.Of(diagnosis);
        using (markup.Element("article"))
        {
            using (markup.Element("div", ("class", "lead stream")))
            {
                markup.Leaf("span", $"{DiagnosisWords.FileName(header)}: {DiagnosisWords.Subject(header, diagnosis)}", ("class", "word"));
                markup.Leaf("h1", Wording.Capital(DiagnosisWords.Verdict(diagnosis)));
            }
            markup.Line();
            new TableWriter(markup).List(Facts());
            Heading("Findings");
            new FindingList(markup).Write(diagnosis.Findings);
            Repairs();
            if (places.Any(p => p.Sensor is not null || p.Stated is not null))
            {
                Heading("Where it was and where it looked");
                new SightSection(markup, places).Write();
            }
            Heading("How it is to be read");
            new ReadingBars(markup).Write(diagnosis.Fit);
            Heading("Over the stream");
            new StreamStrips(markup, diagnosis, places).Write();
            Heading("Which items are there");
            new ItemGrid(markup).Write(diagnosis.Series.Items);
            Heading("Sources, and how to make this again");
            DiagnosisSources.Write(markup, header, diagnosis);
        }
        markup.Line();
    }

    private void Heading(string text)
    {
        markup.Leaf("h2", text);
        markup.Line();
    }

    private void Repairs()
    {
        if (header.Repairs.Count == 0)
            return;
        markup.Leaf("h3", "What the repair changed in the copy");
        using (markup.Element("ul", ("class", "changes")))
            foreach (var repair in header.Repairs)
                markup.Leaf("li", Wording.Clean(repair) is { Length: > 0 } words ? Wording.Sentence(words) : "");
        markup.Line();
    }

    private IEnumerable<(string Name, string Value)> Facts()
    {
        var (series, fit) = (diagnosis.Series, diagnosis.Fit);
        yield return ("KLV packets", Wording.Text($"{diagnosis.Packets:#,0}"));
        if (header.IsTransportStream)
            yield return ("Pictures", Wording.Text($"{diagnosis.Pictures:#,0}"));
        if (series.Packets.Select(p => p.Pts).Where(p => p is not null) is var pts && pts.Any())
            yield return ("Presentation times", $"over {DiagnosisWords.Seconds((pts.Max()!.Value - pts.Min()!.Value) / 90_000.0)}");
        yield return ("Times of packets", Times());
        var departures = ReadingWords.Departures(fit.Reading);
        yield return ("Reading", departures.Count == 0 ? fit.Standard is null ? "by the standard; nothing to compare it with" : "by the standard" : string.Join("; ", departures));
        if (!double.IsNaN(fit.MedianMetres))
            yield return ("Computed to stated frame centre", $"{DiagnosisWords.Metres(fit.MedianMetres)} in the middle case{(double.IsFinite(fit.Metres95) ? $", {DiagnosisWords.Metres(fit.Metres95)} in 95 of 100" : "")}");
    }

    private string Times()
    {
        var times = diagnosis.Series.Packets.Select(p => p.Time).Where(t => t is >= Earliest and <= Latest).Select(t => new UtcInstant((long)t!.Value)).ToList();
        if (times.Count == 0)
            return "none stated that can be one";
        var (first, last) = (times.Min(), times.Max());
        return Wording.Date(first) == Wording.Date(last)
            ? $"{Wording.Date(first)}, {Wording.Clock(first)} to {Wording.Clock(last)} UTC"
            : $"{Wording.DateAndClock(first)} to {Wording.DateAndClock(last)}";
    }
}

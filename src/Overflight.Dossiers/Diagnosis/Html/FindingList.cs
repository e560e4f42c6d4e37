using Overflight.Dossiers.Html;
using Overflight.Misb.Diagnosis;

namespace Overflight.Dossiers.Diagnosis.Html;

/// <summary>The findings, errors first.</summary>
internal sealed class FindingList(MarkupWriter markup)
{
    // A page must stay one that can be opened, whatever a stream has wrong on each of its PIDs.
    private const int Most = 200;
    private const int MostCharacters = 1_500;

    public void Write(IReadOnlyList<Finding> findings)
    {
        if (findings.Count == 0)
        {
            markup.Leaf("p", "None. A finding would stand here for each thing that breaks a standard or does not agree with the rest of the stream.", ("class", "empty"));
            return;
        }
        using (markup.Element("ol", ("class", "findings")))
            foreach (var finding in findings.Take(Most))
                Write(finding);
        markup.Line();
        if (findings.Count > Most)
            markup.Leaf("p", Wording.Text($"{findings.Count - Most:#,0} more are left out here; --format json has them all."), ("class", "note"));
    }

    private void Write(Finding finding)
    {
        using (markup.Element("li", ("class", $"is-{DiagnosisWords.Of(finding.Grade)}")))
        {
            using (markup.Element("div", ("class", "of-grade")))
            {
                GradeMark.Write(markup, finding.Grade);
                markup.Leaf("span", DiagnosisWords.Of(finding.Grade));
            }
            using (markup.Element("div"))
            {
                markup.Leaf("h3", Plain(finding.Title));
                markup.Leaf("p", Wording.Capital(Plain(finding.Evidence)) + ".");
                using (markup.Element("dl"))
                {
                    Entry("Effect", finding.Effect);
                    Entry("Read it right", finding.CorrectedReading);
                }
                Particulars(finding);
            }
        }
        markup.Line();
    }

    private void Entry(string name, string? value)
    {
        if (value is not { Length: > 0 })
            return;
        markup.Leaf("dt", name);
        markup.Leaf("dd", Wording.Capital(Plain(value)) + ".");
    }

    private void Particulars(Finding finding)
    {
        using (markup.Element("p", ("class", "particulars")))
        {
            markup.Leaf("code", finding.Id);
            if (finding is { Of: > 0, Count: > 0 })
                using (markup.Element("span", ("class", "count")))
                {
                    Bar(Math.Min(1, (double)finding.Count / finding.Of));
                    markup.Text(DiagnosisWords.Share(finding));
                }
            if (finding.FirstOffset is { } offset)
                markup.Leaf("span", Wording.Text($"first at byte {offset:#,0}"));
            if (finding.Pid is { } pid)
                markup.Leaf("span", Wording.Text($"PID {pid}"));
            if (finding.Tag is { } tag)
                markup.Leaf("span", Wording.Text($"tag {tag}"));
            markup.Leaf("span", finding.CanRepair ? "--repair puts it right in a copy" : "--repair cannot put it right");
        }
    }

    private void Bar(double part)
    {
        using (markup.Element("svg", ("class", "share"), ("width", "72"), ("height", "8"), ("aria-hidden", "true")))
        {
            markup.Void("rect", ("class", "all"), ("x", "0.5"), ("y", "0.5"), ("width", "71"), ("height", "7"));
            markup.Void("rect", ("class", "part"), ("x", "0.5"), ("y", "0.5"), ("width", MarkupWriter.Number(Math.Max(1.5, 71 * part))), ("height", "7"));
        }
    }

    /// <summary>Never empty, so that it can be given a capital letter.</summary>
    private static string Plain(string text)
    {
        var clean = Wording.Clean(text).TrimEnd('.');
        return clean.Length == 0 ? "–" : clean.Length <= MostCharacters ? clean : clean[..MostCharacters] + " …";
    }
}

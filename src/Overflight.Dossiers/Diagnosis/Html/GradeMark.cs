using Overflight.Dossiers.Html;
using Overflight.Misb.Diagnosis;

namespace Overflight.Dossiers.Diagnosis.Html;

/// <summary>The shape beside a finding: a filled octagon, a triangle half filled, an open ring. Colours are kept for certainty, so these are ink.</summary>
internal static class GradeMark
{
    public static void Write(MarkupWriter markup, FindingGrade grade)
    {
        using (markup.Element("svg", ("class", $"grade {DiagnosisWords.Of(grade)}"), ("viewBox", "0 0 16 16"), ("width", "16"), ("height", "16"), ("aria-hidden", "true")))
            switch (grade)
            {
                case FindingGrade.Error:
                    markup.Void("path", ("d", "M5 1H11L15 5V11L11 15H5L1 11V5Z"));
                    markup.Void("path", ("class", "cut"), ("d", "M5.5 5.5L10.5 10.5M10.5 5.5L5.5 10.5"));
                    break;
                case FindingGrade.Warning:
                    markup.Void("path", ("d", "M8 1.5L15 14.5H1Z"));
                    markup.Void("path", ("class", "half"), ("d", "M8 1.5V14.5H1Z"));
                    break;
                default:
                    markup.Void("circle", ("cx", "8"), ("cy", "8"), ("r", "6"));
                    break;
            }
    }
}

using Overflight.Dossiers.Html;
using Overflight.Misb.Diagnosis;

namespace Overflight.Dossiers.Diagnosis.Html;

/// <summary>What was read, and how to do it again.</summary>
internal static class DiagnosisSources
{
    public static void Write(MarkupWriter markup, DiagnosisHeader header, StreamDiagnosis diagnosis)
    {
        using (markup.Element("div", ("class", "source")))
            new TableWriter(markup).List(
            [
                ("File", Wording.Clean(header.Input)),
                ("Container", header.IsTransportStream ? "MPEG-2 transport stream" : "bare KLV"),
                ("KLV packets", Wording.Text($"{diagnosis.Packets:#,0}")),
                ("Program", $"Overflight {Wording.Clean(header.Version)}"),
            ]);
        using (markup.Element("div", ("class", "source")))
        {
            markup.Leaf("h3", "To make this again");
            markup.Leaf("pre", Wording.Clean(header.Command));
            markup.Leaf("p", "The same file gives the same words, numbers and drawings, byte for byte. docs/diagnosis.md says what each finding means and how it is found.", ("class", "note"));
        }
        markup.Line();
    }
}

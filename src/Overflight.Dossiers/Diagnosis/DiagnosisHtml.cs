using Overflight.Dossiers.Diagnosis.Html;
using Overflight.Dossiers.Html;
using Overflight.Misb.Diagnosis;

namespace Overflight.Dossiers.Diagnosis;

/// <summary>A diagnosis as a web page with pictures that needs nothing but itself.</summary>
public static class DiagnosisHtml
{
    /// <summary>Writes the page.</summary>
    /// <param name="output">Where to; UTF-8 is what the page says of itself.</param>
    /// <param name="header">What was diagnosed.</param>
    /// <param name="diagnosis">What was found.</param>
    public static void Write(TextWriter output, DiagnosisHeader header, StreamDiagnosis diagnosis)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(header);
        ArgumentNullException.ThrowIfNull(diagnosis);
        var markup = new MarkupWriter(output);
        PageFrame.Diagnosis.Begin(markup, $"{DiagnosisWords.FileName(header)} – stream diagnosis");
        new DiagnosisArticle(markup, header, diagnosis).Write();
        PageFrame.Diagnosis.End(markup, Wording.Clean(header.Version));
    }
}

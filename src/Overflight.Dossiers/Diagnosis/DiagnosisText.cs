using Overflight.Misb.Diagnosis;

namespace Overflight.Dossiers.Diagnosis;

/// <summary>A diagnosis for people at a terminal.</summary>
public static class DiagnosisText
{
    private const int Width = 100;

    /// <summary>Writes it.</summary>
    public static void Write(TextWriter output, DiagnosisHeader header, StreamDiagnosis diagnosis)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(header);
        ArgumentNullException.ThrowIfNull(diagnosis);
        output.Write($"{header.Input}: {DiagnosisWords.Subject(header, diagnosis)}\n");
        output.Write($"{DiagnosisWords.Verdict(diagnosis)}\n");
        foreach (var finding in diagnosis.Findings)
        {
            output.Write('\n');
            Paragraph(output, $"{DiagnosisWords.Of(finding.Grade),-8} {finding.Title}", "         ", first: "");
            Paragraph(output, $"[{finding.Id}] {finding.Evidence}{(finding.Of > 0 && finding.Count > 0 ? $" ({DiagnosisWords.Share(finding)})" : "")}", "         ");
            if (finding.Effect is { } effect)
                Paragraph(output, $"Effect: {effect}", "         ");
            if (finding.CorrectedReading is { } corrected)
                Paragraph(output, $"Read it right: {corrected}{(finding.CanRepair ? " (--repair writes it so)" : "")}", "         ");
            else if (finding.CanRepair)
                Paragraph(output, "--repair puts it right in a copy", "         ");
        }
        if (header.Repairs.Count > 0)
            output.Write("\n");
        foreach (var repair in header.Repairs)
            Paragraph(output, $"Repaired: {repair}", "          ", first: "");
    }

    private static void Paragraph(TextWriter output, string text, string indent, string? first = null)
    {
        var line = first ?? indent;
        var isEmpty = true;
        foreach (var word in text.Split(' '))
        {
            if (!isEmpty && line.Length + 1 + word.Length > Width)
            {
                output.Write(line.TrimEnd() + "\n");
                (line, isEmpty) = (indent, true);
            }
            line += (isEmpty ? "" : " ") + word;
            isEmpty = false;
        }
        output.Write(line.TrimEnd() + "\n");
    }
}

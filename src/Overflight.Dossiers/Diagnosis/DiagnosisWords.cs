using Overflight.Misb.Diagnosis;

namespace Overflight.Dossiers.Diagnosis;

/// <summary>What diagnoses say in the same words everywhere.</summary>
internal static class DiagnosisWords
{
    public static string Of(FindingGrade grade) => grade switch
    {
        FindingGrade.Error => "error",
        FindingGrade.Warning => "warning",
        _ => "note",
    };

    public static string Subject(DiagnosisHeader header, StreamDiagnosis diagnosis) => Wording.Text(
        $"{(header.IsTransportStream ? "a transport stream" : "bare KLV")}, {diagnosis.Packets:#,0} KLV packets") + (header.IsTransportStream ? Wording.Text($", {diagnosis.Pictures:#,0} pictures") : "");

    public static string Verdict(StreamDiagnosis diagnosis)
    {
        if (diagnosis.Findings.Count == 0)
            return "Nothing is wrong with it.";
        var counts = Enum.GetValues<FindingGrade>().Select(g => (Grade: g, Count: diagnosis.Findings.Count(f => f.Grade == g))).Where(c => c.Count > 0);
        var words = string.Join(", ", counts.Select(c => Wording.Text($"{c.Count} {Of(c.Grade)}{(c.Count == 1 ? "" : "s")}")));
        return diagnosis.HasErrors ? $"{words}: who reads it by the standard alone is misled." : $"{words}: a forgiving reader gets it right.";
    }

    public static string Share(Finding finding) => Wording.Text($"{finding.Count:#,0} of {finding.Of:#,0}");
}

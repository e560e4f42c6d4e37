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

    /// <summary>The file's name without its folders.</summary>
    public static string FileName(DiagnosisHeader header) => Wording.Clean(header.Input.Split('/', '\\')[^1]) is { Length: > 0 } name ? name : "A stream without a name";

    /// <summary>"0.03 m", "36 m", "37.4 km"; what passes over the earth has no distance.</summary>
    public static string Metres(double metres) => metres switch
    {
        < 9.995 => Wording.Text($"{metres:0.00} m"),
        < double.PositiveInfinity => Wording.Distance(metres),
        _ => "the line misses the earth",
    };

    /// <summary>"20 ms", "109.87 s", "2.1 h", "14,610 days".</summary>
    public static string Seconds(double seconds) => Math.Abs(seconds) switch
    {
        < 5e-6 => "0 s",
        < 1 => Wording.Text($"{seconds * 1e3:0.##} ms"),
        < 600 => Wording.Text($"{seconds:0.##} s"),
        < 172_800 => Wording.Text($"{seconds / 3600:#,0.0} h"),
        _ => Wording.Text($"{seconds / 86400:#,0} days"),
    };

    public static string Share(Finding finding) => Wording.Text($"{finding.Count:#,0} of {finding.Of:#,0}");
}

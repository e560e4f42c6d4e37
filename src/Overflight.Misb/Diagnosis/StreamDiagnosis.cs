using Overflight.Misb.Sight;

namespace Overflight.Misb.Diagnosis;

/// <summary>What a stream was found to be.</summary>
/// <param name="Packets">KLV packets seen.</param>
/// <param name="Pictures">PES packets of video seen.</param>
/// <param name="Fit">How its items are to be understood, and how well that agrees with what it states itself.</param>
/// <param name="Findings">What is wrong, errors first.</param>
/// <param name="Series">Numbers over the stream, for pictures.</param>
public sealed record StreamDiagnosis(long Packets, long Pictures, ReadingFit Fit, IReadOnlyList<Finding> Findings, DiagnosisSeries Series)
{
    /// <summary>Whether a reader by the standard is misled or loses data.</summary>
    public bool HasErrors => Findings.Any(f => f.Grade == FindingGrade.Error);
}

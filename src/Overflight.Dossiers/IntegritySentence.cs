using Overflight.Patterns.Integrity;

namespace Overflight.Dossiers;

/// <summary>What is wrong with positions, in sentences.</summary>
public static class IntegritySentence
{
    /// <summary>One finding, without a full stop.</summary>
    public static string Of(IntegrityFinding finding)
    {
        var times = $"from {Wording.Clock(finding.Start)} to {Wording.Clock(finding.End)} UTC";
        var what = finding.Kind switch
        {
            IntegrityKind.FalseTrack => $"{times} only false positions came: {Wording.Text($"{finding.Fixes}")} that the aircraft can neither have flown to nor come back from, up to {Wording.Distance(finding.Magnitude)} beyond its reach",
            IntegrityKind.TwoAtOnce => $"{times} two tracks ran under one address, {Wording.Text($"{finding.Fixes}")} positions of the other set aside, up to {Wording.Distance(finding.Magnitude)} beyond this one's reach",
            IntegrityKind.Frozen => $"{times} the position stood still while {Wording.Distance(finding.Magnitude)} were said to be flown",
            IntegrityKind.Contradiction => $"{times} positions moved otherwise than the speed and track sent with them, up to {Wording.Distance(finding.Magnitude)} apart within a minute",
            IntegrityKind.ImpossibleCircle => $"{times} positions ran in circles that would load the wings with {Wording.Text($"{finding.Magnitude:0.0}")} times the aircraft's weight",
            IntegrityKind.AltitudesPart => $"{times} geometric and pressure altitude lay up to {Wording.Text($"{finding.Magnitude:#,0}")} ft farther apart than before",
            IntegrityKind.MlatDisagrees => $"{times} receivers on the ground placed it up to {Wording.Distance(finding.Magnitude)} from where it said it was",
            _ => $"{times} it reported that its position could not be relied on",
        };
        return finding.IsFalse ? what + "; no verdict rests on these" : what;
    }
}

using Overflight.Airspace;
using Overflight.Airspace.Verdicts;
using Overflight.Patterns;

namespace Overflight.Dossiers.Paths;

/// <summary>The verdict that a page leads with: a visit from outside and back first, a State that the flight never left last.</summary>
internal static class PrincipalVerdict
{
    public static AirspaceVerdict? Of(FlightExamination flight) =>
        flight.Verdicts.Select((verdict, i) => (verdict, i)).OrderBy(v => Rank(v.verdict)).ThenBy(v => v.i).Select(v => v.verdict).FirstOrDefault();

    private static int Rank(AirspaceVerdict verdict) => verdict.Kind switch
    {
        AirspaceVerdictKind.Entered when verdict.Intervals.Any(i => i is { IsCertain: true, Enter.Earliest: not null, Exit.Latest: not null }) => 0,
        AirspaceVerdictKind.Entered when verdict.Intervals.Any(i => i is { IsCertain: true, Enter.Earliest: not null }) => 1,
        AirspaceVerdictKind.CannotBeRuledOut => 2,
        AirspaceVerdictKind.Entered when verdict.Intervals.Any(i => i is { IsCertain: true, Exit.Latest: not null }) => 3,
        AirspaceVerdictKind.Entered => 4,
        _ => 5,
    };
}

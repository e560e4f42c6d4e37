using Overflight.Airspace.Verdicts;
using Overflight.Patterns;

namespace Overflight.Dossiers.Evidence;

/// <summary>The fixes that a flight's verdicts rest on: those that decide, the ends of each interval, of each silence, and of each witness.</summary>
public static class DecidingFixes
{
    /// <summary>Their indexes in the flight's track, ascending.</summary>
    public static IReadOnlyCollection<int> Of(FlightExamination flight)
    {
        ArgumentNullException.ThrowIfNull(flight);
        var fixes = new SortedSet<int>();
        foreach (var verdict in flight.Verdicts)
        {
            fixes.UnionWith(verdict.DecidedBy.Select(f => f.Fix));
            Add(verdict.SpeedToEnterLeg);
            Add(Of(verdict.Witness));
            foreach (var interval in verdict.Intervals)
            {
                Add((interval.FirstFix, interval.LastFix));
                // The first and last within are next to those that bound it.
                Add((Math.Min(interval.FirstFix + 1, interval.LastFix), Math.Max(interval.LastFix - 1, interval.FirstFix)));
                Add(Of(interval.Witness));
                foreach (var silence in interval.MayHaveLeft)
                    Add(silence);
            }
        }
        return fixes;

        void Add((int First, int Second)? pair)
        {
            if (pair is { } both)
                fixes.UnionWith([both.First, both.Second]);
        }
    }

    private static (int, int)? Of(Witness? witness) => witness is null ? null : (witness.FirstFix, witness.SecondFix);
}

using Overflight.Planning.Plans;
using Overflight.Planning.Stations;
using static System.FormattableString;

namespace Overflight.Dossiers.Taskings;

/// <summary>The words of plans for taskings.</summary>
internal static class TaskingWords
{
    public static string Sentence(AlternativePlan plan)
    {
        var (served, wanted) = (plan.Areas.Sum(a => a.Served), plan.Areas.Sum(a => a.Wanted));
        var refused = plan.Sorties.Count(s => !s.Decision.IsPermitted);
        var may = plan.Sorties.Count == 0 ? "nothing is flown" : refused == 0 ? "every sortie may be flown" : $"{refused} of them may not be flown";
        return Invariant($"{served} of {wanted} looks, {Counted(plan.Sorties.Count, "sortie", "sorties")}, {plan.FlightHours:0.0} h in the air; {may}{(plan.IsBest ? "" : "; a better schedule may be there, none was found within the effort")}");
    }

    /// <summary>Where an area is watched from, and what standing off costs.</summary>
    public static string Sight(Station station)
    {
        var (sight, above) = (station.Sight, station.Overhead);
        var from = station.DistanceMetres == 0 ? "from above it" : Invariant($"from {station.DistanceMetres / 1_000:0} km off, around {station.Centre.LatitudeDegrees:0.000}, {station.Centre.LongitudeDegrees:0.000}");
        var seen = Invariant($"{100 * sight.Seen:0} % seen, {sight.GroundSampleMetres:0.00} m a pixel or finer, up to {sight.SlantRangeMetres / 1_000:0} km away, {sight.GrazingDegrees:0}° above the ground at the flattest");
        var loss = station.DistanceMetres == 0 || above.GroundSampleMetres <= 0 ? "" : Invariant($"; from above it {100 * above.Seen:0} %, {above.GroundSampleMetres:0.00} m");
        return $"{from}: {seen}{loss}";
    }

    /// <summary>What differs from another plan, area by area; empty where nothing does.</summary>
    public static string Difference(AlternativePlan plan, AlternativePlan other)
    {
        var changed = plan.Areas.Join(other.Areas, a => a.Area.Id, b => b.Area.Id, (a, b) => (a.Area.Name, More: a.Served - b.Served)).Where(d => d.More != 0).Select(d => Invariant($"{d.Name} {d.More:+0;-0}"));
        return string.Join(", ", changed);
    }

    private static string Counted(int count, string one, string many) => count == 1 ? $"1 {one}" : $"{count} {many}";
}

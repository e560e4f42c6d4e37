using Overflight.Airspace;
using Overflight.Authority.Deciding;
using Overflight.Authority.Documents;
using Overflight.Geodesy.Terrain;
using Overflight.Planning.Tasks;
using Overflight.Tracks;

namespace Overflight.Planning.Plans;

/// <summary>Plans sorties for what is to be watched, judges each by the papers, and sets other ways beside the first.</summary>
/// <param name="documents">The papers.</param>
/// <param name="index">Whose airspace is where.</param>
/// <param name="performanceOf">What an aircraft can do at its altitude.</param>
/// <param name="terrain">Heights, where known.</param>
public sealed class Planner(DocumentSet documents, AirspaceIndex index, Func<TaskAircraft, AircraftPerformance> performanceOf, TerrainFolder? terrain = null)
{
    /// <summary>Plans.</summary>
    /// <param name="tasking">What is asked.</param>
    /// <param name="now">The instant: papers recorded later are not seen.</param>
    /// <param name="effort">How long to look for a better schedule: seconds of the solver's own clock.</param>
    /// <returns>The first plan, and one for each alternative.</returns>
    /// <exception cref="InvalidDataException">It names what there is not.</exception>
    public IReadOnlyList<AlternativePlan> Plan(Tasking tasking, UtcInstant now, double effort = 10)
    {
        TaskingCheck.Check(tasking);
        var judge = new SortieJudge(index, documents);
        return [.. tasking.Alternatives.Prepend(new() { Name = "as asked" })
            .Select(alternative => new AlternativePlanner(Apply(tasking, alternative), alternative, documents, index, performanceOf, terrain, judge, now, effort).Plan())];
    }

    private static Tasking Apply(Tasking tasking, TaskAlternative alternative) => tasking with
    {
        Aircraft = [.. tasking.Aircraft.Where(a => !alternative.Without.Contains(a.Registration))],
        Operations = [.. tasking.Operations.Select(o => o with { Hours = o.Hours - alternative.Move.Where(m => m.From == o.Id).Sum(m => m.Hours) + alternative.Move.Where(m => m.To == o.Id).Sum(m => m.Hours) })],
    };
}

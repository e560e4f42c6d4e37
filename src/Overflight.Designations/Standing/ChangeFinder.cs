using Overflight.Designations.Keeping;

namespace Overflight.Designations.Standing;

/// <summary>Finds what changed about an entry, between the closest versions that show it.</summary>
internal static class ChangeFinder
{
    public static EntryChange Find(DesignationStore store, string list, string id, DateOnly from, DateOnly to)
    {
        if (to < from)
            throw new DesignationException($"{StandingFinder.Day(to)} is before {StandingFinder.Day(from)}: give the earlier day first", DesignationFault.Usage);
        var before = store.StandingAsOf(list, id, from);
        var after = store.StandingAsOf(list, id, to);
        var events = after.Events.Where(e => e.Date > from && e.Date <= to).ToList();
        var telling = store.VersionsUpTo(list, to).Where(version => Tells(store, version, id)).ToList();
        var first = before.Version is null || before.Listed == Answer.Unknown ? 0 : telling.IndexOf(before.Version);
        var steps = new List<ChangeStep>();
        var notes = new List<string>();
        for (var i = Math.Max(first, 0) + 1; i < telling.Count; i++)
        {
            var (older, newer) = (telling[i - 1], telling[i]);
            var difference = DifferenceFinder.Find(older, store.Load(older).Find(id), newer, store.Load(newer).Find(id));
            notes.AddRange(difference.NotCompared);
            if (!difference.IsEmpty)
                steps.Add(new(older, newer, difference, [.. events.Where(e => e.IsHandEntered && e.Date > older.Date && e.Date <= newer.Date)]));
        }
        return new(before, after, steps, events, [.. notes.Distinct()]);
    }

    private static bool Tells(DesignationStore store, ListVersion version, string id) => version.TellsAbsence || store.Load(version).Find(id) is not null;
}

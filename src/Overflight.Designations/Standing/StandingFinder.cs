using System.Globalization;
using Overflight.Designations.Keeping;

namespace Overflight.Designations.Standing;

/// <summary>Finds the standing of an entry on a day. docs/lists.md, "As of", has the rules.</summary>
internal static class StandingFinder
{
    public static EntryStanding Find(DesignationStore store, string list, string id, DateOnly date)
    {
        var unknown = new List<string>();
        var (listed, version, entry) = Decide(store, list, id, date, unknown);
        var events = EventsOf(store, list, id, entry);
        if (version is not null && version.Date < date)
            unknown.Add($"The list is known here as it was on {Day(version.Date)}; what changed in it from then to {Day(date)} is not.");
        if (entry is not null && !events.Any(e => e.State == DesignationState.Effective))
            unknown.Add("The list gives no date of designation, and none was entered by hand.");
        if (version is not null)
            AddMissingParts(version, entry, unknown);
        var whole = StandingOf(null, listed, version, events, date);
        var programmes = (entry?.Programmes ?? []).Concat(events.Select(e => e.Programme).OfType<string>()).Distinct(StringComparer.Ordinal)
            .Select(programme => Revocable(StandingOf(programme, ListedUnder(programme, listed, entry), version, events, date), whole, version)).ToList();
        return new()
        {
            List = list,
            Id = id,
            AsOf = date,
            Listed = listed,
            Version = version,
            Entry = entry,
            Whole = whole,
            Programmes = programmes,
            Events = events,
            NotKnown = unknown,
        };
    }

    internal static string Day(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>The latest version up to that day that has the entry, or would have it.</summary>
    private static (Answer Listed, ListVersion? Version, ListEntry? Entry) Decide(DesignationStore store, string list, string id, DateOnly date, List<string> unknown)
    {
        var versions = store.VersionsUpTo(list, date);
        foreach (var version in versions.Reverse())
        {
            if (store.Load(version).Find(id) is { } entry)
                return (Answer.Yes, version, entry);
            if (version.TellsAbsence)
                return (Answer.No, version, null);
            if (!version.IsPartial)
            {
                unknown.Add($"The list of {Day(version.Date)} does not show {id}, and {version.Counts.RejectedEntries} of its entries could not be read.");
                return (Answer.Unknown, version, null);
            }
        }
        unknown.Add(versions.Count > 0
            ? $"The store has only parts of {list} up to {Day(date)}, and {id} is in none: nothing follows from that."
            : store.Versions.Where(version => version.List == list).MinBy(version => version.Date) is { } first
                ? $"The first snapshot of {list} here is of {Day(first.Date)}; before it nothing is known."
                : $"The store has no snapshot of {list}.");
        return (Answer.Unknown, null, null);
    }

    /// <summary>Events by date. A hand-entered event overrides the list's own of the same state: those count no more.</summary>
    private static List<StateEvent> EventsOf(DesignationStore store, string list, string id, ListEntry? entry)
    {
        var byHand = store.StatementsOf(list, id).Select(statement => new StateEvent(statement.State, statement.Date, statement.Programme, statement.Source, statement)).ToList();
        var ofList = (entry?.Events ?? []).Where(e => !byHand.Exists(hand => hand.Programme is null && hand.State == e.State)).Select(e => new StateEvent(e.State, e.Date, null, $"the list itself ({e.Words})", null));
        // Of one day the later entered decides, and a person before the list.
        return [.. ofList.Concat(byHand).OrderBy(e => e.Date).ThenBy(e => e.Statement?.Number ?? 0)];
    }

    private static Answer ListedUnder(string programme, Answer listed, ListEntry? entry) =>
        listed != Answer.Yes ? listed : entry!.Programmes.Contains(programme, StringComparer.Ordinal) ? Answer.Yes : Answer.No;

    private static ProgrammeStanding StandingOf(string? programme, Answer listed, ListVersion? version, List<StateEvent> events, DateOnly date)
    {
        var own = events.Where(e => e.Programme == programme).ToList();
        if (own.FindLast(e => e.Date <= date) is { } last)
        {
            var inEffect = last.State is DesignationState.Effective or DesignationState.Amended ? Answer.Yes : Answer.No;
            var by = last.Statement is { } statement ? $"entered by {statement.Author}, statement {statement.Number}" : "told by the list";
            return new(programme, listed, inEffect, last, $"{Word(last.State)} on {Day(last.Date)} ({last.Source}; {by})");
        }
        if (own.Find(e => e.State == DesignationState.Effective) is { } later)
        {
            return listed == Answer.Yes
                ? new(programme, listed, Answer.Unknown, null, $"the list of {Day(version!.Date)} has it already, but it is said to take effect on {Day(later.Date)} ({later.Source}): the two disagree")
                : new(programme, listed, Answer.No, null, $"takes effect on {Day(later.Date)} ({later.Source})");
        }
        return listed switch
        {
            Answer.Yes => new(programme, listed, Answer.Yes, null, $"on the list of {Day(version!.Date)}"),
            Answer.No => new(programme, listed, Answer.No, null, $"not on the list of {Day(version!.Date)}"),
            _ => new(programme, listed, Answer.Unknown, null, "not known"),
        };
    }

    /// <summary>An entry that was revoked as a whole, after the list that still has its programmes, has none of them.</summary>
    private static ProgrammeStanding Revocable(ProgrammeStanding programme, ProgrammeStanding whole, ListVersion? version) =>
        programme.Decisive is null && programme.InEffect == Answer.Yes && whole is { State: DesignationState.Revoked, Decisive: { IsHandEntered: true } revoked } && version!.Date <= revoked.Date
            ? programme with { InEffect = Answer.No, Decisive = revoked, Reason = whole.Reason }
            : programme;

    private static void AddMissingParts(ListVersion version, ListEntry? entry, List<string> unknown)
    {
        if (entry is null)
            return;
        var missing = new List<string>();
        if (!version.Parts.HasFlag(ListParts.Aliases))
            missing.Add("aliases");
        if (!version.Parts.HasFlag(ListParts.Addresses))
            missing.Add("addresses");
        if (missing.Count > 0)
            unknown.Add($"The files of {Day(version.Date)} here hold no {string.Join(" and no ", missing)}.");
        if (entry.AreRemarksCut)
            unknown.Add($"The rest of the remarks is not among the files of {Day(version.Date)} here.");
    }

    private static string Word(DesignationState state) => state switch
    {
        DesignationState.Draft => "to be designated (draft)",
        DesignationState.Decided => "decided",
        DesignationState.Announced => "announced",
        DesignationState.Effective => "effective",
        DesignationState.Amended => "amended",
        _ => "revoked",
    };
}

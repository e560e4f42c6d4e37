using System.CommandLine;
using Overflight.Cli.Lists;
using Overflight.Cli.Running;
using Overflight.Designations.Keeping;
using Overflight.Designations.Search;
using Overflight.Designations.Standing;

namespace Overflight.Cli.Verbs.Lists;

/// <summary><c>lists search</c>: entries whose names are like one.</summary>
internal static class ListsSearchVerb
{
    private const int MostAsked = 1_000;

    public static Command Create()
    {
        var name = new Argument<string>("NAME") { Description = "a name, in Latin, Cyrillic, Greek or Arabic letters" };
        var store = ListsOptions.Store();
        var list = new Option<string?>("--list") { Description = "search this list only" };
        var asOf = new Option<string?>("--as-of") { Description = "the lists as they were on that day, YYYY-MM-DD; the latest where none is given" };
        var most = new Option<int>("--most") { Description = "entries told at most", DefaultValueFactory = _ => 10 };
        var individuals = new Option<bool>("--individuals") { Description = "search natural persons too: to check a named partner or signer against a list, and for nothing else" };
        var format = ListsOptions.Format();
        var command = new Command("search", "Search organisations, vessels and aircraft by name, with each score explained. A match proposes; a person decides (\"lists decide\").")
        {
            name, store, list, asOf, most, individuals, format,
        };
        command.SetAction(parsed =>
        {
            var count = parsed.GetValue(most);
            if (count is < 1 or > MostAsked)
                throw new UserError($"--most {count}: from 1 to {MostAsked}");
            var kept = DesignationStore.Open(parsed.GetValue(store)!);
            var lists = ListsOptions.ListsOf(kept, parsed.GetValue(list));
            var date = ListsOptions.Date(parsed.GetValue(asOf), "--as-of");
            var entries = lists.SelectMany(of => SearchableList.AsOf(kept, of, date ?? DateOnly.MaxValue)).ToList();
            var matches = new NameIndex(entries).Search(parsed.GetValue(name)!, new() { Most = count, WithIndividuals = parsed.GetValue(individuals) });
            var found = new FoundNames(parsed.GetValue(name)!, date, parsed.GetValue(individuals), [.. entries.Select(entry => entry.Version).Distinct()], [.. matches.Select(match => (match, StandingOf(kept, match, date)))]);
            if (parsed.GetValue(format) == "json")
                ListsJson.Search(found);
            else
                SearchText.Write(found);
            return ExitCode.Done;
        });
        return command.WithExamples(
            "overflight lists search \"Kartel Jalisko Nueva Generation\" --store lists/",
            "overflight lists search \"Аль-Каида\" --as-of 2021-07-07 --store lists/ --format json");
    }

    private static EntryStanding StandingOf(DesignationStore store, NameMatch match, DateOnly? date) =>
        store.StandingAsOf(match.Entry.Version.List, match.Entry.Entry.Id, date ?? ListsOptions.LatestOf(store, match.Entry.Version.List));
}

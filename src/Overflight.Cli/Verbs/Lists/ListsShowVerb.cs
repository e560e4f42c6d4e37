using System.CommandLine;
using Overflight.Cli.Lists;
using Overflight.Cli.Running;
using Overflight.Designations.Keeping;

namespace Overflight.Cli.Verbs.Lists;

/// <summary><c>lists show</c>: an entry on a day, or what changed between two.</summary>
internal static class ListsShowVerb
{
    public static Command Create()
    {
        var id = ListsOptions.Id();
        var asOf = new Option<string[]>("--as-of") { Description = "the day asked about, YYYY-MM-DD; that of the latest version where none is given; two show what changed", AllowMultipleArgumentsPerToken = false, DefaultValueFactory = _ => [] };
        var against = new Option<string?>("--against") { Description = "a second day: what changed between the two" };
        var store = ListsOptions.Store();
        var list = ListsOptions.List();
        var format = ListsOptions.Format();
        var command = new Command("show", "Show what is known of an entry as of a day, and what is not; or what changed between two days.") { id, asOf, against, store, list, format };
        command.SetAction(parsed =>
        {
            var kept = DesignationStore.Open(parsed.GetValue(store)!);
            var entry = parsed.GetValue(id)!;
            var name = ListsOptions.ListOf(kept, parsed.GetValue(list), entry);
            List<DateOnly> dates = [.. parsed.GetValue(asOf)!.Select(text => ListsOptions.Date(text, "--as-of")!.Value)];
            if (ListsOptions.Date(parsed.GetValue(against), "--against") is { } second)
                dates.Add(second);
            if (dates.Count > 2)
                throw new UserError("--as-of: one day, or two to compare");
            var isJson = parsed.GetValue(format) == "json";
            if (dates.Count == 2)
            {
                var change = kept.Compare(name, entry, dates.Min(), dates.Max());
                if (isJson)
                    ListsJson.Change(change);
                else
                    ChangeText.Write(change);
                return ExitCode.Done;
            }
            var standing = kept.StandingAsOf(name, entry, dates.Count == 1 ? dates[0] : ListsOptions.LatestOf(kept, name));
            if (isJson)
                ListsJson.Standing(standing);
            else
                StandingText.Write(standing);
            return ExitCode.Done;
        });
        return command.WithExamples(
            "overflight lists show 17671 --as-of 2021-07-07 --store lists/",
            "overflight lists show 17671 --as-of 2021-07-07 --against 2026-06-30 --store lists/");
    }
}

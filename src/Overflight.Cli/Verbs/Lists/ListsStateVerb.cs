using System.CommandLine;
using Overflight.Cli.Lists;
using Overflight.Cli.Running;
using Overflight.Designations.Keeping;
using Overflight.Designations.Standing;

namespace Overflight.Cli.Verbs.Lists;

/// <summary><c>lists state</c>: what is written elsewhere about a designation, entered by hand.</summary>
internal static class ListsStateVerb
{
    public static Command Create()
    {
        var id = ListsOptions.Id();
        var state = new Option<string>("--state") { Description = "draft, decided, announced, effective, amended or revoked", Required = true };
        state.AcceptOnlyFromAmong("draft", "decided", "announced", "effective", "amended", "revoked");
        var date = new Option<string>("--date") { Description = "on which day, YYYY-MM-DD", Required = true };
        var source = new Option<string>("--source") { Description = "where that is written, such as \"90 FR 10030\"", Required = true };
        var by = new Option<string>("--by") { Description = "who enters it", Required = true };
        var programme = new Option<string?>("--programme") { Description = "the programme that it is about, such as FTO; otherwise the entry as a whole" };
        var replaces = new Option<int?>("--replaces") { Description = "the number of a statement that was wrong; it is kept, and counts no more" };
        var further = new Option<bool>("--further") { Description = "the same state a second time: it was revoked and came again" };
        var store = ListsOptions.Store();
        var list = ListsOptions.List();
        var format = ListsOptions.Format();
        var command = new Command("state", "Enter by hand what is written elsewhere about a designation, with its source; it overrides dates of the list, and is kept for ever.")
        {
            id, state, date, source, by, programme, replaces, further, store, list, format,
        };
        command.SetAction(parsed =>
        {
            var kept = DesignationStore.Open(parsed.GetValue(store)!);
            var entry = parsed.GetValue(id)!;
            var made = kept.Enter(new(
                ListsOptions.ListOf(kept, parsed.GetValue(list), entry), entry, Enum.Parse<DesignationState>(parsed.GetValue(state)!, ignoreCase: true),
                ListsOptions.Date(parsed.GetValue(date), "--date")!.Value, parsed.GetValue(source)!, parsed.GetValue(by)!)
            {
                Programme = parsed.GetValue(programme),
                Replaces = parsed.GetValue(replaces),
                IsFurther = parsed.GetValue(further),
            });
            if (parsed.GetValue(format) == "json")
                ListsJson.Statement(made);
            else
                ListsText.Statement(made);
            return ExitCode.Done;
        });
        return command.WithExamples(
            "overflight lists state 17671 --state effective --programme FTO --date 2025-02-20 --source \"90 FR 10030\" --by \"A. Clerk\" --store lists/",
            "overflight lists state 17671 --state draft --date 2025-01-20 --source \"90 FR 8439\" --by \"A. Clerk\" --store lists/");
    }
}

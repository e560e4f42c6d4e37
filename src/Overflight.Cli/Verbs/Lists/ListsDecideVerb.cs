using System.CommandLine;
using Overflight.Cli.Lists;
using Overflight.Cli.Running;
using Overflight.Cli.Verbs.Records;
using Overflight.Designations.Keeping;
using Overflight.Designations.Search;
using Overflight.Record.Leaves;

namespace Overflight.Cli.Verbs.Lists;

/// <summary><c>lists decide</c>: a person says whether a name means an entry; that is a leaf.</summary>
internal static class ListsDecideVerb
{
    public static Command Create()
    {
        var id = ListsOptions.Id();
        var name = new Option<string>("--name") { Description = "the name that was asked about", Required = true };
        var decision = new Option<string>("--decision") { Description = "same, different or undecided", Required = true };
        decision.AcceptOnlyFromAmong("same", "different", "undecided");
        var by = new Option<string>("--by") { Description = "the person who decides", Required = true };
        var reason = new Option<string>("--reason") { Description = "why", Required = true };
        var asOf = new Option<string?>("--as-of") { Description = "the list as it was on that day, YYYY-MM-DD; the latest where none is given" };
        var store = ListsOptions.Store();
        var list = ListsOptions.List();
        var record = new Option<string?>("--record") { Description = "the record to append the decision to; without it the leaf is printed as a line for \"record append\" or \"record seal\"" };
        var keys = RecordOptions.Keys(isRequired: false);
        var format = ListsOptions.Format();
        var command = new Command("decide", "Decide whether a name means an entry: a leaf (designation.decision) with score, list version and reason.") { id, name, decision, by, reason, asOf, store, list, record, keys, format };
        command.SetAction(async (parsed, cancellation) =>
        {
            var kept = DesignationStore.Open(parsed.GetValue(store)!);
            var entry = parsed.GetValue(id)!;
            var from = ListsOptions.ListOf(kept, parsed.GetValue(list), entry);
            var date = ListsOptions.Date(parsed.GetValue(asOf), "--as-of") ?? ListsOptions.LatestOf(kept, from);
            if (new NameIndex(SearchableList.AsOf(kept, from, date)).Score(parsed.GetValue(name)!, entry) is not { } match)
                throw new UserError($"{entry} is not on {from} as of {date:yyyy-MM-dd}: there is nothing to decide", ExitCode.AnswerIsNo);
            var line = DecisionLeaf.Line(match, parsed.GetValue(name)!, parsed.GetValue(decision)!, parsed.GetValue(by)!, parsed.GetValue(reason)!);
            // Checked as the record checks it, also where it is only printed.
            var draft = LeafDraft.Parse(line);
            if (parsed.GetValue(record) is not { } folder)
            {
                using var output = Console.OpenStandardOutput();
                output.Write([.. line, (byte)'\n']);
                return ExitCode.Done;
            }
            if (parsed.GetValue(keys)!.Length == 0)
                throw new UserError("--record needs --key, the log's key file");
            return await RecordOptions.WithRecord(folder, parsed.GetValue(keys)!, 0, async writer =>
            {
                var appended = await writer.AppendAsync([draft], cancellation);
                await writer.CheckpointAsync(CancellationToken.None);
                if (parsed.GetValue(format) == "json")
                    ListsJson.Decision(appended[0].Index, line);
                else
                    Console.WriteLine(appended[0].Index);
                return ExitCode.Done;
            });
        });
        return command.WithExamples(
            "overflight lists decide 17671 --name \"Kartel Jalisko\" --decision same --by \"J. Roe\" --reason \"same address\" --store lists/ --record lantern/ --key ~/keys/lantern.key",
            "overflight lists decide 17671 --name \"Jalisco Bakery\" --decision different --by \"J. Roe\" --reason \"a bakery\" --store lists/");
    }
}

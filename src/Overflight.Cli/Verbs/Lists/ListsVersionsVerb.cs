using System.CommandLine;
using Overflight.Cli.Lists;
using Overflight.Cli.Running;
using Overflight.Designations.Keeping;

namespace Overflight.Cli.Verbs.Lists;

/// <summary><c>lists versions</c>: what the store holds, checked.</summary>
internal static class ListsVersionsVerb
{
    public static Command Create()
    {
        var store = ListsOptions.Store();
        var format = ListsOptions.Format();
        var command = new Command("versions", "List the versions that the store keeps, and check their files against their hashes.") { store, format };
        command.SetAction(parsed =>
        {
            var kept = DesignationStore.Open(parsed.GetValue(store)!);
            var faults = kept.Check();
            if (parsed.GetValue(format) == "json")
                ListsJson.Versions(kept, faults);
            else
                ListsText.Versions(kept, faults);
            return faults.Count == 0 ? ExitCode.Done : ExitCode.AnswerIsNo;
        });
        return command.WithExamples("overflight lists versions --store lists/");
    }
}

using System.CommandLine;
using Overflight.Cli.Records;
using Overflight.Cli.Running;
using Overflight.Record.Notes;
using Overflight.Record.Storage;
using Overflight.Record.Witnessing;

namespace Overflight.Cli.Verbs.Records;

/// <summary><c>record checkpoint</c>: sign the head, ask the witnesses, print it.</summary>
internal static class RecordCheckpointVerb
{
    public static Command Create()
    {
        var folder = RecordOptions.Folder();
        var keys = RecordOptions.Keys(isRequired: false);
        var policy = RecordOptions.Policy();
        policy.Description = "ask the witnesses of this policy to cosign, and succeed only if its quorum is met";
        var command = new Command("checkpoint", "Sign a checkpoint over all entries and print it; without --key, print the one that stands.") { folder, keys, policy };
        command.SetAction((parsed, cancellation) => Run(parsed.GetValue(folder)!, parsed.GetValue(keys)!, RecordOptions.PolicyOf(null, parsed.GetValue(policy)), cancellation));
        return command.WithExamples(
            "overflight record checkpoint lantern/",
            "overflight record checkpoint lantern/ --key ~/keys/lantern.key",
            "overflight record checkpoint lantern/ --key ~/keys/lantern.key --policy witnesses.policy");
    }

    private static async Task<int> Run(string folder, string[] keys, WitnessPolicy? policy, CancellationToken cancellation)
    {
        if (keys.Length == 0 && policy is null)
        {
            Console.Write(new LogReader(folder).Note);
            return ExitCode.Done;
        }
        if (keys.Length == 0)
            throw new UserError("cosignatures are put into the record by its writer: give --key KEYFILE with --policy");
        return await RecordOptions.WithRecord(folder, keys, 0, async writer =>
        {
            var note = await writer.CheckpointAsync(cancellation);
            if (policy is not null)
                note = await writer.PublishAsync(await WitnessRound.AskAll(folder, note, policy, cancellation), cancellation);
            Console.Write(note);
            policy?.Verify(note);
            return ExitCode.Done;
        });
    }
}

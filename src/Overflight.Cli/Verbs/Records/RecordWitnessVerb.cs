using System.CommandLine;
using Overflight.Cli.Records;
using Overflight.Cli.Running;
using Overflight.Record.Notes;
using Overflight.Record.Witnessing;

namespace Overflight.Cli.Verbs.Records;

/// <summary><c>record witness serve</c>: cosign logs that only grow.</summary>
internal static class RecordWitnessVerb
{
    public static Command Create()
    {
        var keys = new Option<string[]>("--key") { Description = "the witness's key file; give two for Ed25519 and ML-DSA-44", Required = true };
        var logs = new Option<string[]>("--log") { Description = "the vkey of a log to watch; may be given often, also twice for one log while its key changes", Required = true };
        var state = new Option<string>("--state") { Description = "the folder where the last checkpoint of each log is remembered; losing it means forgetting", Required = true };
        var listen = new Option<string>("--listen") { Description = "the address to answer at; behind a proxy for https", DefaultValueFactory = _ => "http://127.0.0.1:8420" };
        var serve = new Command("serve", "Answer add-checkpoint (C2SP tlog-witness): cosign checkpoints of logs that only ever grew.") { keys, logs, state, listen };
        serve.SetAction(async (parsed, cancellation) =>
        {
            List<NoteSigner> signers = [];
            try
            {
                foreach (var path in parsed.GetValue(keys)!)
                {
                    KeyFile.RefuseInside(parsed.GetValue(state)!, path);
                    signers.Add(KeyFile.Load(path));
                }
                using var witness = new Witness(signers, parsed.GetValue(logs)!.Select(RecordOptions.KeyOf), parsed.GetValue(state)!);
                await WitnessServer.Run(witness, parsed.GetValue(listen)!, signers.Select(s => s.Verifier), cancellation);
                return ExitCode.Done;
            }
            finally
            {
                signers.ForEach(signer => signer.Dispose());
            }
        });
        serve.WithExamples("overflight record witness serve --key ~/keys/court.key --log VKEY --state ~/witness/ --listen http://127.0.0.1:8420");
        return new Command("witness", "Watch other people's logs, so that they cannot show two versions.") { serve };
    }
}

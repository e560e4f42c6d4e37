using Overflight.Record;
using Overflight.Record.Notes;
using Overflight.Record.Storage;
using Overflight.Record.Witnessing;

namespace Overflight.Cli.Records;

/// <summary>Asks every witness of a policy at once; those that do not answer are told, and the others count.</summary>
internal static class WitnessRound
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(15);

    public static async Task<SignedNote> AskAll(string folder, SignedNote note, WitnessPolicy policy, CancellationToken cancellation)
    {
        var log = new LogReader(folder);
        using var http = new HttpClient { Timeout = s_patience };
        var client = new WitnessClient(http);
        var answers = await Task.WhenAll(policy.Witnesses.Where(w => w.Address is not null).Select(Ask));
        return answers.OfType<NoteSignature>().Aggregate(note, (signed, signature) => signed.With(signature));

        async Task<NoteSignature?> Ask(PolicyKey witness)
        {
            try
            {
                return await client.CosignAsync(log, witness, 0, cancellation);
            }
            catch (RecordException error)
            {
                Console.Error.WriteLine($"overflight: {error.Message}");
                return null;
            }
        }
    }
}

using Overflight.Cli.Running;
using Overflight.Record;
using Overflight.Record.Checking;
using Overflight.Record.Notes;
using Overflight.Record.Proofs;
using Overflight.Record.Storage;
using Overflight.Record.Witnessing;

namespace Overflight.Cli.Records;

/// <summary>Finds out what it was given, and verifies that.</summary>
internal sealed class VerifyRun(WitnessPolicy? policy, IReadOnlyList<(string Source, SignedNote Note)> earlier, IVerifyReport report, CancellationToken cancellation)
{
    public void Verify(string path, string? entryPath)
    {
        if (Directory.Exists(path))
        {
            VerifyFolder(path);
            return;
        }
        var length = new FileInfo(path).Length;
        if (length > ProofBundle.MaximumLength)
            throw new UserError($"{path}: is no record's folder, proof or checkpoint: {length} bytes are too many");
        var bytes = File.ReadAllBytes(path);
        if (GrowthProof.IsOne(bytes))
        {
            if (earlier.Count != 1)
                throw new UserError($"{path}: is a proof of growth: give the older checkpoint with --earlier FILE");
            report.Growth(path, Checkpoint.Of(earlier[0].Note), GrowthProof.Parse(bytes).Verify(earlier[0].Note, policy!));
            return;
        }
        if (!ProofBundle.IsOne(bytes))
        {
            report.Head(path, policy!.Verify(SignedNote.Parse(bytes)));
            return;
        }
        var proof = ProofBundle.Parse(bytes);
        var entry = entryPath is not null ? File.ReadAllBytes(entryPath)
            : proof.Extra ?? throw new RecordException("the proof does not hold its entry: give --entry FILE");
        report.Proof(path, proof, entry, proof.Verify(entry.Span, policy!));
    }

    public void VerifyFolder(string path)
    {
        using var progress = new ProgressLine();
        var found = LogCheck.Run(path, new LogCheckOptions
        {
            Policy = policy,
            Earlier = earlier,
            EntriesAreLeaves = true,
            OnProgress = done => progress.Tell(() => $"{done:N0} entries"),
        }, cancellation);
        report.Log(path, found, found.IsSound && policy is not null ? policy.Verify(new LogReader(path).Note) : null);
    }
}

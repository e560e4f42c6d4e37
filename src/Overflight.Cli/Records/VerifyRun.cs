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
    /// <summary>Verifies a record's folder, a proof or a checkpoint.</summary>
    /// <param name="path">It.</param>
    /// <param name="entryPath">The entry that a proof is of, where it does not hold it.</param>
    /// <param name="attachments">The folder where the files should be that a record tells of; null looks for none.</param>
    public void Verify(string path, string? entryPath, string? attachments)
    {
        if (Directory.Exists(path))
        {
            VerifyFolder(path, attachments);
            return;
        }
        if (attachments is not null)
            throw new UserError($"--attachments: {path} is no record's folder, and only that tells of files");
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

    /// <summary>Whether a file is a zip, and so to be read as an evidence package.</summary>
    public static bool IsPackage(string path)
    {
        if (!File.Exists(path))
            return false;
        using var stream = File.OpenRead(path);
        Span<byte> head = stackalloc byte[4];
        return stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false) == head.Length && head.SequenceEqual("PK\x03\x04"u8);
    }

    public void VerifyFolder(string path, string? attachments = null)
    {
        if (attachments is not null && !Directory.Exists(attachments))
            throw new UserError($"--attachments {attachments}: there is no such folder", ExitCode.InputUnreadable);
        using var progress = new ProgressLine();
        var search = attachments is null ? null : new AttachmentSearch(attachments, (file, done, length) => progress.Tell(() => StreamedHash.Told(file, done, length)), cancellation);
        var found = LogCheck.Run(path, new LogCheckOptions
        {
            Policy = policy,
            Earlier = earlier,
            EntriesAreLeaves = true,
            OnEntry = search is null ? null : search.Take,
            OnProgress = done => progress.Tell(() => $"{done:N0} entries"),
        }, cancellation);
        var files = search?.Find();
        report.Log(path, found);
        if (files is not null)
            report.Attachments(attachments!, files);
    }
}

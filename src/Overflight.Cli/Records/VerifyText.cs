using Overflight.Cli.Running;
using Overflight.Record.Checking;
using Overflight.Record.Notes;
using Overflight.Record.Packaging;
using Overflight.Record.Proofs;
using Overflight.Record.Witnessing;

namespace Overflight.Cli.Records;

/// <summary>What verifying found, in sentences: the verdict first.</summary>
internal sealed class VerifyText : IVerifyReport
{
    private static readonly string[] s_standings = ["ok", "missing", "differs"];

    private bool _isSound = true;

    public void Log(string path, LogReport report)
    {
        _isSound &= report.IsSound;
        var origin = report.Head is { } head ? $"{PrintableText.Of(head.Origin)}, {Counted(head.Size, "entry", "entries")}" : path;
        Console.WriteLine(report.IsSound
            ? $"Sound: {origin}; every entry, tile and signature is as the checkpoint says."
            : $"Not sound: {origin}; {Counted(report.FaultCount, "fault", "faults")}.");
        if (report is { IsSound: true, Checkpoint: { } checkpoint })
            WriteSignatures(checkpoint);
        if (report.PendingEntries > 0)
            Console.WriteLine($"  {Counted(report.PendingEntries, "entry is", "entries are")} durable and not under the checkpoint yet");
        foreach (var remark in report.Remarks)
            Console.WriteLine($"  {remark}");
        foreach (var fault in report.Faults)
            Console.WriteLine($"  {fault.Path}: {PrintableText.Of(fault.What)}");
        if (report.FaultCount > report.Faults.Count)
            Console.WriteLine($"  and {report.FaultCount - report.Faults.Count} more");
        if (report.FirstContradicted is { } first)
        {
            Console.WriteLine(report.LastAgreed is { } last
                ? $"  Since when: up to {Named(last)} the entries are as they were; {Named(first)} is the first that they contradict."
                : $"  Since when: {Named(first)} is the oldest checkpoint here, and the entries contradict it.");
        }
    }

    public void Attachments(string folder, IReadOnlyList<CheckedAttachment> found)
    {
        _isSound &= found.All(file => file.IsOk);
        var counts = found.CountBy(file => file.Word).ToDictionary();
        Console.WriteLine(found.Count == 0
            ? $"Attachments in {folder}: the record tells of none."
            : $"Attachments in {folder}: {string.Join(", ", s_standings.Where(counts.ContainsKey).Select(word => $"{counts[word]:N0} {word}"))}.");
        foreach (var file in found)
        {
            Console.WriteLine(PrintableText.Of($"  {file.Word,-7}  entry {file.Index}: {file.Name}"
                + (file.File is null || Path.GetFileName(file.File) == file.Name && file.IsOk ? "" : $" ({file.File})") + (file.Reason is null ? "" : $": {file.Reason}")));
        }
    }

    public void Package(string path, EvidenceReport report)
    {
        _isSound &= report.IsVerified;
        Console.WriteLine(report.IsVerified
            ? $"Verified: {Counted(report.Entries.Count, "entry is", "entries are")} in the log {PrintableText.Of(report.Checkpoint!.Head.Origin)}, which had {Counted(report.Checkpoint.Head.Size, "entry", "entries")}{(report.AttachmentsChecked > 0 ? $"; {Counted(report.AttachmentsChecked, "file is", "files are")} the one that its leaf tells of" : "")}."
            : $"Not verified: {path}.");
        foreach (var problem in report.Problems)
            Console.WriteLine($"  {PrintableText.Of(problem)}");
        if (report.Checkpoint is { } checkpoint)
            WriteSignatures(checkpoint);
        foreach (var (index, leaf, opened) in report.Entries)
        {
            Console.WriteLine($"  {index}  {DateTimeOffset.FromUnixTimeMilliseconds(leaf.Time):yyyy-MM-dd HH:mm:ss} UTC  {leaf.Kind}  {PrintableText.Of(leaf.Subject)}{(leaf.Digests.Count > 0 ? "  (up to 16 sealed fields)" : "")}");
            foreach (var (name, disclosure) in opened)
                Console.WriteLine($"      opened: {PrintableText.Of(name)}: {PrintableText.Of(System.Text.Encoding.UTF8.GetString(disclosure.Value.Span))}");
        }
        foreach (var warning in report.Warnings)
            Console.WriteLine($"  Note: {PrintableText.Of(warning)}");
    }

    public void Proof(string path, ProofBundle proof, ReadOnlyMemory<byte> entry, VerifiedCheckpoint checkpoint)
    {
        Console.WriteLine($"Verified: the entry is number {proof.Index} of {PrintableText.Of(checkpoint.Head.Origin)}, which had {Counted(checkpoint.Head.Size, "entry", "entries")}.");
        WriteSignatures(checkpoint);
        Console.WriteLine(PrintableText.Of(System.Text.Encoding.UTF8.GetString(entry.Span)));
    }

    public void Growth(string path, Checkpoint older, VerifiedCheckpoint checkpoint)
    {
        Console.WriteLine($"Verified: {PrintableText.Of(checkpoint.Head.Origin)} has only grown, from {Counted(older.Size, "entry", "entries")} to {checkpoint.Head.Size:N0}.");
        WriteSignatures(checkpoint);
    }

    public void Head(string path, VerifiedCheckpoint checkpoint)
    {
        Console.WriteLine($"Verified: the checkpoint of {PrintableText.Of(checkpoint.Head.Origin)} with {Counted(checkpoint.Head.Size, "entry", "entries")} and root {checkpoint.Head.Root}.");
        WriteSignatures(checkpoint);
    }

    public void Refuse(string path, string reason)
    {
        _isSound = false;
        Console.WriteLine($"Not verified: {path}: {PrintableText.Of(reason)}");
    }

    public bool Finish() => _isSound;

    public void Dispose()
    {
    }

    private static void WriteSignatures(VerifiedCheckpoint checkpoint)
    {
        Console.WriteLine($"  signed by {checkpoint.Log.Verifier}");
        foreach (var (name, time) in checkpoint.Witnesses)
            Console.WriteLine($"  witnessed by {PrintableText.Of(name)} on {time:yyyy-MM-dd HH:mm:ss} UTC");
        if (checkpoint.Witnesses.Count == 0)
            Console.WriteLine("  witnessed by nobody that was asked for: alone, the log's signature does not show that others see the same log");
    }

    private static string Named(CheckedHead head) =>
        $"the checkpoint of {head.Head.Size} ({head.Source}{(head.WitnessedAt is { } time ? $", witnessed {time:yyyy-MM-dd HH:mm:ss} UTC" : "")})";

    private static string Counted(long count, string one, string many) => $"{count:N0} {(count == 1 ? one : many)}";
}

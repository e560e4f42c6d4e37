using Overflight.Record.Notes;
using Overflight.Record.Storage;
using Overflight.Record.Witnessing;

namespace Overflight.Record.Checking;

/// <summary>The checkpoints that a log is compared with: the one that stands, those it kept, and those that others kept.</summary>
internal static class EarlierHeads
{
    public static List<CheckedHead> Collect(LogFolder folder, SignedNote? note, LogCheckOptions options, IReadOnlyList<NoteVerifier> keys, FaultList faults)
    {
        var heads = new List<CheckedHead>();
        if (Directory.Exists(folder.History))
        {
            foreach (var path in Directory.EnumerateFiles(folder.History))
            {
                var name = $".record/history/{Path.GetFileName(path)}";
                try
                {
                    var bytes = File.ReadAllBytes(path);
                    var kept = SignedNote.Parse(bytes);
                    if (folder.HistoryFile(Checkpoint.Of(kept).Size, bytes) != path)
                        faults.Add(name, null, "was changed: its name holds another size or hash");
                    else if (kept.Text == note?.Text && note.Signatures.Any(s => !kept.Signatures.Any(k => k.ToLine() == s.ToLine())))
                        faults.Add("checkpoint", null, $"has a signature that {name} has otherwise: one of the two was changed");
                    kept.Verify(keys);
                    Add(heads, name, kept, options.Policy);
                }
                catch (RecordException error)
                {
                    faults.Add(name, null, error.Message);
                }
            }
        }
        foreach (var (source, earlier) in options.Earlier)
        {
            try
            {
                Add(heads, source, earlier, options.Policy);
                // Unsigned, it would let anybody accuse the log of what it never said.
                if (earlier.Verify(options.Policy is { } policy ? [.. policy.Logs.Select(l => l.Key), .. keys] : keys).Count == 0)
                    faults.Add(source, null, "is signed by none of the log's keys, so it says nothing about this log");
            }
            catch (RecordException error)
            {
                faults.Add(source, null, error.Message);
            }
        }
        if (note is not null && Checkpoint.TryParse(note.Text) is not null)
            AddStanding(heads, note, options.Policy);
        return [.. heads.OrderBy(h => h.Head.Size)];
    }

    private static void AddStanding(List<CheckedHead> heads, SignedNote note, WitnessPolicy? policy)
    {
        try
        {
            Add(heads, "checkpoint", note, policy);
        }
        catch (RecordException)
        {
            // A false cosignature is told with the checkpoint's other signatures; its root is compared all the same.
            Add(heads, "checkpoint", note, null);
        }
    }

    private static void Add(List<CheckedHead> heads, string source, SignedNote note, WitnessPolicy? policy) =>
        heads.Add(new(Checkpoint.Of(note), source, policy is null ? note.Signatures.Max(Cosignature.StatedTime) : VerifiedTime(note, policy), false));

    private static DateTimeOffset? VerifiedTime(SignedNote note, WitnessPolicy policy) => note.Verify(policy.Witnesses.Select(w => w.Key)).Max(v => v.Time);
}

using Overflight.Record.Merkle;
using Overflight.Record.Notes;
using Overflight.Record.Storage;
using Overflight.Record.Witnessing;

namespace Overflight.Record.Checking;

/// <summary>
/// Makes everything anew from the entries and says exactly what differs and since when: entries, tiles of every level, the checkpoint
/// and its signatures, checkpoints from before, the journal, files that do not belong. Reads only.
/// </summary>
public static class LogCheck
{
    /// <summary>How many faults are listed; all are counted.</summary>
    public const int MostFaults = 100;

    /// <summary>Checks a log's folder.</summary>
    /// <exception cref="RecordException">There is no log in it.</exception>
    public static LogReport Run(string path, LogCheckOptions? options = null, CancellationToken cancellation = default)
    {
        options ??= new();
        var folder = new LogFolder(path);
        var faults = new FaultList(MostFaults);
        List<string> remarks = [];
        var note = ReadCheckpoint(folder, faults);
        var head = note is null ? null : Checkpoint.TryParse(note.Text);
        if (note is null && !folder.Exists)
            throw new RecordException($"{folder.Root}: is no record: it has no checkpoint");
        var keys = ReadKeys(folder, faults);
        var verified = note is null ? null : CheckSignatures(note, options.Policy, keys, faults);

        var journal = JournalCheck.Run(folder, faults, remarks);
        var size = Math.Max(head?.Size ?? 0, journal?.BaseSize ?? 0);
        var heads = EarlierHeads.Collect(folder, note, options, keys, faults);
        var roots = new Dictionary<long, MerkleHash>();
        var leaves = options.EntriesAreLeaves ? new LeafCheck(options.Policy is null ? [] : heads, faults) : null;
        var check = new TreeCheck(folder.Root, size, faults) { OnEntry = leaves is null ? options.OnEntry : leaves.Check + options.OnEntry, OnProgress = options.OnProgress };
        long[] sizes = [.. heads.Select(h => h.Head.Size).Append(journal?.BaseSize ?? 0).Where(s => s <= size).Distinct().Order()];
        check.Run(sizes, (at, root) => roots[at] = root, cancellation);

        var compared = Compare(heads, roots, size, check.IsBroken, faults);
        journal?.CompareRoots(roots, folder, faults);
        StrayFiles.Find(folder, size, faults, remarks);
        return new()
        {
            Head = head,
            Checkpoint = verified,
            EntriesChecked = check.EntriesChecked,
            PendingEntries = Math.Max(0, (journal?.End ?? size) - (head?.Size ?? 0)),
            Faults = faults.Listed,
            FaultCount = faults.Count,
            Heads = compared,
            Remarks = remarks,
        };
    }

    private static SignedNote? ReadCheckpoint(LogFolder folder, FaultList faults)
    {
        try
        {
            var note = folder.ReadCheckpoint();
            if (note is null)
                faults.Add("checkpoint", null, "is missing");
            else if (Checkpoint.TryParse(note.Text) is null)
                faults.Add("checkpoint", null, "is no checkpoint: origin, size and root are its first lines");
            return note;
        }
        catch (RecordException error)
        {
            faults.Add("checkpoint", null, error.Reason);
            return null;
        }
    }

    private static IReadOnlyList<NoteVerifier> ReadKeys(LogFolder folder, FaultList faults)
    {
        try
        {
            // A copy that was made to be shown needs no list of keys.
            return folder.Exists ? folder.ReadKeys(withRetired: true) : [];
        }
        catch (RecordException error)
        {
            faults.Add(".record/keys", null, error.Message);
            return [];
        }
    }

    private static VerifiedCheckpoint? CheckSignatures(SignedNote note, WitnessPolicy? policy, IReadOnlyList<NoteVerifier> keys, FaultList faults)
    {
        try
        {
            var verified = policy?.Verify(note);
            if (keys.Count > 0 && note.Verify(keys).Count == 0)
                faults.Add("checkpoint", null, $"none of the log's own keys signed it ({string.Join(", ", keys)})");
            return verified;
        }
        catch (RecordException error)
        {
            faults.Add("checkpoint", null, error.Message);
            return null;
        }
    }

    private static List<CheckedHead> Compare(List<CheckedHead> heads, Dictionary<long, MerkleHash> roots, long size, bool isBroken, FaultList faults)
    {
        var compared = new List<CheckedHead>();
        foreach (var head in heads)
        {
            if (head.Head.Size > size)
            {
                compared.Add(head);
                faults.Add(head.Source, null, $"counts {head.Head.Size} entries, and the log has {size}: entries were dropped");
            }
            else if (roots.TryGetValue(head.Head.Size, out var root))
            {
                compared.Add(head with { Agrees = root == head.Head.Root });
                if (root != head.Head.Root)
                    faults.Add(head.Source, null, $"has root {head.Head.Root} of {head.Head.Size} entries, which make {root}");
            }
            else if (isBroken)
            {
                compared.Add(head);
            }
        }
        return compared;
    }
}

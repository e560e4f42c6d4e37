using Overflight.Record.Leaves;
using Overflight.Record.Merkle;

namespace Overflight.Record;

/// <summary>The end of every subject's chain, and the time of the last entry: what the next leaf is made from.</summary>
internal sealed class SubjectChains
{
    /// <summary>Clocks differ; a time further ahead is a mistake, or another unit.</summary>
    private static readonly TimeSpan s_latestAhead = TimeSpan.FromMinutes(5);

    private readonly Dictionary<string, SubjectHead> _heads = new(StringComparer.Ordinal);

    /// <summary>The chains of no entry, or those that a snapshot holds.</summary>
    public SubjectChains(long size = 0, long lastTime = 0) => (Size, LastTime) = (size, lastTime);

    /// <summary>Entries that are in the chains.</summary>
    public long Size { get; private set; }

    /// <summary>Unix milliseconds of the last entry; 0 before the first.</summary>
    public long LastTime { get; private set; }

    public IReadOnlyDictionary<string, SubjectHead> Heads => _heads;

    public void Load(string subject, SubjectHead head) => _heads.Add(subject, head);

    /// <summary>Takes the next entry of a log, if it is the leaf that is due.</summary>
    /// <exception cref="RecordException">It is not; the message says what is wrong with it.</exception>
    public void Follow(Leaf leaf)
    {
        var head = _heads.GetValueOrDefault(leaf.Subject);
        if (leaf.N != head.Count || leaf.Previous != (head.Count == 0 ? (MerkleHash?)null : head.Leaf))
            throw new RecordException($"n is {leaf.N} and prev {leaf.Previous?.ToBase64Url() ?? "null"}, and {head.Count} leaves about its subject come before it, the last {(head.Count == 0 ? "none" : head.Leaf.ToBase64Url())}");
        if (leaf.Time < LastTime)
            throw new RecordException($"t is {leaf.Time}, earlier than the entry before it ({LastTime})");
        Add(leaf.Subject, new(leaf.N + 1, leaf.Hash), leaf.Time);
    }

    /// <summary>Takes an entry that was not the leaf that was due, so that those behind it are not blamed for it.</summary>
    public void Adopt(Leaf leaf) => Add(leaf.Subject, new(leaf.N + 1, leaf.Hash), Math.Max(leaf.Time, LastTime));

    /// <summary>Makes leaves one behind the other, and takes them in; where one cannot be made, none is.</summary>
    /// <param name="drafts">What they say.</param>
    /// <param name="now">The clock, Unix milliseconds; where it went back, the last entry's time is taken.</param>
    /// <param name="undo">Takes them out again.</param>
    public MadeLeaf[] Make(IReadOnlyList<LeafDraft> drafts, long now, out Action undo)
    {
        var (size, lastTime) = (Size, LastTime);
        var before = new List<(string Subject, SubjectHead Head)>(drafts.Count);
        undo = Undo;
        var made = new MadeLeaf[drafts.Count];
        try
        {
            for (var i = 0; i < made.Length; i++)
            {
                var draft = drafts[i];
                var head = _heads.GetValueOrDefault(draft.Subject);
                if (draft.Time < LastTime)
                    throw new RecordException($"the leaf says t {draft.Time}, and the entry before it has {LastTime}: entries are in the order of their times; leave t out, and put the event's own time in a field");
                if (draft.Time > now + s_latestAhead.TotalMilliseconds)
                    throw new RecordException($"the leaf says t {draft.Time}, which is more than {s_latestAhead.TotalMinutes:0} minutes ahead of the clock: every later entry would have to wait for it. t is Unix milliseconds");
                var time = draft.Time ?? Math.Max(now, LastTime);
                var bytes = draft.Make(head.Count, time, head.Count == 0 ? null : head.Leaf);
                made[i] = new(draft, MerkleTree.HashLeaf(bytes), bytes);
                before.Add((draft.Subject, head));
                Add(draft.Subject, new(head.Count + 1, made[i].Hash), time);
            }
            return made;
        }
        catch
        {
            Undo();
            throw;
        }

        void Undo()
        {
            for (var i = before.Count - 1; i >= 0; i--)
            {
                if (before[i].Head.Count == 0)
                    _heads.Remove(before[i].Subject);
                else
                    _heads[before[i].Subject] = before[i].Head;
            }
            before.Clear();
            (Size, LastTime) = (size, lastTime);
        }
    }

    private void Add(string subject, SubjectHead head, long time)
    {
        _heads[subject] = head;
        Size++;
        LastTime = time;
    }
}

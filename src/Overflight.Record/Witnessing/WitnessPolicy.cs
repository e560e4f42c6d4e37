using Overflight.Record.Notes;

namespace Overflight.Record.Witnessing;

/// <summary>Which logs are believed, and how many of which witnesses must have cosigned (C2SP tlog-policy).</summary>
public sealed class WitnessPolicy
{
    internal WitnessPolicy(IReadOnlyList<PolicyKey> logs, IReadOnlyList<PolicyKey> witnesses, PolicyMember? quorum)
    {
        (Logs, Witnesses, Quorum) = (logs, witnesses, quorum);
    }

    /// <summary>The logs that are believed.</summary>
    public IReadOnlyList<PolicyKey> Logs { get; }

    /// <summary>The witnesses, in the policy's order.</summary>
    public IReadOnlyList<PolicyKey> Witnesses { get; }

    internal PolicyMember? Quorum { get; }

    /// <summary>Whether any witness is needed.</summary>
    public bool NeedsWitnesses => Quorum is not null;

    /// <summary>Believes one log, and needs no witness.</summary>
    public static WitnessPolicy OfLog(NoteVerifier log)
    {
        ArgumentNullException.ThrowIfNull(log);
        return new([new(log.Name, log, null)], [], null);
    }

    /// <summary>Reads a policy.</summary>
    /// <exception cref="RecordException">It is none; the message names the line.</exception>
    public static WitnessPolicy Parse(ReadOnlySpan<byte> text) => new PolicyReader().Read(text);

    /// <summary>The same policy, but only this log is believed.</summary>
    /// <exception cref="RecordException">The policy lists logs, and not this one.</exception>
    public WitnessPolicy ForLog(NoteVerifier log)
    {
        ArgumentNullException.ThrowIfNull(log);
        if (Logs.Count > 0 && !Logs.Any(l => l.Key.Equals(log)))
            throw new RecordException($"the policy believes {string.Join(", ", Logs.Select(l => l.Key))}, and not the key given, {log}");
        return new([new(log.Name, log, null)], Witnesses, Quorum);
    }

    /// <summary>Checks a checkpoint's signatures: a log's of this policy, and enough witnesses'.</summary>
    /// <exception cref="RecordException">It is not to be believed; the message says why.</exception>
    public VerifiedCheckpoint Verify(SignedNote note)
    {
        ArgumentNullException.ThrowIfNull(note);
        var head = Checkpoint.Of(note);
        // A log's key counts for its own origin only: otherwise one log could speak for another.
        var log = note.Verify(Logs.Select(l => l.Key).Where(key => key.Name == head.Origin));
        if (log.Count == 0)
        {
            throw new RecordException(Logs.Count == 0
                ? "the policy names no log: give the log's key"
                : $"the checkpoint of {head.Origin} is signed by none of the keys believed ({string.Join(", ", Logs.Select(l => l.Key))}); it has signatures of {string.Join(", ", note.Signatures.Select(s => $"{s.Name}+{s.KeyId:x8}"))}");
        }
        var cosigned = note.Verify(Witnesses.Select(w => w.Key));
        var names = Witnesses.Where(w => cosigned.Any(c => c.Verifier.Equals(w.Key))).Select(w => w.Name).ToHashSet();
        if (Quorum?.IsMet(names) == false)
            throw new RecordException($"the checkpoint of {head.Size} entries is not witnessed as the policy asks: {Quorum.Describe(names)}");
        return new(head, log[0], [.. Witnesses.Where(w => names.Contains(w.Name)).Select(w => (w.Name, cosigned.First(c => c.Verifier.Equals(w.Key)).Time!.Value))]);
    }
}

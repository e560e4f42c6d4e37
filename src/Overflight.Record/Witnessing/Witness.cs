using Overflight.Record.Merkle;
using Overflight.Record.Notes;
using Overflight.Record.Proofs;

namespace Overflight.Record.Witnessing;

/// <summary>
/// Cosigns checkpoints of logs that only ever grow, and remembers the last of each before it answers (C2SP tlog-witness). How the
/// requests reach it is its host's matter.
/// </summary>
public sealed class Witness : IDisposable
{
    private readonly IReadOnlyList<NoteSigner> _signers;
    private readonly ILookup<string, NoteVerifier> _logs;
    private readonly WitnessState _state;
    private readonly TimeProvider _time;
    private readonly Lock _gate = new();

    /// <summary>A witness with its keys, the logs that it watches, and the folder that it remembers in.</summary>
    /// <param name="signers">Cosigning keys, of one witness; the caller disposes them afterwards.</param>
    /// <param name="logs">Keys of logs; their names are the origins. A log may have several.</param>
    /// <param name="stateFolder">Where the last checkpoints are kept; one witness uses it at a time.</param>
    /// <param name="time">The clock.</param>
    /// <exception cref="RecordException">A key is no witness's, or another witness uses the folder.</exception>
    public Witness(IReadOnlyList<NoteSigner> signers, IEnumerable<NoteVerifier> logs, string stateFolder, TimeProvider? time = null)
    {
        ArgumentNullException.ThrowIfNull(signers);
        if (signers.FirstOrDefault(s => s.Verifier.Algorithm == NoteAlgorithm.Ed25519) is { } wrong)
            throw new RecordException($"{wrong.Verifier} is a log's key; \"overflight record key --witness\" makes a witness's");
        _signers = signers;
        _logs = logs.ToLookup(key => key.Name);
        _state = new(stateFolder);
        _time = time ?? TimeProvider.System;
    }

    /// <summary>The largest request that is read, bytes.</summary>
    public static int MaximumRequestLength => GrowthProof.MaximumLength;

    /// <summary>Answers <c>add-checkpoint</c>.</summary>
    public WitnessAnswer AddCheckpoint(ReadOnlySpan<byte> body)
    {
        GrowthProof request;
        Checkpoint head;
        try
        {
            request = GrowthProof.Parse(body);
            head = Checkpoint.Of(request.Note);
        }
        catch (RecordException error)
        {
            return new(400, error.Message + "\n");
        }
        if (!_logs.Contains(head.Origin))
            return new(404, "this witness does not know the log\n");
        try
        {
            if (request.Note.Verify(_logs[head.Origin]).Count == 0)
                return new(403, "no key of the log signed the checkpoint\n");
        }
        catch (RecordException error)
        {
            return new(403, error.Message + "\n");
        }
        if (request.OldSize > head.Size)
            return new(400, "the old size is larger than the checkpoint's\n");
        lock (_gate)
            return Judge(request, head);
    }

    /// <summary>The last checkpoint that was cosigned for a log, for monitors; null where there is none.</summary>
    public SignedNote? Last(string origin)
    {
        lock (_gate)
            return _state.Read(origin);
    }

    /// <summary>Lets go of the folder.</summary>
    public void Dispose() => _state.Dispose();

    private WitnessAnswer Judge(GrowthProof request, Checkpoint head)
    {
        var last = _state.Read(head.Origin) is { } note ? Checkpoint.Of(note) : new Checkpoint(head.Origin, 0, MerkleTree.EmptyRoot);
        if (request.OldSize != last.Size)
            return Conflict(last.Size);
        if (!ConsistencyProof.Verify(last.Size, last.Root, head.Size, head.Root, request.Path))
        {
            // Both heads are signed: of one size and different, or not of one growth, they are the proof that the log showed two versions.
            _state.KeepAsEvidence(head, request.Note);
            return head.Size == last.Size && head.Root != last.Root
                ? Conflict(last.Size)
                : new(422, "the proof does not show that the log only grew\n");
        }
        var time = _time.GetUtcNow();
        var signatures = _signers.Select(signer => signer.Sign(request.Note.Text, time)).ToList();
        _state.Write(head, signatures.Aggregate(request.Note, (signed, signature) => signed.With(signature)));
        return new(200, string.Concat(signatures.Select(s => s.ToLine() + "\n")));
    }

    private static WitnessAnswer Conflict(long size) => new(409, $"{size}\n", "text/x.tlog.size");
}

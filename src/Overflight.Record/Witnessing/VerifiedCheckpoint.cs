using Overflight.Record.Notes;

namespace Overflight.Record.Witnessing;

/// <summary>A checkpoint that a policy accepts.</summary>
/// <param name="Head">The log's head.</param>
/// <param name="Log">The log's signature.</param>
/// <param name="Witnesses">Who cosigned, by the policy's name, and when.</param>
public sealed record VerifiedCheckpoint(Checkpoint Head, VerifiedSignature Log, IReadOnlyList<(string Name, DateTimeOffset Time)> Witnesses);

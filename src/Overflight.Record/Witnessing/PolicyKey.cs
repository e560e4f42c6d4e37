using Overflight.Record.Notes;

namespace Overflight.Record.Witnessing;

/// <summary>A log or a witness that a policy names.</summary>
/// <param name="Name">The policy's name for a witness; a log's key's name.</param>
/// <param name="Key">Its public key.</param>
/// <param name="Address">Where it answers, if the policy says.</param>
public sealed record PolicyKey(string Name, NoteVerifier Key, Uri? Address);

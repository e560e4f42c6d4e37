namespace Overflight.Record.Notes;

/// <summary>A signature that was verified.</summary>
/// <param name="Verifier">The key.</param>
/// <param name="Signature">The line.</param>
/// <param name="Time">When a witness says that it signed; null where the algorithm states no time.</param>
public sealed record VerifiedSignature(NoteVerifier Verifier, NoteSignature Signature, DateTimeOffset? Time);

using Overflight.Tracks;

namespace Overflight.Authority.Documents;

/// <summary>An office's receipt of a notice.</summary>
/// <param name="Office">The office.</param>
/// <param name="At">When it had it.</param>
public sealed record NoticeReceipt(string Office, UtcInstant At);

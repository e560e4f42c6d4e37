namespace Overflight.Authority.Documents;

/// <summary>An office that notices go to.</summary>
/// <param name="Office">Its name; an office, never a person.</param>
/// <param name="Clearances">Classes of fields that it may see, beside those without a class.</param>
public sealed record Recipient(string Office, IReadOnlyList<string> Clearances);

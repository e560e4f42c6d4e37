using Overflight.Record.Leaves;

namespace Overflight.Cli.Records;

/// <summary>A sealed field that something opens, checked against its leaf.</summary>
/// <param name="Field">The field.</param>
/// <param name="Entry">The entry that opens it; null where a file does.</param>
/// <param name="Published">What that entry says.</param>
internal sealed record RevealedField(Disclosure Field, long? Entry, PublishedDisclosures? Published);

namespace Overflight.Record.Checking;

/// <summary>One thing that is not as it must be.</summary>
/// <param name="Path">The file, from the log's folder.</param>
/// <param name="Entry">The entry that it concerns; null where it is no single one.</param>
/// <param name="What">What differs, with the bytes' place where it is known, and which side the rest of the log takes.</param>
public sealed record RecordFault(string Path, long? Entry, string What);

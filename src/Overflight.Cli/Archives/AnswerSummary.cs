namespace Overflight.Cli.Archives;

/// <summary>What should be known of an answer besides its rows.</summary>
/// <param name="What">What the rows are: flights, fixes, rows.</param>
/// <param name="Rows">How many.</param>
/// <param name="FixesLookedAt">Fixes that had to be looked at, or null where that is not counted.</param>
/// <param name="ArchiveFixes">Fixes in the archive.</param>
/// <param name="WithoutAltitude">Fixes left out because they have no altitude and one was asked for.</param>
/// <param name="Damaged">Messages about files that could not be read.</param>
internal sealed record AnswerSummary(string What, long Rows, long? FixesLookedAt, long ArchiveFixes, long WithoutAltitude, IReadOnlyList<string> Damaged);

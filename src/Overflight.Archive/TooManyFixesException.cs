namespace Overflight.Archive;

/// <summary>An answer would hold more fixes than memory is set aside for.</summary>
public sealed class TooManyFixesException() : InvalidOperationException($"more than {FixArchive.MostFixes:N0} fixes match; ask for less, or use SQL");

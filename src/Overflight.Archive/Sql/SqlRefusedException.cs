namespace Overflight.Archive.Sql;

/// <summary>A statement that is not run; the message says why.</summary>
public sealed class SqlRefusedException(string message) : InvalidOperationException(message);

namespace Overflight.Record;

/// <summary>A log's writer met an error of the disk and writes no more. What was acknowledged is kept; opening the log again goes on.</summary>
public sealed class LogStoppedException : RecordException
{
    /// <summary>An error with its message and what led to it.</summary>
    public LogStoppedException(string message, Exception inner) : base(message, inner) { }

    /// <summary>An error with its message.</summary>
    public LogStoppedException(string message) : base(message) { }

    /// <summary>An error without a message of its own.</summary>
    public LogStoppedException() { }
}

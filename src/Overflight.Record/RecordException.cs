namespace Overflight.Record;

/// <summary>Something about a record that cannot be read, believed or done; the message says what, where, and what to do.</summary>
public class RecordException : Exception
{
    /// <summary>An error with its message.</summary>
    public RecordException(string message) : base(message) { }

    /// <summary>An error with its message and what led to it.</summary>
    public RecordException(string message, Exception inner) : base(message, inner) { }

    /// <summary>An error without a message of its own.</summary>
    public RecordException() { }
}

namespace Overflight.Record;

/// <summary>Something about a record that cannot be read, believed or done; the message says what, where, and what to do.</summary>
public class RecordException : Exception
{
    private readonly string? _reason;

    /// <summary>An error with its message.</summary>
    public RecordException(string message) : base(message) { }

    /// <summary>An error with its message and what led to it.</summary>
    public RecordException(string message, Exception inner) : base(message, inner) { }

    /// <summary>An error in a file: its message is the file and the reason.</summary>
    public RecordException(string file, string reason, Exception? inner = null) : base($"{file}: {reason}", inner) => _reason = reason;

    /// <summary>An error without a message of its own.</summary>
    public RecordException() { }

    /// <summary>The message without the file that it is in, where it names one.</summary>
    public string Reason => _reason ?? Message;
}

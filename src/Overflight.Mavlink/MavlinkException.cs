namespace Overflight.Mavlink;

/// <summary>A link or a service could not do what it was asked; the text says why, and what to do.</summary>
public sealed class MavlinkException : Exception
{
    /// <summary>With a text.</summary>
    public MavlinkException(string message) : base(message)
    {
    }

    /// <summary>With a text and a cause.</summary>
    public MavlinkException(string message, Exception cause) : base(message, cause)
    {
    }
}

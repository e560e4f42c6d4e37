namespace Overflight.Designations;

/// <summary>A rule of the lists was broken by what was asked or given; the message says which.</summary>
public sealed class DesignationException : Exception
{
    /// <summary>With a message.</summary>
    public DesignationException(string message)
        : base(message)
    {
    }

    /// <summary>With a message and what led to it.</summary>
    public DesignationException(string message, Exception inner)
        : base(message, inner)
    {
    }
}

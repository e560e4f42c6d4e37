namespace Overflight.Designations;

/// <summary>What was asked cannot be done; the message says why.</summary>
public sealed class DesignationException : Exception
{
    /// <summary>With a message.</summary>
    /// <param name="message">Why.</param>
    /// <param name="fault">Which kind of thing it is.</param>
    /// <param name="inner">What led to it.</param>
    public DesignationException(string message, DesignationFault fault = DesignationFault.Refused, Exception? inner = null)
        : base(message, inner) => Fault = fault;

    /// <summary>Which kind of thing it is.</summary>
    public DesignationFault Fault { get; }
}

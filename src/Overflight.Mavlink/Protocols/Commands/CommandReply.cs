using Overflight.Mavlink.Messages;

namespace Overflight.Mavlink.Protocols.Commands;

/// <summary>How a command went.</summary>
/// <param name="Result">The result.</param>
/// <param name="Progress">Percent while in progress, or what the command says; 255: not told.</param>
/// <param name="Detail">More, as the command says.</param>
public readonly record struct CommandReply(MavResult Result, byte Progress = 0, int Detail = 0)
{
    /// <summary>Carried out.</summary>
    public static CommandReply Accepted => new(MavResult.Accepted);

    /// <summary>Refused.</summary>
    public static CommandReply Denied => new(MavResult.Denied);

    /// <summary>Not known.</summary>
    public static CommandReply Unsupported => new(MavResult.Unsupported);

    /// <summary>Whether it was carried out.</summary>
    public bool IsAccepted => Result == MavResult.Accepted;
}

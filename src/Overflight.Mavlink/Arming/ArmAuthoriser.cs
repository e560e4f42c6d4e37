using Overflight.Mavlink.Links;
using Overflight.Mavlink.Messages;
using Overflight.Mavlink.Protocols.Commands;

namespace Overflight.Mavlink.Arming;

/// <summary>The authoriser on the ground: answers vehicles that ask whether they may be armed (MAVLink guide, "Arm Authorization Protocol").</summary>
/// <remarks>ACCEPTED tells in its progress for how many seconds; DENIED tells in result_param2 why.</remarks>
/// <param name="node">Who answers.</param>
/// <param name="authority">Who decides.</param>
public sealed class ArmAuthoriser(MavlinkNode node, IArmAuthority authority) : IDisposable
{
    private readonly CommandServer _server = new(node, async (request, cancellation) =>
    {
        if (request.Command != MavCmd.ArmAuthorizationRequest)
            return CommandReply.Unsupported;
        var asked = new ArmRequest(request.SenderSystem, request.SenderSystem, request.SenderComponent, request.IsVerified, 0);
        return ToReply(await authority.DecideAsync(asked, cancellation).ConfigureAwait(false));
    });

    /// <summary>Answers no longer.</summary>
    public void Dispose() => _server.Dispose();

    // Rounded down: no authorisation lasts longer on the link than it does; one of less than a second is none.
    internal static CommandReply ToReply(ArmDecision decision) => decision switch
    {
        { IsAllowed: false } => new(MavResult.Denied, Detail: (int)decision.Reason),
        _ when decision.ValidFor < TimeSpan.FromSeconds(1) => new(MavResult.Denied, Detail: (int)MavArmAuthDeniedReason.Timeout),
        _ => new(MavResult.Accepted, (byte)(decision.ValidFor < ArmDecision.LongestOnLink ? decision.ValidFor : ArmDecision.LongestOnLink).TotalSeconds),
    };
}

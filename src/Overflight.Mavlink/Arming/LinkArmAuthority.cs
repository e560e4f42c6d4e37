using Overflight.Mavlink.Links;
using Overflight.Mavlink.Messages;
using Overflight.Mavlink.Protocols;
using Overflight.Mavlink.Protocols.Commands;

namespace Overflight.Mavlink.Arming;

/// <summary>Asks an authoriser on the link (MAV_CMD_ARM_AUTHORIZATION_REQUEST) whether the vehicle may be armed.</summary>
/// <param name="node">The vehicle.</param>
/// <param name="system">The authoriser's system.</param>
/// <param name="component">The authoriser's component.</param>
/// <param name="patience">How long to wait for its answer, and how often to ask again.</param>
public sealed class LinkArmAuthority(MavlinkNode node, byte system, byte component, Patience? patience = null) : IArmAuthority
{
    private readonly CommandClient _commands = new(node, patience);

    /// <inheritdoc/>
    public async ValueTask<ArmDecision> DecideAsync(ArmRequest request, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        try
        {
            var reply = await _commands.SendAsync(new CommandLong
            {
                TargetSystem = system,
                TargetComponent = component,
                Command = MavCmd.ArmAuthorizationRequest,
                Param1 = request.VehicleSystem,
            }, cancellation: cancellation).ConfigureAwait(false);
            if (!reply.IsAccepted)
            {
                var reason = reply.Result == MavResult.Denied ? (MavArmAuthDeniedReason)reply.Detail : MavArmAuthDeniedReason.Generic;
                return ArmDecision.Deny(reason, $"the authoriser {system}/{component} says {reply.Result}: {reason}");
            }
            return reply.Progress is 0 or byte.MaxValue
                ? ArmDecision.Deny(MavArmAuthDeniedReason.Generic, $"the authoriser {system}/{component} allows it for no time")
                : ArmDecision.Allow(TimeSpan.FromSeconds(reply.Progress));
        }
        catch (MavlinkException error)
        {
            return ArmDecision.Deny(MavArmAuthDeniedReason.Timeout, error.Message);
        }
    }
}

using Overflight.Mavlink.Arming;
using Overflight.Mavlink.Messages;
using Overflight.Operations.Flying;
using Overflight.Tracks;

namespace Overflight.Operations.Linking;

/// <summary>Lets an aircraft be armed over a link while its authorisation, which is a leaf of the record, holds.</summary>
/// <param name="authorisation">The authorisation.</param>
/// <param name="now">The instant.</param>
public sealed class LeafArmAuthority(Authorisation authorisation, Func<UtcInstant> now) : IArmAuthority
{
    /// <inheritdoc/>
    public ValueTask<ArmDecision> DecideAsync(ArmRequest request, CancellationToken cancellation)
    {
        var left = authorisation.Until.SecondsSince(now());
        return ValueTask.FromResult(left > 0
            ? ArmDecision.Allow(TimeSpan.FromSeconds(Math.Min(left, ArmDecision.LongestOnLink.TotalSeconds)))
            : ArmDecision.Deny(MavArmAuthDeniedReason.Timeout, $"the authorisation in leaf {authorisation.Leaf} ran out at {authorisation.Until}"));
    }
}

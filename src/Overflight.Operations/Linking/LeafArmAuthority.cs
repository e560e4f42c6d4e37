using Overflight.Mavlink;
using Overflight.Mavlink.Arming;
using Overflight.Mavlink.Messages;
using Overflight.Operations.Flying;

namespace Overflight.Operations.Linking;

/// <summary>Lets an aircraft be armed over its link while its authorisation, which is a leaf of the record, holds.</summary>
public sealed class LeafArmAuthority(FlownAircraft aircraft) : IArmAuthority
{
    /// <inheritdoc/>
    public ValueTask<ArmDecision> DecideAsync(ArmRequest request, CancellationToken cancellation)
    {
        var left = aircraft.Authorisation.Until.SecondsSince(aircraft.Read(s => s.Time));
        return ValueTask.FromResult(left > 0 && !aircraft.IsClosed
            ? ArmDecision.Allow(TimeSpan.FromSeconds(Math.Min(left, ArmDecision.LongestOnLink.TotalSeconds)))
            : ArmDecision.Deny(MavArmAuthDeniedReason.Timeout, $"the authorisation in leaf {aircraft.Authorisation.Leaf} ran out at {aircraft.Authorisation.Until}"));
    }
}

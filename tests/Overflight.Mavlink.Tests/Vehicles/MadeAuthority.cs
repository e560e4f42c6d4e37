using Overflight.Mavlink.Arming;
using Overflight.Mavlink.Messages;

namespace Overflight.Mavlink.Tests.Vehicles;

/// <summary>Gives leave for a minute to who has a mission.</summary>
internal sealed class MadeAuthority : IArmAuthority
{
    public List<ArmRequest> Requests { get; } = [];

    public Func<ArmRequest, ArmDecision> Judge { get; init; } = r =>
        r.MissionId != 0 ? ArmDecision.Allow(TimeSpan.FromSeconds(60)) : ArmDecision.Deny(MavArmAuthDeniedReason.InvalidWaypoint, "there is no mission");

    public ValueTask<ArmDecision> DecideAsync(ArmRequest request, CancellationToken cancellation)
    {
        Requests.Add(request);
        return new(Judge(request));
    }
}

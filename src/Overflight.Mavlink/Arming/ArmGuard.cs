using Overflight.Mavlink.Messages;

namespace Overflight.Mavlink.Arming;

/// <summary>Keeps the last authorisation, and refuses to arm without one that still holds.</summary>
/// <param name="authority">Who decides.</param>
/// <param name="time">Tells the time.</param>
internal sealed class ArmGuard(IArmAuthority authority, TimeProvider time)
{
    private readonly Lock _lock = new();
    private long _from;
    private TimeSpan _validFor;
    private (byte System, byte Component, uint Mission)? _holder;

    /// <summary>Asks, or takes the authorisation that this asker has for this mission.</summary>
    public async ValueTask<ArmDecision> AskAsync(ArmRequest request, bool anew, CancellationToken cancellation)
    {
        var holder = (request.AskerSystem, request.AskerComponent, request.MissionId);
        lock (_lock)
        {
            var left = _validFor - time.GetElapsedTime(_from);
            if (!anew && _holder == holder && left > TimeSpan.Zero)
                return ArmDecision.Allow(left);
            _holder = null;
        }
        var from = time.GetTimestamp();
        ArmDecision decision;
        try
        {
            decision = await authority.DecideAsync(request, cancellation).ConfigureAwait(false)
                ?? ArmDecision.Deny(MavArmAuthDeniedReason.Generic, "the authority did not decide");
        }
        catch (OperationCanceledException)
        {
            throw;
        }
#pragma warning disable CA1031 // No authorisation, whatever the reason: no arming.
        catch (Exception error)
        {
            decision = ArmDecision.Deny(MavArmAuthDeniedReason.Generic, $"the authority failed: {error.Message}");
        }
#pragma warning restore CA1031
        if (decision.IsAllowed)
        {
            lock (_lock)
            {
                _from = from;
                _validFor = decision.ValidFor;
                _holder = holder;
            }
        }
        return decision;
    }

    /// <summary>An authorisation is for arming once.</summary>
    public void Spend()
    {
        lock (_lock)
            _holder = null;
    }
}

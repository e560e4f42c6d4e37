namespace Overflight.Mavlink.Arming;

/// <summary>Says whether a vehicle may be armed.</summary>
public interface IArmAuthority
{
    /// <summary>Judges a request. An exception, or none in time, stands for a refusal.</summary>
    ValueTask<ArmDecision> DecideAsync(ArmRequest request, CancellationToken cancellation);
}

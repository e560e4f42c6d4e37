using Overflight.Mavlink.Messages;

namespace Overflight.Mavlink.Arming;

/// <summary>Whether a vehicle may be armed, for how long, or why not.</summary>
public sealed record ArmDecision
{
    /// <summary>The longest time that the answer on the link can tell.</summary>
    public static readonly TimeSpan LongestOnLink = TimeSpan.FromSeconds(254);

    private ArmDecision()
    {
    }

    /// <summary>Whether it may be armed.</summary>
    public bool IsAllowed { get; private init; }

    /// <summary>For how long.</summary>
    public TimeSpan ValidFor { get; private init; }

    /// <summary>Why not.</summary>
    public MavArmAuthDeniedReason Reason { get; private init; }

    /// <summary>Why not, for people.</summary>
    public string Text { get; private init; } = "";

    /// <summary>It may be armed from now on for a time.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The time is not above zero.</exception>
    public static ArmDecision Allow(TimeSpan validFor)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(validFor, TimeSpan.Zero);
        return new() { IsAllowed = true, ValidFor = validFor };
    }

    /// <summary>It may not be armed.</summary>
    public static ArmDecision Deny(MavArmAuthDeniedReason reason, string text) => new() { Reason = reason, Text = text };
}

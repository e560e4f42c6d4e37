using Overflight.Mavlink.Arming;
using Overflight.Mavlink.Protocols;

namespace Overflight.Mavlink.Grounds;

/// <summary>How a ground station shows itself on a link.</summary>
public sealed record GroundOptions
{
    /// <summary>Its system.</summary>
    public byte SystemId { get; init; } = 255;

    /// <summary>Its component.</summary>
    public byte ComponentId { get; init; } = 190;

    /// <summary>Decides for vehicles that ask whether they may be armed; null: this station is no authoriser, and answers that it is not.</summary>
    public IArmAuthority? ArmAuthority { get; init; }

    /// <summary>How long to wait for answers, and how often to ask again.</summary>
    public Patience Patience { get; init; } = Patience.Standard;

    /// <summary>How long a vehicle may be silent before it counts as lost.</summary>
    public TimeSpan Silence { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Between two heartbeats of this station.</summary>
    public TimeSpan HeartbeatInterval { get; init; } = TimeSpan.FromSeconds(1);
}

using Overflight.Mavlink.Arming;
using Overflight.Mavlink.Protocols;
using Overflight.Mavlink.Protocols.Parameters;
using Overflight.Mavlink.RemoteId;

namespace Overflight.Mavlink.Vehicles;

/// <summary>How a vehicle shows itself on a link.</summary>
public sealed record VehicleOptions
{
    /// <summary>Its system, 1 to 254.</summary>
    public byte SystemId { get; init; } = 1;

    /// <summary>Who says whether it may be armed. Without leave it is never armed.</summary>
    public required IArmAuthority ArmAuthority { get; init; }

    /// <summary>How it codes its modes. PX4's, so that ground stations offer guided flight.</summary>
    public FlightModes Modes { get; init; } = FlightModes.Px4;

    /// <summary>Its parameters.</summary>
    public IReadOnlyDictionary<string, ParameterValue> Parameters { get; init; } = new Dictionary<string, ParameterValue>();

    /// <summary>Says whether a parameter may be set so; null: any may.</summary>
    public Func<string, ParameterValue, bool>? AllowParameter { get; init; }

    /// <summary>How it is identified to others; null: it sends no Remote ID. With it, it is armed only when all is known that Remote ID must tell.</summary>
    public RemoteIdentity? RemoteIdentity { get; init; }

    /// <summary>Whether it tells traffic management its position and next waypoint (UTM_GLOBAL_POSITION) every second; else only when asked.</summary>
    public bool TellsTrafficManagement { get; init; }

    /// <summary>Unique id of the airframe.</summary>
    public ulong UniqueId { get; init; }

    /// <summary>How long to wait for an item of a plan, and how often to ask again.</summary>
    public Patience PlanPatience { get; init; } = Patience.Item;

    /// <summary>Items of a plan at most.</summary>
    public int MostPlanItems { get; init; } = 2_000;

    /// <summary>How long ground stations may be silent before they count as lost.</summary>
    public TimeSpan GroundSilence { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How often the streams are looked after.</summary>
    public TimeSpan TickInterval { get; init; } = TimeSpan.FromMilliseconds(20);
}

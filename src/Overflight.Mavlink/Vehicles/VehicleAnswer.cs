using Overflight.Mavlink.Messages;

namespace Overflight.Mavlink.Vehicles;

/// <summary>What a vehicle says to a command.</summary>
/// <param name="Result">The result.</param>
/// <param name="Text">Why, for people; sent as a status text. Null: nothing.</param>
public readonly record struct VehicleAnswer(MavResult Result, string? Text = null)
{
    /// <summary>Done.</summary>
    public static VehicleAnswer Done => new(MavResult.Accepted);

    /// <summary>This vehicle cannot do such a thing.</summary>
    public static VehicleAnswer Unsupported => new(MavResult.Unsupported);

    /// <summary>Not now: ask again later.</summary>
    public static VehicleAnswer NotNow(string text) => new(MavResult.TemporarilyRejected, text);

    /// <summary>Refused.</summary>
    public static VehicleAnswer Refused(string text) => new(MavResult.Denied, text);
}

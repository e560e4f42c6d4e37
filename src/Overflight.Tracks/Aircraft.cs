namespace Overflight.Tracks;

/// <summary>Who a track is of, as far as its source says.</summary>
/// <param name="Address">The 24-bit address, or <see cref="AircraftAddress.None"/>.</param>
public sealed record Aircraft(AircraftAddress Address)
{
    /// <summary>Name to group and show by where there is no address (a GPX track's name, a MAVLink system id).</summary>
    public string Name { get; init; } = "";

    /// <summary>Registration marks, for example <c>N899DN</c>; empty where not given.</summary>
    public string Registration { get; init; } = "";

    /// <summary>ICAO type designator (Doc 8643), for example <c>B739</c>; empty where not given.</summary>
    public string TypeDesignator { get; init; } = "";

    /// <summary>The source's own words on type or operator; empty where not given.</summary>
    public string Description { get; init; } = "";

    /// <summary>The address, else the name, else "unknown".</summary>
    public string Id => Address.IsKnown ? Address.ToString() : Name.Length > 0 ? Name : "unknown";
}

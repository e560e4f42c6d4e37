namespace Overflight.Airspace;

/// <summary>
/// States that claim airspace of another breadth than their territorial sea. The claim is recorded, not judged: Chicago
/// art. 1-2 ties airspace to the territorial sea, and other States dispute the difference.
/// </summary>
/// <param name="State">ISO 3166 alpha-3 code.</param>
/// <param name="SeaNauticalMiles">Breadth of the territorial sea that the boundary sets draw.</param>
/// <param name="AirspaceNauticalMiles">Breadth of the airspace claimed.</param>
/// <param name="Act">The act that claims it.</param>
public sealed record AirspaceBreadth(string State, double SeaNauticalMiles, double AirspaceNauticalMiles, string Act)
{
    /// <summary>All that the program knows.</summary>
    public static IReadOnlyList<AirspaceBreadth> All { get; } =
    [
        new("GRC", 6, 10, "decree of 6 September 1931"),
    ];

    /// <summary>How much farther the airspace is claimed than the sea, metres.</summary>
    public double BeyondSeaMetres => (AirspaceNauticalMiles - SeaNauticalMiles) * Geodesy.Wgs84.MetresPerNauticalMile;

    /// <summary>The claim of a State, or null where it claims airspace over its territorial sea only.</summary>
    public static AirspaceBreadth? Of(string state) => All.FirstOrDefault(b => b.State == state);
}

using Overflight.Geodesy;

namespace Overflight.Patterns.Watched;

/// <summary>A place that an aircraft was about: by its flight alone, what lay inside its orbits or under its pattern; by its sensor, what that was pointed at.</summary>
/// <param name="Centre">The middle, weighted by time.</param>
/// <param name="RadiusMetres">Of a disc that holds the middle and the mean extent of what was flown about it; of a sensor's pictures, the mean extent of these.</param>
/// <param name="Seconds">Time with fixes, or with pictures, spent about it.</param>
/// <param name="Visits">How many findings or stays it is made of.</param>
public readonly record struct WatchedPlace(GeoPoint Centre, double RadiusMetres, double Seconds, int Visits)
{
    /// <summary>Whether a sensor's own metadata say so; false where it is inferred from the flight.</summary>
    public bool IsSeen { get; init; }
}

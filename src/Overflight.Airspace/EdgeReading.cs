namespace Overflight.Airspace;

/// <summary>Which curve joins the two ends of an edge.</summary>
public enum EdgeReading : byte
{
    /// <summary>A straight line in longitude and latitude, as map data is drawn; along a parallel it is the parallel.</summary>
    Chord = 0,

    /// <summary>A geodesic, as law reads straight lines (14 CFR 99.41), stored as chords of at most 1 km.</summary>
    Geodesic,
}

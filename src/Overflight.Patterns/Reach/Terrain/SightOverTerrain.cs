namespace Overflight.Patterns.Reach.Terrain;

/// <summary>Whether a place can be seen over terrain.</summary>
internal enum SightOverTerrain
{
    /// <summary>Every sample of the line lies above the terrain.</summary>
    Seen,

    /// <summary>Terrain that is known stands in the way.</summary>
    Hidden,

    /// <summary>Nothing known stands in the way, but some terrain is not known.</summary>
    Unknown,
}

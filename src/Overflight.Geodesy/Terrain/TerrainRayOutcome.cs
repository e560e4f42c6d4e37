namespace Overflight.Geodesy.Terrain;

/// <summary>How a ray over terrain ended.</summary>
public enum TerrainRayOutcome
{
    /// <summary>It met the surface.</summary>
    Met,

    /// <summary>It met nothing: it rose above all terrain, or came to the greatest range.</summary>
    Left,

    /// <summary>It came to where the terrain is not known before it had met anything.</summary>
    Unknown,
}

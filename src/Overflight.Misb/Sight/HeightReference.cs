namespace Overflight.Misb.Sight;

/// <summary>What heights are counted from.</summary>
public enum HeightReference
{
    /// <summary>The WGS-84 ellipsoid.</summary>
    Ellipsoid,

    /// <summary>Mean sea level.</summary>
    SeaLevel,
}

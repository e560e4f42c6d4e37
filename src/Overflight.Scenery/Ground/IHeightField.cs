using Overflight.Geodesy;

namespace Overflight.Scenery.Ground;

/// <summary>How high the ground is.</summary>
public interface IHeightField
{
    /// <summary>Height of the ground or the sea above the ellipsoid, metres.</summary>
    double HeightMetres(GeoPoint place);
}

using Overflight.Geodesy;

namespace Overflight.Misb.Sight;

/// <summary>What lines of sight meet.</summary>
public interface IGround
{
    /// <summary>Where a line of sight meets the ground, or is lost; null where it passes over everything.</summary>
    /// <param name="origin">ECEF, metres.</param>
    /// <param name="direction">ECEF, of unit length.</param>
    GroundPoint? Meet((double X, double Y, double Z) origin, (double X, double Y, double Z) direction);

    /// <summary>Height above the ellipsoid of the surface on which the horizon lies, metres.</summary>
    double HorizonHeightMetres { get; }

    /// <summary>Whether a camera is below the ground, where nothing can be seen.</summary>
    bool Covers(GeoPoint place, double heightMetres);

    /// <summary>How many pieces an edge of a picture is cut into, so that its line over this ground is followed.</summary>
    /// <param name="lengthMetres">Of the edge on the ground.</param>
    int PiecesOf(double lengthMetres);
}

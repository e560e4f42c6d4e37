using Overflight.Airspace.Nearest;
using Overflight.Geodesy;

namespace Overflight.Airspace.Verdicts;

/// <summary>
/// Says of one fix after another on which side of a boundary it is. Distance to a line changes no faster than one moves,
/// so one look far from the boundary settles all that follows within that distance; near it every fix is looked at.
/// The same for a recorded flight and for a live one.
/// </summary>
internal struct SideFollower(AirspaceRegion region)
{
    private readonly AirspaceRegion _region = region;
    private SurfacePoint _looked;
    private int _lastPiece = -1;

    /// <summary>Where the fix looked at last is, and with it all that it settles since.</summary>
    public FixClass Side { get; private set; }

    /// <summary>Whether that fix's own place is in the region.</summary>
    public bool IsNominallyInside { get; private set; }

    /// <summary>How far it is from the nearest edge widened by its uncertainty, by chord, metres.</summary>
    public double ClearanceMetres { get; private set; }

    /// <summary>Looks at a fix.</summary>
    public void Look(GeoPoint place, SurfacePoint point, double radiusMetres)
    {
        var found = _region.Tree.NearestWidened(point, likely: _lastPiece);
        _lastPiece = found.Slot;
        _looked = point;
        ClearanceMetres = found.Slot < 0 ? double.PositiveInfinity : found.ChordMetres;
        IsNominallyInside = _region.Contains(place);
        Side = ClearanceMetres <= radiusMetres ? FixClass.Near : IsNominallyInside ? FixClass.Inside : FixClass.Outside;
    }

    /// <summary>
    /// Whether a leg, and the fix after it, lie wholly within the clearance of the fix looked at last. Not where that is
    /// near the boundary: a vague fix says nothing of a sharper one after it.
    /// </summary>
    public readonly bool Settles(SurfacePoint legStart, double reachFromStartMetres, SurfacePoint legEnd, double endRadiusMetres) =>
        Side != FixClass.Near
        && _looked.ChordTo(legStart) + reachFromStartMetres < ClearanceMetres
        && _looked.ChordTo(legEnd) + endRadiusMetres < ClearanceMetres;

    /// <summary>A lower bound of the clearance of another place, by chord, metres.</summary>
    public readonly double ClearanceFrom(SurfacePoint place) => ClearanceMetres - _looked.ChordTo(place);

    /// <summary>An upper bound of the same.</summary>
    public readonly double GreatestClearanceFrom(SurfacePoint place) => ClearanceMetres + _looked.ChordTo(place);

    /// <summary>Whether all that lies in a ball is within the clearance of the fix looked at last.</summary>
    public readonly bool Settles(SurfacePoint centre, double metres) => Side != FixClass.Near && _looked.ChordTo(centre) + metres < ClearanceMetres;
}

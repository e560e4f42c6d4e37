using Overflight.Airspace.Nearest;
using Overflight.Geodesy;

namespace Overflight.Airspace.Verdicts;

/// <summary>
/// Finds where on a boundary piece, or on the rim of what lies within its uncertainty, the way from one place over it to
/// another is least. Near the piece, distances are those of <see cref="RemotePlace"/>, which have the geodesics' values
/// and slopes; where that does not hold (places across half the world, a very vague line) they are geodesics throughout.
/// </summary>
internal readonly struct DetourSearch
{
    private readonly BoundaryPiece _piece;
    private readonly GeoPoint _from, _to;
    private readonly LocalPiece _local;
    private readonly RemotePlace _remoteFrom, _remoteTo;
    private readonly bool _isLocal;

    public DetourSearch(in BoundaryPiece piece, GeoPoint from, GeoPoint to)
    {
        (_piece, _from, _to) = (piece, from, to);
        _local = new LocalPiece(piece);
        _remoteFrom = new RemotePlace(_local.Plane, from);
        _remoteTo = new RemotePlace(_local.Plane, to);
        _isLocal = _local.HalfLengthMetres + piece.UncertaintyMetres <= LocalPlane.ReachMetres
            && _remoteFrom.AnchorMetres <= RemotePlace.FarthestMetres && _remoteTo.AnchorMetres <= RemotePlace.FarthestMetres;
    }

    /// <summary>The place on the piece.</summary>
    public GeoPoint LeastOnLine()
    {
        var search = this;
        return _piece.At(LeastOnInterval.Find(f => search._isLocal ? search.Sum(search._local.At(f)) : search.Sum(search._piece.At(f)), 0, 1, 1e-6));
    }

    /// <summary>The place on the rim.</summary>
    public GeoPoint LeastOnRim()
    {
        var search = this;
        var rim = new WidenedPiece(_piece);
        return rim.OnRim(WidenedPiece.Least(at => search._isLocal ? search.Sum(rim.OnRim(search._local, at)) : search.Sum(rim.OnRim(at))));
    }

    private double Sum(LocalPoint place) => _remoteFrom.DistanceTo(place) + _remoteTo.DistanceTo(place);

    private double Sum(GeoPoint place) => Geodesic.DistanceMetres(_from, place) + Geodesic.DistanceMetres(place, _to);
}

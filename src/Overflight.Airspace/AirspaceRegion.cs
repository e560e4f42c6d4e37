using Overflight.Airspace.Locating;
using Overflight.Airspace.Nearest;
using Overflight.Airspace.Pack;
using Overflight.Geodesy;

namespace Overflight.Airspace;

/// <summary>A closed region that a verdict can be about: one claim of one boundary set, or one zone. Thread-safe.</summary>
public sealed class AirspaceRegion
{
    private const int AreaRows = 4_096;

    private readonly Lazy<PieceTree> _tree;
    private readonly Lazy<bool[]> _claimSetsThatHold;
    private readonly Lazy<(double South, double West, double North, double East)> _bounds;
    private readonly Lazy<double> _area;
    private readonly Lazy<LatitudeOrder> _byLatitude;

    internal AirspaceRegion(string name, string sourceName, BoundarySet set, int claim, VerticalLimits? vertical = null, ValidityPeriod? validity = null, string setSha256 = "")
    {
        Name = name;
        SourceName = sourceName;
        Set = set;
        Claim = claim;
        Vertical = vertical;
        Validity = validity;
        SetSha256 = setSha256;
        _claimSetsThatHold = new Lazy<bool[]>(() =>
        {
            var holds = new bool[set.ClaimSetCount];
            for (var i = 0; i < holds.Length; i++)
                holds[i] = set.ClaimsOf(i).Contains((ushort)claim);
            return holds;
        });
        _bounds = new Lazy<(double, double, double, double)>(Bounds);
        _area = new Lazy<double>(() => ParallelCuts.AreaSquareMetres(this, AreaRows));
        _byLatitude = new Lazy<LatitudeOrder>(() => new LatitudeOrder(set, claim));
        _tree = new Lazy<PieceTree>(() => new PieceTree(PieceCutter.OfClaim(set, claim)));
    }

    /// <summary>ISO 3166 alpha-3 code of the State, or the zone's name.</summary>
    public string Name { get; }

    /// <summary>Name of the boundary set that it is a claim of.</summary>
    public string SourceName { get; }

    /// <summary>Floor and ceiling; none for a State's airspace.</summary>
    public VerticalLimits? Vertical { get; }

    /// <summary>When the zone is in force; none for always.</summary>
    public ValidityPeriod? Validity { get; }

    /// <summary>For a State's airspace, SHA-256 of the compiled set that it is a claim of; empty for a zone.</summary>
    public string SetSha256 { get; }

    internal BoundarySet Set { get; }

    internal int Claim { get; }

    internal PieceTree Tree => _tree.Value;

    internal LatitudeOrder ByLatitude => _byLatitude.Value;

    /// <summary>Whether a place is in the region; its edges are. Exact for the stored edges.</summary>
    public bool Contains(GeoPoint place)
    {
        var claimSet = PointLocator.Locate(Set, place.LatitudeDegrees, place.LongitudeDegrees);
        if (claimSet >= 0)
            return Set.ClaimsOf(claimSet).Contains((ushort)Claim);
        var claims = new List<ushort>();
        ExactLocator.Locate(Set, place.LatitudeDegrees, place.LongitudeDegrees, claims);
        return claims.Contains((ushort)Claim);
    }

    /// <summary>South, west, north and east of a box that holds the region, degrees; all longitudes where it holds a pole or meets the 180th meridian on both sides.</summary>
    public (double South, double West, double North, double East) BoundsDegrees => _bounds.Value;

    /// <summary>Area on the ellipsoid, square metres, to about 1 part in 10,000.</summary>
    public double AreaSquareMetres => _area.Value;

    /// <summary>Many places at once, as <see cref="Contains"/> answers each.</summary>
    public void ContainsMany(ReadOnlySpan<double> latitudesDegrees, ReadOnlySpan<double> longitudesDegrees, Span<bool> inside)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(latitudesDegrees.Length, longitudesDegrees.Length);
        ArgumentOutOfRangeException.ThrowIfLessThan(inside.Length, latitudesDegrees.Length);
        var holds = _claimSetsThatHold.Value;
        for (var i = 0; i < latitudesDegrees.Length; i++)
        {
            var claimSet = PointLocator.Locate(Set, latitudesDegrees[i], longitudesDegrees[i]);
            inside[i] = claimSet >= 0 ? holds[claimSet] : Contains(new GeoPoint(latitudesDegrees[i], longitudesDegrees[i]));
        }
        Set.KeepAlive();
    }

    /// <summary>
    /// Whether the region may hold a place of a box; never false where it does. Degrees; an east less than the west, or beyond
    /// 180, means a box across the 180th meridian.
    /// </summary>
    public bool MayHold(double southDegrees, double westDegrees, double northDegrees, double eastDegrees)
    {
        var claims = new HashSet<int>();
        NearbyClaims.InBox(Set, southDegrees, northDegrees, westDegrees, eastDegrees < westDegrees ? eastDegrees + 360 : eastDegrees, claims);
        return claims.Contains(Claim);
    }

    /// <summary>The signed geodesic distance to the region's boundary and the edge that it is to.</summary>
    public BoundaryDistance DistanceTo(GeoPoint place)
    {
        var (piece, nearest, metres) = NearestPlace.On(Tree, place);
        return new BoundaryDistance(Contains(place) ? metres : -metres, nearest, EdgeOf(piece));
    }

    /// <summary>
    /// The unsigned distance to the region's boundary, metres, by the straight line through the earth: to about 1 part in
    /// 100,000 up to 1,000 km and within the few metres that a piece of an edge bends. A tenth of the time of
    /// <see cref="DistanceTo"/>; infinite where the region has no boundary.
    /// </summary>
    /// <param name="place">From where.</param>
    /// <param name="likely">What the last call for a place near this one left; 0 for the first.</param>
    /// <param name="nearest">The nearest place on the boundary.</param>
    public double NearestBoundaryMetres(GeoPoint place, ref int likely, out GeoPoint nearest)
    {
        var found = Tree.Nearest(SurfacePoint.From(place), likely: likely - 1);
        nearest = place;
        if (found.Slot < 0)
            return double.PositiveInfinity;
        likely = found.Slot + 1;
        var (start, end) = (Tree.StartOf(found.Slot), Tree.EndOf(found.Slot));
        var length = start.ChordTo(end);
        nearest = Tree[found.Slot].At(length > 0 ? Math.Clamp(found.AlongMetres / length, 0, 1) : 0);
        return 2 * Wgs84.MeanRadiusMetres * Math.Asin(Math.Min(1, found.ChordMetres / (2 * Wgs84.MeanRadiusMetres)));
    }

    /// <summary>How far the true line may lie from the edge that <see cref="NearestBoundaryMetres"/> found, metres.</summary>
    /// <param name="likely">What that call left.</param>
    public unsafe double UncertaintyMetres(int likely) => likely > 0 ? Set.Attributes[Set.Edges[Tree[likely - 1].Edge]].UncertaintyMetres : 0;

    /// <summary>The box of the edges. Edges along ±180° are not stored, but those that end there are; a pole has none around it.</summary>
    private (double South, double West, double North, double East) Bounds()
    {
        var (south, west, north, east) = (90.0, 180.0, -90.0, -180.0);
        var runs = Set.RunsOf(Claim);
        for (var r = 0; r < runs.Length; r += 2)
            for (var vertex = (int)runs[r]; vertex <= runs[r] + runs[r + 1]; vertex++)
            {
                (south, north) = (Math.Min(south, Set.Latitude(vertex)), Math.Max(north, Set.Latitude(vertex)));
                (west, east) = (Math.Min(west, Set.Longitude(vertex)), Math.Max(east, Set.Longitude(vertex)));
            }
        var (holdsSouth, holdsNorth) = (Contains(new GeoPoint(-90, 0)), Contains(new GeoPoint(90, 0)));
        if (holdsSouth || holdsNorth)
            (south, west, north, east) = (holdsSouth ? -90 : south, -180, holdsNorth ? 90 : north, 180);
        return (south, west, north, east);
    }

    internal unsafe BoundaryEdge EdgeOf(in BoundaryPiece piece)
    {
        var attributes = Set.Attributes[Set.Edges[piece.Edge]];
        var claims = new List<string>();
        foreach (var claim in Set.ClaimsOf(attributes.ClaimSet))
            claims.Add(Set.Claims[claim]);
        return new BoundaryEdge(
            SourceName,
            piece.Edge,
            new GeoPoint(Set.Latitude(piece.Edge), Set.Longitude(piece.Edge)),
            new GeoPoint(Set.Latitude(piece.Edge + 1), Set.Longitude(piece.Edge + 1)),
            attributes.Kind,
            attributes.Reading,
            attributes.UncertaintyMetres,
            claims);
    }
}

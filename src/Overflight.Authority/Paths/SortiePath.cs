using Overflight.Airspace;
using Overflight.Airspace.Verdicts;
using Overflight.Authority.Documents;
using Overflight.Geodesy;
using Overflight.Tracks;
using Overflight.Tracks.Preparing;

namespace Overflight.Authority.Paths;

/// <summary>Where an aircraft will be or was, with the uncertainty of that, and whose airspace it concerns: what rules judge, whether planned or flown.</summary>
public sealed class SortiePath
{
    private readonly AirspaceIndex _index;

    private SortiePath(PathKind kind, IReadOnlyList<PathLeg> legs, IReadOnlyList<StateOverflight> states, AirspaceIndex index)
    {
        (Kind, Legs, States, _index) = (kind, legs, states, index);
    }

    /// <summary>Whether it is a plan or was flown.</summary>
    public PathKind Kind { get; }

    /// <summary>Its legs in time order, one or more.</summary>
    public IReadOnlyList<PathLeg> Legs { get; }

    /// <summary>States whose sovereign airspace it enters or perhaps enters, in time order.</summary>
    public IReadOnlyList<StateOverflight> States { get; }

    /// <summary>The boundary set that this was told by.</summary>
    public BoundarySource Boundaries => _index.Sources[0];

    /// <summary>Its first instant.</summary>
    public UtcInstant Start => Legs[0].From.At;

    /// <summary>Its last instant.</summary>
    public UtcInstant End => Legs[^1].To.At;

    /// <summary>The path of a plan: the corridor around its route.</summary>
    public static SortiePath Of(PlannedRoute route, AirspaceIndex index)
    {
        ArgumentNullException.ThrowIfNull(route);
        ArgumentNullException.ThrowIfNull(index);
        var points = route.Points.Select(p => new PathPoint(
            p.At, new GeoPoint(p.Latitude, p.Longitude), route.CorridorMetres,
            new AltitudeBand(p.AltitudeMetres - route.AltitudeToleranceMetres, p.AltitudeMetres + route.AltitudeToleranceMetres))).ToArray();
        var legs = new PathLeg[points.Length - 1];
        for (var i = 0; i < legs.Length; i++)
            legs[i] = new(i, points[i], points[i + 1], route.CorridorMetres);
        return new(PathKind.Planned, legs, PlannedOverflights.Of(legs, index), index);
    }

    /// <summary>The path of a flight as it was recorded, with the verdicts on it.</summary>
    /// <exception cref="ArgumentException">Fewer than two fixes were kept.</exception>
    public static SortiePath Of(FlightAnalysis analysis, AirspaceIndex index)
    {
        ArgumentNullException.ThrowIfNull(analysis);
        ArgumentNullException.ThrowIfNull(index);
        var flight = analysis.Flight;
        if (flight.Count < 2)
            throw new ArgumentException($"a flight of {flight.Count} fixes is no path", nameof(analysis));
        var legs = new PathLeg[flight.Count - 1];
        var from = PointOf(flight, 0);
        for (var i = 0; i < legs.Length; i++)
        {
            var to = PointOf(flight, i + 1);
            legs[i] = new(i, from, to, HalfWidthMetres(flight.Speed, from, to));
            from = to;
        }
        return new(PathKind.Flown, legs, FlownOverflights.Of(analysis), index);
    }

    /// <summary>The leg that is being flown at an instant; the nearest where none is.</summary>
    public PathLeg LegAt(UtcInstant at)
    {
        var (low, high) = (0, Legs.Count - 1);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (Legs[middle].To.At <= at)
                low = middle + 1;
            else
                high = middle;
        }
        return Legs[low];
    }

    /// <summary>Whom a diversion to a place would concern, from any point of the route.</summary>
    public DiversionReach ReachOf(Diversion diversion)
    {
        ArgumentNullException.ThrowIfNull(diversion);
        var own = States.Select(s => s.State).ToHashSet(StringComparer.Ordinal);
        var entered = new SortedSet<string>(StringComparer.Ordinal);
        UtcInstant? first = null;
        var there = new PathPoint(default, new GeoPoint(diversion.Latitude, diversion.Longitude), 0, null);
        foreach (var point in Legs.Select(leg => leg.From).Append(Legs[^1].To))
        {
            var states = PlannedOverflights.Of([new PathLeg(0, point, there with { At = point.At }, 0)], _index, own).Select(s => s.State).ToArray();
            if (states.Length > 0)
                first ??= point.At;
            entered.UnionWith(states);
        }
        return new(diversion, [.. entered], first ?? Start);
    }

    /// <summary>
    /// When the path is in what two States both claim; null where they only meet. Stretches of neighbours overlap at any border by the path's
    /// width: both claim only what is inside both, deeper than their boundaries are uncertain.
    /// </summary>
    internal (UtcInstant From, UtcInstant To)? ClaimedByBoth(StateOverflight one, StateOverflight other)
    {
        var (from, to) = (one.From > other.From ? one.From : other.From, one.To < other.To ? one.To : other.To);
        if (from >= to)
            return null;
        var middle = from.AddSeconds(to.SecondsSince(from) / 2);
        var leg = LegAt(middle);
        var place = leg.PlaceAt(leg.LengthMetres * middle.SecondsSince(leg.From.At) / leg.To.At.SecondsSince(leg.From.At));
        return Holds(one.State) && Holds(other.State) ? (from, to) : null;

        bool Holds(string state) => _index.Region(state)?.DistanceTo(place) is { } boundary && boundary.SignedMetres > boundary.Edge.UncertaintyMetres;
    }

    /// <summary>The legs that are flown at some time of a window.</summary>
    internal IEnumerable<PathLeg> LegsDuring(UtcInstant from, UtcInstant to) => Legs.Skip(LegAt(from).Number).TakeWhile(leg => leg.From.At <= to);

    private static PathPoint PointOf(PreparedFlight flight, int i)
    {
        var inTrack = flight.IndexInTrack(i);
        var geometric = flight.Track.GeometricAltitudesFeet[inTrack];
        var altitude = float.IsNaN(geometric) ? flight.Track.BarometricAltitudesFeet[inTrack] : geometric;
        var metres = altitude * SiUnits.MetresPerFoot;
        return new(flight.TimeAt(i), flight.PositionAt(i), flight.RadiusAt(i).BoundMetres, float.IsNaN(altitude) ? null : new AltitudeBand(metres, metres));
    }

    /// <summary>
    /// Half the breadth of the ellipse that the aircraft can have reached between two fixes: all of it lies within this of the geodesic
    /// between them, as the breadth is more than what the ellipse reaches behind its foci.
    /// </summary>
    private static double HalfWidthMetres(SpeedBound speed, PathPoint from, PathPoint to)
    {
        var reach = speed.MetresPerSecond * to.At.SecondsSince(from.At) + from.RadiusMetres + to.RadiusMetres;
        var apart = Geodesic.DistanceMetres(from.Place, to.Place);
        return Math.Max(Math.Max(from.RadiusMetres, to.RadiusMetres), Math.Sqrt(Math.Max(0, reach * reach - apart * apart)) / 2);
    }
}

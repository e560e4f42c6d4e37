using Overflight.Geodesy;

namespace Overflight.Sorties.Routes;

/// <summary>A leg as segments: those flown once, then those flown round and round.</summary>
internal sealed class LegPath
{
    private LegPath(RouteLeg leg, IReadOnlyList<PathSegment> segments, int cycleStart = -1, double? turns = null, double? seconds = null)
    {
        (Leg, Segments, CycleStart, Turns, DurationSeconds) = (leg, segments, cycleStart, turns, seconds);
    }

    public RouteLeg Leg { get; }

    public IReadOnlyList<PathSegment> Segments { get; }

    /// <summary>Index of the first segment of the cycle; −1 where there is none.</summary>
    public int CycleStart { get; }

    public double? Turns { get; }

    public double? DurationSeconds { get; }

    /// <summary>Where the leg ends on the ground, if it is a place known beforehand.</summary>
    public GeoPoint? End => CycleStart < 0 && Segments[^1] is StraightSegment straight ? straight.To : null;

    /// <summary>Makes the segments of a leg that is entered from a place.</summary>
    /// <param name="leg">The leg; not a return or a diversion.</param>
    /// <param name="from">Where the path before ended, or the aircraft is.</param>
    /// <param name="holdRadiusMetres">Radius of a hold that names none.</param>
    public static LegPath Of(RouteLeg leg, GeoPoint from, double holdRadiusMetres) => leg switch
    {
        WaypointLeg waypoint => new(leg, [new StraightSegment(from, waypoint.At, waypoint.Turn == TurnKind.FlyBy)]),
        OrbitLeg orbit => new(leg, [new ArcSegment(orbit.Centre, orbit.RadiusMetres, orbit.Clockwise, sweepRadians: 2 * Math.PI * orbit.Turns ?? double.PositiveInfinity)], seconds: orbit.DurationSeconds),
        HoldLeg hold => new(leg, [new ArcSegment(from, hold.RadiusMetres ?? holdRadiusMetres, true)], seconds: hold.DurationSeconds),
        RacetrackLeg racetrack => Racetrack(racetrack, from),
        FigureEightLeg eight => FigureEight(eight, from),
        LadderLeg ladder => new(leg, Straights(from, PatternGeometry.Ladder(ladder))),
        ExpandingSquareLeg square => new(leg, Straights(from, PatternGeometry.ExpandingSquare(square))),
        _ => throw new InvalidOperationException($"{leg.GetType().Name} has no path of its own"),
    };

    private static List<PathSegment> Straights(GeoPoint from, List<GeoPoint> places)
    {
        var segments = new List<PathSegment>();
        foreach (var place in places)
        {
            if (Geodesic.DistanceMetres(from, place) > 1 || places.Count == 1)
                segments.Add(new StraightSegment(from, place, flyBy: true));
            from = place;
        }
        return segments;
    }

    private static LegPath Racetrack(RacetrackLeg leg, GeoPoint from)
    {
        var side = leg.Clockwise ? 90 : -90;
        var line = Geodesic.Inverse(leg.From, leg.To);
        var (outbound, inbound) = (line.FinalAzimuthDegrees + side, line.InitialAzimuthDegrees + side);
        var centreTo = Geodesic.Direct(leg.To, outbound, leg.RadiusMetres);
        var centreFrom = Geodesic.Direct(leg.From, inbound, leg.RadiusMetres);
        var farTo = Geodesic.Direct(leg.To, outbound, 2 * leg.RadiusMetres);
        var farFrom = Geodesic.Direct(leg.From, inbound, 2 * leg.RadiusMetres);
        return new LegPath(
            leg,
            [
                new StraightSegment(from, leg.From, flyBy: true),
                new StraightSegment(leg.From, leg.To, flyBy: false),
                new ArcSegment(centreTo, leg.RadiusMetres, leg.Clockwise, outbound + 180, Math.PI),
                new StraightSegment(farTo, farFrom, flyBy: false),
                new ArcSegment(centreFrom, leg.RadiusMetres, leg.Clockwise, inbound, Math.PI),
            ],
            1, leg.Turns, leg.DurationSeconds);
    }

    private static LegPath FigureEight(FigureEightLeg leg, GeoPoint from)
    {
        var line = Geodesic.Inverse(leg.First, leg.Second);
        // Of a tangent that crosses the line of centres, the touching radius stands at this angle to it.
        var half = double.RadiansToDegrees(Math.Acos(2 * leg.RadiusMetres / line.DistanceMetres));
        var sweep = 2 * (Math.PI - double.DegreesToRadians(half));
        var leaveFirst = line.InitialAzimuthDegrees - half;
        var arriveSecond = line.FinalAzimuthDegrees + 180 - half;
        var leaveSecond = line.FinalAzimuthDegrees + 180 + half;
        var arriveFirst = line.InitialAzimuthDegrees + half;
        var touch1 = Geodesic.Direct(leg.First, leaveFirst, leg.RadiusMetres);
        var touch2 = Geodesic.Direct(leg.Second, arriveSecond, leg.RadiusMetres);
        var touch3 = Geodesic.Direct(leg.Second, leaveSecond, leg.RadiusMetres);
        var touch4 = Geodesic.Direct(leg.First, arriveFirst, leg.RadiusMetres);
        return new LegPath(
            leg,
            [
                new StraightSegment(from, touch1, flyBy: true),
                new StraightSegment(touch1, touch2, flyBy: false),
                new ArcSegment(leg.Second, leg.RadiusMetres, false, arriveSecond, sweep),
                new StraightSegment(touch3, touch4, flyBy: false),
                new ArcSegment(leg.First, leg.RadiusMetres, true, arriveFirst, sweep),
            ],
            1, leg.Turns, leg.DurationSeconds);
    }
}

using Overflight.Geodesy;
using Overflight.Tracks;

namespace Overflight.Sorties.Routes;

/// <summary>Goes through a route's legs as they are flown.</summary>
internal sealed class RouteFollower(Route route)
{
    private LegPath? _path;
    private LegPath? _next;
    private int _segment;
    private SegmentMemory _memory;
    private UtcInstant? _begun;
    private int _rounds;
    private double _holdRadius;

    public Route Route { get; } = route;

    /// <summary>The present leg; the number of legs after the last.</summary>
    public int LegIndex { get; private set; }

    public RouteLeg? Leg => LegIndex < Route.Legs.Count ? Route.Legs[LegIndex] : null;

    /// <summary>Legs that ended in the last update.</summary>
    public int Ended { get; private set; }

    /// <summary>The present guidance.</summary>
    public Guidance Present { get; private set; }

    /// <summary>The segment being flown; null before the first update, and on a return or diversion.</summary>
    public PathSegment? Segment => _path?.Segments[_segment];

    /// <summary>Leaves the present leg's path, so that the next update enters the leg anew from where the aircraft is.</summary>
    public void Reenter() => _path = _next = null;

    /// <summary>Guidance at a place. False where the route has ended, or come to a return or diversion, which is the autopilot's.</summary>
    /// <param name="place">Where the aircraft is.</param>
    /// <param name="time">When.</param>
    /// <param name="turn">How it turns.</param>
    public bool Update(GeoPoint place, UtcInstant time, in TurnAbility turn)
    {
        Ended = 0;
        for (var round = 0; round < 64; round++)
        {
            if (Leg is null or ReturnLeg or DivertLeg)
                return false;
            _path ??= Enter(Leg, place, turn);
            var segment = _path.Segments[_segment];
            Present = segment.Guide(place, ref _memory);
            var captured = segment is not ArcSegment arc || Math.Abs(Present.CrossTrackMetres) < 0.1 * arc.RadiusMetres;
            if (_begun is null && captured && (_path.CycleStart < 0 || _segment >= _path.CycleStart))
                _begun = time;
            if (_path.DurationSeconds is { } seconds && _begun is { } begun && time.SecondsSince(begun) >= seconds)
            {
                EndLeg(place);
                continue;
            }
            if (Present.ToGoMetres > (segment.FlyBy ? Lead(segment, turn) : 0))
                return true;
            Advance(place);
        }
        return true;
    }

    private LegPath Enter(RouteLeg leg, GeoPoint from, in TurnAbility turn)
    {
        (_segment, _memory, _begun, _rounds, _next) = (0, default, null, 0, null);
        return LegPath.Of(leg, from, turn.HoldRadiusMetres);
    }

    private void Advance(GeoPoint place)
    {
        _memory = default;
        if (++_segment < _path!.Segments.Count)
            return;
        if (_path.CycleStart >= 0 && !(++_rounds >= _path.Turns))
            _segment = _path.CycleStart;
        else
            EndLeg(place);
    }

    private void EndLeg(GeoPoint place)
    {
        // The next leg starts at the place that was planned, so that its line is the planned one.
        var end = _path!.End ?? place;
        var next = _next;
        Ended++;
        LegIndex++;
        (_path, _next, _segment, _memory, _begun, _rounds) = (null, null, 0, default, null, 0);
        if (next is not null)
            _path = next;
        else if (Leg is not (null or ReturnLeg or DivertLeg))
            _path = LegPath.Of(Leg, end, _holdRadius);
    }

    /// <summary>Distance before the end at which the turn begins: R tan(Δ/2), and what is flown while rolling into it.</summary>
    private double Lead(PathSegment segment, in TurnAbility turn)
    {
        _holdRadius = turn.HoldRadiusMetres;
        if (segment is not StraightSegment straight)
            return 0;
        double course;
        if (_segment + 1 < _path!.Segments.Count)
        {
            course = _path.Segments[_segment + 1].StartCourseDegrees;
        }
        else
        {
            var leg = LegIndex + 1 < Route.Legs.Count ? Route.Legs[LegIndex + 1] : null;
            if (leg is null or ReturnLeg or DivertLeg)
                return 0;
            _next ??= LegPath.Of(leg, straight.To, turn.HoldRadiusMetres);
            course = _next.Segments[0].StartCourseDegrees;
        }
        if (double.IsNaN(course))
            return 0;
        var change = Math.Min(Math.Abs(Math.IEEERemainder(course - straight.EndCourseDegrees, 360)), 150);
        if (change < 1)
            return 0;
        var radius = turn.RadiusMetres(course);
        return Math.Min(radius * Math.Tan(double.DegreesToRadians(change / 2)) + turn.RollMetres, 0.9 * segment.LengthMetres);
    }
}

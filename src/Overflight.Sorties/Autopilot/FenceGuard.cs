using Overflight.Geodesy;
using Overflight.Sorties.Aircraft;
using Overflight.Sorties.Atmosphere;
using Overflight.Sorties.Flight;
using Overflight.Tracks;

namespace Overflight.Sorties.Autopilot;

/// <summary>
/// Keeps the aircraft where it may be. Before every step it asks whether after that step a way out would still be open; if
/// not, the way out is taken now, while it is. Far from edges it asks rarely: an edge is reached no sooner than it can be flown to.
/// </summary>
internal sealed class FenceGuard(Performance performance)
{
    /// <summary>Height kept from floors and ceilings.</summary>
    public const double VerticalMargin = 60;

    /// <summary>A fence binds so long before its time, so that it is left in time.</summary>
    private const double LeadSeconds = 600;

    private readonly EscapePlanner _planner = new(performance);
    private readonly HashSet<string> _acknowledged = new(StringComparer.Ordinal);
    private readonly HashSet<string> _warned = new(StringComparer.Ordinal);
    private FenceShape[] _shapes = [];
    private bool[] _wrong = [];
    private FenceShape[] _near = [];
    private UtcInstant _nextLook;

    /// <summary>Replaces the fences.</summary>
    public void Set(IReadOnlyList<Fence> fences)
    {
        for (var i = 0; i < fences.Count; i++)
            FieldCheck.That(fences.Take(i).All(f => f.Id != fences[i].Id), $"fences[{i}].id", $"\"{fences[i].Id}\" is there twice");
        var shapes = fences.Select((fence, i) => new FenceShape(fence, $"fences[{i}]")).ToArray();
        var before = _shapes.Zip(_wrong).Where(p => p.Second).Select(p => p.First.Fence.Id).ToHashSet(StringComparer.Ordinal);
        (_shapes, _near) = (shapes, new FenceShape[shapes.Length]);
        _wrong = [.. shapes.Select(s => before.Contains(s.Fence.Id))];
        _nextLook = default;
    }

    /// <summary>Looks again at the next step.</summary>
    public void LookAgain() => _nextLook = default;

    /// <summary>The operator has seen the warnings: soft fences that were warned of may be crossed.</summary>
    public void Acknowledge()
    {
        _acknowledged.UnionWith(_warned);
        LookAgain();
    }

    /// <summary>What to do in the next step.</summary>
    /// <param name="state">The state.</param>
    /// <param name="wind">The wind as the aircraft knows it.</param>
    /// <param name="margin">Metres to keep from edges.</param>
    /// <param name="time">The instant.</param>
    /// <param name="altitudeAsked">The altitude that it goes to.</param>
    /// <param name="bankAsked">The bank that it goes to.</param>
    /// <param name="bankLimit">The greatest bank.</param>
    /// <param name="seconds">The step.</param>
    /// <param name="watchOnly">Only note crossings.</param>
    /// <param name="report">Takes what is noted.</param>
    public GuardVerdict Look(in FlightState state, Wind wind, double margin, UtcInstant time, double altitudeAsked, double bankAsked, double bankLimit, double seconds, bool watchOnly, Action<SortieEventKind, string, string> report)
    {
        if (_shapes.Length == 0 || time < _nextLook)
            return default;
        var (east, north, _) = state.Velocity;
        var ground = Math.Sqrt(east * east + north * north);
        var (low, high) = (Math.Min(state.Height, altitudeAsked) - VerticalMargin, Math.Max(state.Height, altitudeAsked) + VerticalMargin);
        var place = state.Place;
        FenceShape? leave = null;
        var (near, clearance, edge, anyWrong) = (0, double.PositiveInfinity, 30.0, false);
        for (var i = 0; i < _shapes.Length; i++)
        {
            var shape = _shapes[i];
            var distance = shape.ClearanceMetres(place);
            clearance = Math.Min(clearance, distance);
            var wrong = shape.IsWrong(place);
            var keepIn = shape.Fence.Kind == FenceKind.KeepIn;
            // Out of a volume to keep in by any of its faces; its floor does not count on the way up and down.
            var inBand = shape.Meets(watchOnly ? Math.Max(state.Height, shape.Fence.FloorMetres ?? 0) : state.Height, state.Height);
            Note(i, shape.Binds(time, time) && (keepIn ? wrong || !inBand : wrong && inBand), report);
            edge = Math.Min(edge, Math.Min(After(shape.Fence.From), After(shape.Fence.Until)));
            anyWrong |= wrong;
            var hard = shape.Fence.IsHard;
            if (watchOnly || (!keepIn && !shape.Meets(low, high)) || !shape.Binds(time, time.AddSeconds(LeadSeconds)))
                continue;
            if (wrong)
            {
                // It is left in time for its beginning.
                var needed = 60 + 1.3 * distance / Math.Max(ground, 1) + 2 * Math.PI * state.Speed / (9.8 * Math.Tan(0.8 * bankLimit));
                if (hard && (keepIn || inBand) && !(shape.Fence.From > time.AddSeconds(needed)))
                    leave ??= shape;
            }
            else if (hard || !_acknowledged.Contains(shape.Fence.Id))
            {
                _near[near++] = shape;
            }
        }
        if (leave is not null)
        {
            _nextLook = default;
            leave.Nearest(place, out var exit);
            return new GuardVerdict(GuardAction.Leave, leave.Fence, default, exit);
        }
        var fastest = performance.MaximumSpeed + wind.SpeedMetresPerSecond + 20;
        var radius = EscapePlanner.HoldRadius(state.Speed, wind, bankLimit);
        var free = clearance - margin - 3 * radius - 10 * fastest;
        if (free > 0 && !anyWrong)
        {
            _nextLook = time.AddSeconds(Math.Min(edge, free / fastest));
            return default;
        }
        if (near == 0 || free > 0)
            return default;
        var shapes = _near.AsSpan(0, near);
        var start = new EscapeStart(place, state.Heading, state.Speed, state.Bank, wind);
        if (_planner.TryFind(Ahead(start, bankAsked, seconds), bankLimit, shapes, margin, out _))
            return default;
        // The edge that is nearest ahead is the one that it turns for.
        var fence = shapes[0].Fence;
        var least = double.PositiveInfinity;
        foreach (var shape in shapes)
        {
            var ahead = shape.ClearanceMetres(Local.Moved(place, 10 * east, 10 * north));
            if (ahead < least)
                (least, fence) = (ahead, shape.Fence);
        }
        if (_planner.TryFind(start, bankLimit, shapes, margin, out var path)
            || _planner.TryFind(start, bankLimit, shapes, 0.5 * margin, out path) || _planner.TryFind(start, bankLimit, shapes, 0, out path))
        {
            if (!fence.IsHard)
            {
                _warned.Add(fence.Id);
                report(SortieEventKind.FenceSoftAhead, fence.Id, "the way ahead crosses it");
            }
            return new GuardVerdict(GuardAction.Escape, fence, path, default);
        }
        var nearest = shapes[0];
        foreach (var shape in shapes)
        {
            if (shape.ClearanceMetres(place) < nearest.ClearanceMetres(place))
                nearest = shape;
        }
        nearest.Nearest(place, out var from);
        return new GuardVerdict(GuardAction.TurnAway, nearest.Fence, default, from);

        double After(UtcInstant? instant) => instant is { } i && i > time ? Math.Max(seconds, i.SecondsSince(time) - 0.5 * seconds) : double.PositiveInfinity;
    }

    /// <summary>The hard fence on whose wrong side a place is, if there is one.</summary>
    public string? Forbids(GeoPoint place, double height, UtcInstant time)
    {
        foreach (var shape in _shapes)
        {
            if (shape.Fence.IsHard && shape.Binds(time, time) && (shape.Fence.Kind == FenceKind.KeepIn || shape.Meets(height - VerticalMargin, height + VerticalMargin)) && shape.IsWrong(place))
                return shape.Fence.Id;
        }
        return null;
    }

    /// <summary>A way round the hard fences that bind at these altitudes; null where none was found or needed.</summary>
    public List<GeoPoint>? Detour(GeoPoint from, GeoPoint to, double low, double high, UtcInstant time, double radius)
    {
        var shapes = _shapes
            .Where(s => s.Fence.IsHard && s.Binds(time, time.AddSeconds(LeadSeconds)) && !s.IsWrong(from) && (s.Fence.Kind == FenceKind.KeepIn || s.Meets(low - VerticalMargin, high + VerticalMargin)))
            .ToArray();
        return shapes.Length > 0 && DetourPlanner.Plan(from, to, shapes, 1.6 * radius, 0.6 * radius) is { Count: > 1 } way ? way : null;
    }

    /// <summary>The altitude nearest to what is asked that keeps to the bands here.</summary>
    public double HoldAltitude(in FlightState state, UtcInstant time, double asked, out Fence? by)
    {
        by = null;
        foreach (var shape in _shapes)
        {
            var fence = shape.Fence;
            if (!shape.Binds(time, time.AddSeconds(LeadSeconds)) || (!fence.IsHard && _acknowledged.Contains(fence.Id)))
                continue;
            var held = asked;
            if (fence.Kind == FenceKind.KeepIn)
            {
                if (fence.CeilingMetres is { } top && top - VerticalMargin < held)
                    held = top - VerticalMargin;
                if (fence.FloorMetres is > 0 and { } floor && floor + VerticalMargin > held)
                    held = floor + VerticalMargin;
            }
            else if (fence.CeilingMetres < state.Height && asked < fence.CeilingMetres + VerticalMargin && Over(shape, state))
            {
                held = fence.CeilingMetres.Value + VerticalMargin;
            }
            else if (fence.FloorMetres > state.Height && asked > fence.FloorMetres - VerticalMargin && Over(shape, state))
            {
                held = fence.FloorMetres.Value - VerticalMargin;
            }
            if (held != asked)
                (asked, by) = (held, fence);
        }
        return asked;
    }

    private bool Over(FenceShape shape, in FlightState state) =>
        shape.IsWrong(state.Place) || shape.ClearanceMetres(state.Place) < 4 * EscapePlanner.HoldRadius(state.Speed, state.Wind, performance.BankRadians);

    private void Note(int i, bool wrong, Action<SortieEventKind, string, string> report)
    {
        if (wrong == _wrong[i])
            return;
        _wrong[i] = wrong;
        var fence = _shapes[i].Fence;
        var kind = (fence.IsHard, wrong) switch
        {
            (true, true) => SortieEventKind.FenceHardInside,
            (true, false) => SortieEventKind.FenceHardCleared,
            (false, true) => SortieEventKind.FenceSoftCrossed,
            _ => SortieEventKind.FenceSoftCleared,
        };
        report(kind, fence.Id, wrong ? "on the wrong side" : "on the right side");
    }

    private static EscapeStart Ahead(in EscapeStart start, double bankAsked, double seconds)
    {
        var heading = start.Heading + Math.Tan(start.Bank) * 9.80665 / start.Speed * seconds;
        var (sin, cos) = Math.SinCos(0.5 * (heading + start.Heading));
        var place = Local.Moved(
            start.Place,
            seconds * (start.Speed * sin + start.Wind.EastMetresPerSecond),
            seconds * (start.Speed * cos + start.Wind.NorthMetresPerSecond));
        return start with { Place = place, Heading = heading, Bank = Math.Abs(bankAsked) > Math.Abs(start.Bank) ? bankAsked : start.Bank };
    }
}

using Overflight.Airspace.Verdicts;
using Overflight.Tracks;

namespace Overflight.Airspace.Watching;

/// <summary>
/// Follows all aircraft of a feed, fix by fix, and tells what they do at the regions watched. All state is an aircraft's
/// own; time comes from the fixes and, for silence, from <see cref="Advance"/>. Not thread-safe: one engine, one thread.
/// </summary>
public sealed class WatchEngine
{
    // A fix from later than this after the clock is not believed: it would make every other aircraft silent.
    private const double MostAheadSeconds = 600;
    private const int SampledToDrop = 16;

    private readonly WatchOptions _options;
    private readonly Action<WatchAlert> _sink;
    private readonly Dictionary<AircraftAddress, FlightFollower> _byAddress = [];
    private readonly Dictionary<string, FlightFollower> _byName = [];
    private readonly List<FlightFollower> _all = [];
    private readonly PriorityQueue<FlightFollower, long> _due = new();
    private readonly Random _sample = new(1);
    private UtcInstant? _now;
    private long _held;

    /// <param name="options">What to watch.</param>
    /// <param name="sink">Takes the alerts, on the calling thread.</param>
    public WatchEngine(WatchOptions options, Action<WatchAlert> sink)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(sink);
        if (options.Regions.Count == 0)
            throw new ArgumentException("a watch needs a region", nameof(options));
        (_options, _sink) = (options, sink);
    }

    /// <summary>Fixes taken.</summary>
    public long Fixes { get; private set; }

    /// <summary>Fixes refused because they are of a time far ahead of the clock.</summary>
    public long RefusedAhead { get; private set; }

    /// <summary>Aircraft dropped because there were too many.</summary>
    public long Dropped { get; private set; }

    /// <summary>Aircraft followed.</summary>
    public int Count => _all.Count;

    /// <summary>Takes the next fix.</summary>
    public void Accept(Aircraft aircraft, string callsign, in Fix fix)
    {
        ArgumentNullException.ThrowIfNull(aircraft);
        ArgumentNullException.ThrowIfNull(callsign);
        if (_now is { } now && fix.Time.SecondsSince(now) > MostAheadSeconds)
        {
            RefusedAhead++;
            return;
        }
        Fixes++;
        var follower = Of(aircraft);
        _held += follower.Accept(fix, callsign);
        if (!follower.IsScheduled)
            Schedule(follower, default);
        if (_held > _options.MaximumHeldFixes)
            _held -= follower.Cut();
    }

    /// <summary>Tells silences, and ends flights long silent, as of a time on the clock.</summary>
    public void Advance(UtcInstant now)
    {
        if (_now is { } before && now <= before)
            return;
        _now = now;
        while (_due.TryPeek(out var follower, out var due) && due <= now.Microseconds)
        {
            _due.Dequeue();
            follower.IsScheduled = false;
            follower.TellSilence(now);
            if (follower.IsFlying && now.SecondsSince(follower.LastHeard) > Tracks.Preparing.FlightSplitter.LongSilenceSeconds)
                _held -= follower.End(now);
            Schedule(follower, now);
        }
    }

    /// <summary>The feed is over: ends every flight.</summary>
    public void Finish()
    {
        foreach (var follower in _all)
            _held -= follower.End(follower.LastHeard);
    }

    /// <summary>Every flight under way that is in, or within a distance of, a region watched, or that entered one or may have; nearest first.</summary>
    public IReadOnlyList<WatchedFlight> Flights()
    {
        var flights = new List<WatchedFlight>();
        foreach (var follower in _all.Where(f => f.IsFlying))
            foreach (var region in follower.Regions)
            {
                ref readonly var last = ref follower.History.Last;
                if (region.Follower.Kind != AirspaceVerdictKind.DidNotEnter || region.Follower.IsWithin(last, _options.NearMetres))
                    flights.Add(new WatchedFlight(
                        follower.Aircraft, follower.Callsign, region.Follower.Region.Name, last.Fix, region.Follower.Kind,
                        region.Follower.Place == FixClass.Inside, region.Follower.ClearanceAt(last), follower.Speed));
            }
        flights.Sort((a, b) => a.IsInside != b.IsInside ? b.IsInside.CompareTo(a.IsInside)
            : a.LeastMetres != b.LeastMetres ? a.LeastMetres.CompareTo(b.LeastMetres)
            : string.CompareOrdinal(a.Aircraft.Id, b.Aircraft.Id));
        return flights;
    }

    private void Schedule(FlightFollower follower, UtcInstant after)
    {
        if (follower.Due() is not { } due)
            return;
        follower.IsScheduled = true;
        _due.Enqueue(follower, Math.Max(due.Microseconds, after.Microseconds + 1));
    }

    private FlightFollower Of(Aircraft aircraft)
    {
        var isKnown = aircraft.Address.IsKnown;
        if (isKnown ? _byAddress.TryGetValue(aircraft.Address, out var follower) : _byName.TryGetValue(aircraft.Name, out follower))
            return follower;
        if (_all.Count >= _options.MaximumAircraft)
            DropOne();
        follower = new FlightFollower(aircraft, _options, _sink);
        if (isKnown)
            _byAddress.Add(aircraft.Address, follower);
        else
            _byName.Add(aircraft.Name, follower);
        _all.Add(follower);
        return follower;
    }

    /// <summary>Of a few taken by lot, the longest unheard goes.</summary>
    private void DropOne()
    {
        var worst = _sample.Next(_all.Count);
        for (var i = 1; i < SampledToDrop; i++)
            if (_sample.Next(_all.Count) is var other && _all[other].LastHeard < _all[worst].LastHeard)
                worst = other;
        var follower = _all[worst];
        _held -= follower.End(follower.LastHeard);
        _all[worst] = _all[^1];
        _all.RemoveAt(_all.Count - 1);
        if (follower.Aircraft.Address.IsKnown)
            _byAddress.Remove(follower.Aircraft.Address);
        else
            _byName.Remove(follower.Aircraft.Name);
        Dropped++;
    }
}

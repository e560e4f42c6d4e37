using Overflight.Tracks;

namespace Overflight.Feeds.ModeS;

/// <summary>
/// Codes that came before their aircraft's place was established. When it is, they are decoded backwards from it, each near the one
/// after it, so that a recording loses nothing of a flight's start. Bounded: codes beyond
/// that stay without a place. Newest first in a list for each aircraft.
/// </summary>
internal sealed class WaitingCodes
{
    private const int MaximumAll = 1 << 18;
    private const int MaximumOfOne = 1 << 13;
    private Entry[] _entries = new Entry[256];
    private int _used;
    private int _free;

    private struct Entry
    {
        public Fix Fix;
        public CprCode Code;
        public int Next;
    }

    public void Add(ref PositionState state, in CprCode code, in Fix fix)
    {
        if (state.WaitingCount >= MaximumOfOne)
            Drop(ref state);
        int index;
        if (_free != 0)
        {
            index = _free - 1;
            _free = _entries[index].Next;
        }
        else if (_used < MaximumAll)
        {
            if (_used == _entries.Length)
                Array.Resize(ref _entries, 2 * _entries.Length);
            index = _used++;
        }
        else
            return;
        _entries[index] = new Entry { Fix = fix, Code = code, Next = state.Waiting };
        state.Waiting = index + 1;
        state.WaitingCount++;
    }

    /// <summary>Gives up an aircraft's waiting codes.</summary>
    public void Drop(ref PositionState state)
    {
        for (var at = state.Waiting; at != 0;)
            at = Release(at);
        state.Waiting = 0;
        state.WaitingCount = 0;
    }

    /// <summary>Decodes an aircraft's waiting codes backwards from its place.</summary>
    public void Settle(ref PositionState state, AircraftAddress address, LateFixSink? sink)
    {
        if (sink is null)
        {
            Drop(ref state);
            return;
        }
        var (latitude, longitude, time, wasOnGround) = (state.Latitude, state.Longitude, state.Time, state.WasOnGround);
        for (var at = state.Waiting; at != 0; at = Release(at))
        {
            ref readonly var entry = ref _entries[at - 1];
            var miles = Reach.Miles((time - entry.Fix.Time.Microseconds) / 1e6, wasOnGround, entry.Code.IsSurface, entry.Fix.GroundSpeedKnots);
            if (!Reach.IsUnambiguous(miles, entry.Code.IsSurface)
                || !Cpr.TryLocal(entry.Code, latitude, longitude, out var north, out var east)
                || !Reach.IsWithin(miles, north, east, latitude, longitude))
                continue;
            (latitude, longitude, time, wasOnGround) = (north, east, entry.Fix.Time.Microseconds, entry.Code.IsSurface);
            sink(address, entry.Fix with { Position = new Geodesy.GeoPoint(latitude, longitude) });
        }
        state.Waiting = 0;
        state.WaitingCount = 0;
    }

    /// <summary>Takes an aircraft's waiting codes out, oldest first.</summary>
    public (CprCode Code, Fix Fix)[] Take(ref PositionState state)
    {
        var taken = new (CprCode, Fix)[state.WaitingCount];
        var at = state.Waiting;
        for (var i = taken.Length - 1; i >= 0; i--, at = Release(at))
            taken[i] = (_entries[at - 1].Code, _entries[at - 1].Fix);
        state.Waiting = 0;
        state.WaitingCount = 0;
        return taken;
    }

    private int Release(int at)
    {
        var next = _entries[at - 1].Next;
        _entries[at - 1].Next = _free;
        _free = at;
        return next;
    }
}

using Overflight.Tracks;

namespace Overflight.Feeds;

/// <summary>Sorts fixes by aircraft and hands whole tracks on, within a bound on memory.</summary>
internal sealed class TrackCollector(string source, ReadOptions options, Action<Track> sink, ReadSession session)
{
    // Where fixes are handed on one by one, no more is known of an aircraft than its names: beyond this many, all are forgotten.
    private const int MostRemembered = 200_000;

    private readonly Dictionary<AircraftAddress, OpenTrack> _byAddress = [];
    private readonly Dictionary<string, OpenTrack> _byName = [];
    private readonly List<OpenTrack> _inOrder = [];
    private OpenTrack? _lastUsed;
    private AircraftAddress _lastAddress;
    private long _added;
    private long _waiting;
    private long _handedOnEarly;

    /// <summary>Fixes handed on so far.</summary>
    public long FixesHandedOn { get; private set; }

    /// <summary>The open track of an address, or null where another aircraft was asked for.</summary>
    public OpenTrack? Of(AircraftAddress address)
    {
        if (_lastUsed is not null && _lastAddress == address)
            return _lastUsed;
        if (options.OnlyAddress is { } only && only != address)
            return null;
        if (!_byAddress.TryGetValue(address, out var track))
        {
            track = Open(new Aircraft(address));
            _byAddress.Add(address, track);
        }
        _lastUsed = track;
        _lastAddress = address;
        return track;
    }

    /// <summary>The open track of something that has a name and no address.</summary>
    public OpenTrack? Of(string name)
    {
        if (options.OnlyAddress is not null)
            return null;
        if (!_byName.TryGetValue(name, out var track))
        {
            track = Open(new Aircraft(AircraftAddress.None) { Name = name });
            _byName.Add(name, track);
        }
        return track;
    }

    public void Add(OpenTrack track, in Fix fix)
    {
        if (options.EachFix is { } each)
        {
            FixesHandedOn++;
            each(track.Builder.Aircraft, track.Builder.CurrentCallsign, fix);
            return;
        }
        track.Builder.Add(fix);
        track.LastHeard = ++_added;
        if (++_waiting > options.MaximumBufferedFixes)
            HandOnLongestUnheard();
    }

    /// <summary>Hands on everything that still waits, in the order the aircraft were first heard.</summary>
    public void HandOnAll()
    {
        foreach (var track in _inOrder.Where(t => t.Builder.Count > t.Carried))
            HandOn(track);
        if (_handedOnEarly > 0)
            session.Note($"{_handedOnEarly:N0} track(s) were handed on before the end of the file, because more than {options.MaximumBufferedFixes:N0} fixes waited in memory; the same aircraft may come again, from its last fix on");
    }

    private OpenTrack Open(Aircraft aircraft)
    {
        if (options.EachFix is not null && _inOrder.Count >= MostRemembered)
        {
            _inOrder.Clear();
            _byAddress.Clear();
            _byName.Clear();
        }
        var track = new OpenTrack(new TrackBuilder(aircraft, source));
        _inOrder.Add(track);
        return track;
    }

    private void HandOnLongestUnheard()
    {
        // A quarter at a time, so that the sort is paid for by many fixes.
        var target = options.MaximumBufferedFixes / 4 * 3L;
        foreach (var track in _inOrder.Where(t => t.Builder.Count > t.Carried).OrderBy(t => t.LastHeard).ToList())
        {
            if (_waiting <= target)
                break;
            var callsign = track.Builder.CurrentCallsign;
            var last = HandOn(track);
            _handedOnEarly++;
            // The next part begins where this one ends, so that the way between them is judged as well.
            track.Builder.Add(last);
            track.Builder.NoteCallsign(last.Time, callsign);
            track.Carried = 1;
        }
    }

    /// <summary>Hands a track on and returns its last fix.</summary>
    private Fix HandOn(OpenTrack track)
    {
        var count = track.Builder.Count;
        _waiting -= count - track.Carried;
        FixesHandedOn += count - track.Carried;
        track.Carried = 0;
        var built = track.Builder.Build();
        sink(built);
        return built[count - 1];
    }
}

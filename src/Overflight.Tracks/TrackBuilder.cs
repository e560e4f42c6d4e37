namespace Overflight.Tracks;

/// <summary>Collects the fixes of one aircraft, in any order, and makes a <see cref="Track"/> of them.</summary>
public sealed class TrackBuilder(Aircraft aircraft, string source)
{
    private const int LeastCapacity = 64;

    private readonly List<CallsignChange> _callsigns = [];
    private Columns _columns = new(0);
    private bool _sorted = true;

    /// <summary>Who the fixes are of; readers may learn more while reading.</summary>
    public Aircraft Aircraft { get; set; } = aircraft;

    /// <summary>How many fixes were added.</summary>
    public int Count { get; private set; }

    /// <summary>Whether the fixes came in time order so far.</summary>
    public bool IsInTimeOrder => _sorted;

    /// <summary>The time of the last fix added, or the epoch.</summary>
    public UtcInstant LastTime => Count == 0 ? default : new UtcInstant(_columns.Time[Count - 1]);

    /// <summary>The call sign noted last, or empty.</summary>
    public string CurrentCallsign => _callsigns.Count > 0 ? _callsigns[^1].Callsign : "";

    /// <summary>Adds a fix. Its position must be valid; readers refuse others with a message of their own.</summary>
    /// <exception cref="ArgumentException">The position is not a place.</exception>
    public void Add(in Fix fix)
    {
        if (!fix.Position.IsValid)
            throw new ArgumentException($"not a place: {fix.Position}", nameof(fix));
        if (Count == _columns.Capacity)
            _columns.Resize(Math.Max(LeastCapacity, Count * 2));
        if (Count > 0 && fix.Time.Microseconds < _columns.Time[Count - 1])
            _sorted = false;
        _columns.Put(Count++, fix);
    }

    /// <summary>Notes a call sign heard at a time; repeats of the current one are free.</summary>
    public void NoteCallsign(UtcInstant time, ReadOnlySpan<char> callsign)
    {
        callsign = callsign.Trim();
        if (callsign.IsEmpty || (_callsigns.Count > 0 && callsign.SequenceEqual(_callsigns[^1].Callsign)))
            return;
        _callsigns.Add(new CallsignChange(time, callsign.ToString()));
    }

    /// <summary>
    /// The track so far, sorted by time (stable: equal times keep their order). The builder is empty afterwards.
    /// </summary>
    public Track Build()
    {
        if (!_sorted)
            SortByTime();
        _callsigns.Sort((a, b) => a.From.CompareTo(b.From));
        var track = new Track(Aircraft, source, _columns, 0, Count, _callsigns.ToArray());
        _columns = new Columns(0);
        _callsigns.Clear();
        Count = 0;
        _sorted = true;
        return track;
    }

    private void SortByTime()
    {
        var order = new int[Count];
        for (var i = 0; i < order.Length; i++)
            order[i] = i;
        var times = _columns.Time;
        Array.Sort(order, (a, b) => times[a] != times[b] ? times[a].CompareTo(times[b]) : a.CompareTo(b));
        var sorted = new Columns(Count);
        for (var i = 0; i < order.Length; i++)
            sorted.Put(i, _columns.Gather(order[i]));
        _columns = sorted;
    }
}

using Overflight.Airspace.Verdicts;
using Overflight.Tracks;
using Overflight.Tracks.Live;
using Overflight.Tracks.Preparing;

namespace Overflight.Airspace.Watching;

/// <summary>One aircraft: its flight so far, and what it does at each region watched.</summary>
internal sealed class FlightFollower
{
    private readonly FlightAssembler _assembler;
    private readonly Action<WatchAlert> _sink;

    public FlightFollower(Aircraft aircraft, WatchOptions options, Action<WatchAlert> sink)
    {
        Aircraft = aircraft;
        _assembler = new FlightAssembler(aircraft.TypeDesignator, options.MaxSpeedKnots);
        _sink = sink;
        Regions = [.. options.Regions.Select(r => new RegionWatch(r, options))];
    }

    public Aircraft Aircraft { get; }

    public string Callsign { get; private set; } = "";

    public SpeedBound Speed => _assembler.Speed;

    public FlightHistory History { get; } = new();

    public RegionWatch[] Regions { get; }

    /// <summary>Whether any fix of the flight had a radius good enough to lose.</summary>
    public bool HasBeenSharp { get; set; }

    /// <summary>Whether a flight is under way, with at least one fix kept.</summary>
    public bool IsFlying => _assembler.IsFlying && History.Count > 0;

    /// <summary>Whether the engine will look at its silence.</summary>
    public bool IsScheduled { get; set; }

    /// <summary>The time of the last fix taken, kept or not.</summary>
    public UtcInstant LastHeard { get; private set; }

    public void Raise(WatchAlert alert) => _sink(alert);

    /// <summary>Takes a fix and returns by how many the fixes held have become more, or fewer.</summary>
    public int Accept(in Fix fix, string callsign)
    {
        var held = History.Count;
        LastHeard = fix.Time > LastHeard ? fix.Time : LastHeard;
        if (callsign.Length > 0)
            Callsign = callsign;
        // Silence that this fix ends is told as it would have been, had the clock run by.
        TellSilence(fix.Time);
        var change = _assembler.Accept(fix, callsign);
        if ((change & FlightChange.Ended) != 0)
            Close(History.Count > 0 ? History.Last.Fix.Time : fix.Time);
        if ((change & FlightChange.Restarted) != 0)
            Clear();
        if ((change & FlightChange.SpeedRaised) != 0)
            JudgeAnew();
        foreach (var kept in _assembler.Fresh)
            Take(new PlacedFix(kept));
        if ((change & FlightChange.SetAside) != 0)
            foreach (var region in Regions)
                region.TellSetAside(this, _assembler.LastSetAside.Count);
        return History.Count - held;
    }

    /// <summary>The earliest time at which its silence is to be told, or its flight to be ended.</summary>
    public UtcInstant? Due()
    {
        if (!IsFlying)
            return null;
        var due = History.Last.Fix.Time.AddSeconds(FlightSplitter.LongSilenceSeconds);
        foreach (var region in Regions)
            if (region.SilenceDue(this) is { } silence && silence < due)
                due = silence;
        return due;
    }

    /// <summary>Tells, in order of time, at which regions it can have come to the line in a silence that lasts to now.</summary>
    public void TellSilence(UtcInstant now)
    {
        if (!IsFlying)
            return;
        List<WatchAlert>? silences = null;
        foreach (var region in Regions)
            if (region.Silence(this, now) is { } alert)
                (silences ??= []).Add(alert);
        silences?.Sort((a, b) => a.Time.CompareTo(b.Time));
        silences?.ForEach(Raise);
    }

    /// <summary>Ends the flight, if there is one, and returns how many fixes are held no longer.</summary>
    public int End(UtcInstant time)
    {
        var held = History.Count;
        if (IsFlying)
            Close(time);
        _assembler.End();
        Clear();
        return held;
    }

    /// <summary>Gives up the earlier half of the fixes held and returns how many that were.</summary>
    public int Cut()
    {
        var dropped = History.Cut();
        foreach (var region in Regions)
            region.Shift(dropped);
        return dropped;
    }

    private void Close(UtcInstant time)
    {
        if (History.Count > 0)
            foreach (var region in Regions)
                region.TellEnd(this, time);
        Clear();
    }

    private void Clear()
    {
        History.Clear();
        HasBeenSharp = false;
        foreach (var region in Regions)
            region.Reset();
    }

    private void Take(in PlacedFix fix)
    {
        if (History.Count == 0)
        {
            History.Add(fix);
            foreach (var region in Regions)
            {
                region.Follower.Take(fix, fix, default);
                region.Tell(this, FixClass.Outside);
            }
            return;
        }
        var previous = History.Last;
        var leg = fix.LegFrom(previous, Speed.MetresPerSecond);
        var isFar = History.Count >= 2;
        Span<FixClass> before = stackalloc FixClass[Regions.Length];
        for (var i = 0; i < Regions.Length; i++)
        {
            var follower = Regions[i].Follower;
            before[i] = follower.Place;
            follower.Take(previous, fix, leg);
            isFar = isFar && follower.IsFarFrom(History[^2], fix, Speed);
        }
        if (isFar)
            History.ReplaceLast(fix);
        else
            History.Add(fix);
        for (var i = 0; i < Regions.Length; i++)
            Regions[i].Tell(this, before[i]);
    }

    /// <summary>A higher bound allows more on every leg there was.</summary>
    private void JudgeAnew()
    {
        foreach (var region in Regions)
        {
            var before = region.Follower.Kind;
            region.Follower.Reset();
            for (var i = 0; i < History.Count; i++)
            {
                ref readonly var previous = ref History[Math.Max(0, i - 1)];
                ref readonly var fix = ref History[i];
                region.Follower.Take(previous, fix, i == 0 ? default : fix.LegFrom(previous, Speed.MetresPerSecond));
            }
            region.TellChange(this, before);
        }
    }
}

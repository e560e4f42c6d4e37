using System.Runtime.InteropServices;
using Overflight.Tracks;
using Overflight.Tracks.Integrity;
using Overflight.Tracks.Preparing;

namespace Overflight.Airspace.Watching;

/// <summary>
/// The fixes of a flight that its verdicts can rest on. A fix between two others is dropped where no path between those
/// two, at any speed that an aircraft is ever allowed, comes to a watched boundary: far from it a few fixes an hour are
/// held, near it all.
/// </summary>
internal sealed class FlightHistory
{
    private readonly List<PlacedFix> _fixes = [];

    public int Count => _fixes.Count;

    /// <summary>Whether early fixes were dropped for want of room.</summary>
    public bool IsCut { get; private set; }

    public ref readonly PlacedFix this[int index] => ref CollectionsMarshal.AsSpan(_fixes)[index];

    public ref readonly PlacedFix Last => ref CollectionsMarshal.AsSpan(_fixes)[^1];

    public void Clear()
    {
        _fixes.Clear();
        IsCut = false;
    }

    public void Add(in PlacedFix fix) => _fixes.Add(fix);

    /// <summary>Puts a fix in the place of the last one, which nothing rests on.</summary>
    public void ReplaceLast(in PlacedFix fix) => _fixes[^1] = fix;

    /// <summary>Drops the earliest half and returns how many that were.</summary>
    public int Cut()
    {
        var dropped = _fixes.Count / 2;
        _fixes.RemoveRange(0, dropped);
        IsCut |= dropped > 0;
        return dropped;
    }

    /// <summary>A stretch of it, ready for the judge.</summary>
    /// <param name="first">The first fix of the stretch.</param>
    /// <param name="count">How many.</param>
    /// <param name="aircraft">Who.</param>
    /// <param name="callsign">The call sign in use.</param>
    /// <param name="speed">The speed bound.</param>
    /// <param name="besides">Fixes of the flight that it need not hold, to be judged as well.</param>
    public PreparedFlight Prepare(int first, int count, Aircraft aircraft, string callsign, SpeedBound speed, IEnumerable<PlacedFix>? besides = null)
    {
        var fixes = _fixes.GetRange(first, count);
        foreach (var fix in besides ?? [])
            if (fix.Fix.Time >= fixes[0].Fix.Time && !fixes.Exists(f => f.Fix.Time == fix.Fix.Time))
                fixes.Add(fix);
        fixes = [.. fixes.OrderBy(f => f.Fix.Time)];
        var builder = new TrackBuilder(aircraft, "live");
        foreach (var fix in fixes)
            builder.Add(fix.Fix);
        builder.NoteCallsign(fixes[0].Fix.Time, callsign);
        return FlightPreparer.Keep(builder.Build(), [.. fixes.Select(f => new PositionRadius(f.Metres95, f.BoundMetres, f.IsRadiusStated))], speed);
    }
}

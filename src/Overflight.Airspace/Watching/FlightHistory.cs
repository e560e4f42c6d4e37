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
    public PreparedFlight Prepare(int first, int count, Aircraft aircraft, string callsign, SpeedBound speed)
    {
        var builder = new TrackBuilder(aircraft, "live");
        var radii = new PositionRadius[count];
        for (var i = 0; i < count; i++)
        {
            ref readonly var held = ref this[first + i];
            builder.Add(held.Fix);
            radii[i] = new PositionRadius(held.Metres95, held.BoundMetres, held.IsRadiusStated);
        }
        builder.NoteCallsign(this[first].Fix.Time, callsign);
        return FlightPreparer.Keep(builder.Build(), radii, speed);
    }
}

using Overflight.Geodesy;
using Overflight.Tracks.Preparing;

namespace Overflight.Patterns.Reach;

/// <summary>The cap of every kept fix; buffers are kept from one flight to the next.</summary>
internal sealed class FlightCaps
{
    private SightCap[] _caps = [];
    private EyeHeight[] _heights = [];

    public int Count { get; private set; }

    public AltitudeOrigin Origin { get; private set; }

    /// <summary>Fixes of which no height is known, or that were on the ground.</summary>
    public int Unknown { get; private set; }

    public ref readonly SightCap this[int i] => ref _caps[i];

    /// <summary>Whether a fix has a height.</summary>
    public bool IsKnown(int i) => _heights[i].Origin != AltitudeOrigin.None;

    /// <summary>The height at a fix.</summary>
    public EyeHeight HeightAt(int i) => _heights[i];

    public void Build(PreparedFlight flight, Sensor sensor)
    {
        Count = flight.Count;
        if (_caps.Length < Count)
            (_caps, _heights) = (new SightCap[2 * Count], new EyeHeight[2 * Count]);
        (Origin, Unknown) = (AltitudeOrigin.None, 0);
        for (var i = 0; i < Count; i++)
            _heights[i] = EyeHeight.At(flight.Track, flight.IndexInTrack(i));
        HeldHeights.Correct(flight, _heights.AsSpan(0, Count));
        for (var i = 0; i < Count; i++)
        {
            var height = _heights[i];
            var metres = IsKnown(i) ? height.Metres : default;
            _caps[i] = SightCap.Of(flight.PositionAt(i), metres, flight.RadiusAt(i).BoundMetres, sensor);
            Origin |= height.Origin;
            Unknown += IsKnown(i) ? 0 : 1;
        }
    }
}

using Overflight.Geodesy;
using Overflight.Tracks.Preparing;

namespace Overflight.Patterns.Reach;

/// <summary>The cap of every kept fix; buffers are kept from one flight to the next.</summary>
internal sealed class FlightCaps
{
    private SightCap[] _caps = [];
    private bool[] _isKnown = [];

    public int Count { get; private set; }

    public AltitudeOrigin Origin { get; private set; }

    /// <summary>Fixes of which no height is known, or that were on the ground.</summary>
    public int Unknown { get; private set; }

    public ref readonly SightCap this[int i] => ref _caps[i];

    /// <summary>Whether a fix has a height.</summary>
    public bool IsKnown(int i) => _isKnown[i];

    public void Build(PreparedFlight flight, Sensor sensor)
    {
        Count = flight.Count;
        if (_caps.Length < Count)
            (_caps, _isKnown) = (new SightCap[2 * Count], new bool[2 * Count]);
        (Origin, Unknown) = (AltitudeOrigin.None, 0);
        for (var i = 0; i < Count; i++)
        {
            var height = EyeHeight.At(flight.Track, flight.IndexInTrack(i));
            _isKnown[i] = height.Origin != AltitudeOrigin.None;
            var metres = _isKnown[i] ? height.Metres : default;
            _caps[i] = SightCap.Of(flight.PositionAt(i), metres, flight.RadiusAt(i).BoundMetres, sensor);
            Origin |= height.Origin;
            Unknown += _isKnown[i] ? 0 : 1;
        }
    }
}

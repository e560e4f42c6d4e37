using Overflight.Geodesy;

namespace Overflight.Feeds.ModeS;

/// <summary>
/// Where traffic in the air was heard. One receiver hears some 5° around it, and a surface code's possible places lie 90° apart, so
/// this tells which is meant for an aircraft that was heard on the ground only. Once the traffic spreads wider than one receiver hears, as in
/// feeds put together from many, it tells nothing.
/// </summary>
internal struct ReceptionArea
{
    private const double WidestDegrees = 20;
    private bool _isKnown;
    private bool _isTooWide;
    private double _south;
    private double _north;
    private double _west;
    private double _east;

    /// <summary>The middle, or null.</summary>
    public readonly GeoPoint? Middle => _isKnown && !_isTooWide ? new GeoPoint((_south + _north) / 2, (_west + _east) / 2) : null;

    public static ReceptionArea Around(IReadOnlyList<GeoPoint> places)
    {
        var area = default(ReceptionArea);
        foreach (var place in places)
            area.Add(place.LatitudeDegrees, place.LongitudeDegrees);
        return area;
    }

    public void Add(double latitude, double longitude)
    {
        if (!_isKnown)
        {
            _isKnown = true;
            (_south, _north, _west, _east) = (latitude, latitude, longitude, longitude);
            return;
        }
        _south = Math.Min(_south, latitude);
        _north = Math.Max(_north, latitude);
        _west = Math.Min(_west, longitude);
        _east = Math.Max(_east, longitude);
        // Across ±180° the span is great as well: then nothing is told, which is safe.
        _isTooWide |= _north - _south > WidestDegrees || (_east - _west) * Math.Cos(_north * (Math.PI / 180)) > WidestDegrees;
    }

    /// <summary>Whether a place is where this receiver can hear.</summary>
    public readonly bool IsNear(double latitude, double longitude) =>
        Middle is { } middle && Reach.IsWithin(60 * WidestDegrees, latitude, longitude, middle.LatitudeDegrees, middle.LongitudeDegrees);
}

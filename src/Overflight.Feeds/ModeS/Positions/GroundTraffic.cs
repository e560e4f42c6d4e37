using Overflight.Geodesy;

namespace Overflight.Feeds.ModeS;

/// <summary>
/// Where traffic on the ground was heard, by quarters of an hour. One receiver hears the ground of the airport it stands at and of no other, so
/// a lone code heard there about that time is meant to be there too. Where traffic on the ground of two airports was heard, as in feeds put
/// together from many receivers, it tells nothing.
/// </summary>
internal sealed class GroundTraffic
{
    private const long QuarterMicroseconds = 900_000_000;
    private const int MostQuarters = 1 << 16;

    // Wider than any airport.
    private const double WidestMiles = 6;
    private readonly Dictionary<long, Extent> _quarters = [];

    private readonly record struct Extent(double South, double North, double West, double East)
    {
        public Extent With(in Extent other) => new(Math.Min(South, other.South), Math.Max(North, other.North), Math.Min(West, other.West), Math.Max(East, other.East));

        public bool IsOneAirport => Reach.IsWithin(WidestMiles, South, West, North, East);
    }

    public void Add(double latitude, double longitude, long time)
    {
        var quarter = Math.DivRem(time, QuarterMicroseconds).Quotient;
        var here = new Extent(latitude, latitude, longitude, longitude);
        if (_quarters.TryGetValue(quarter, out var extent))
            _quarters[quarter] = extent.With(here);
        else if (_quarters.Count < MostQuarters)
            _quarters.Add(quarter, here);
    }

    /// <summary>The middle of the one airport whose ground was heard within a quarter of an hour or two of a time; null where there was none, or more than one.</summary>
    public GeoPoint? AirportAt(long time)
    {
        var quarter = Math.DivRem(time, QuarterMicroseconds).Quotient;
        Extent? all = null;
        for (var q = quarter - 1; q <= quarter + 1; q++)
            if (_quarters.TryGetValue(q, out var extent))
                all = all is { } some ? some.With(extent) : extent;
        return all is { IsOneAirport: true } one ? new GeoPoint((one.South + one.North) / 2, (one.West + one.East) / 2) : null;
    }
}

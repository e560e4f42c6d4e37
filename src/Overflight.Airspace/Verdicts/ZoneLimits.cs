using Overflight.Tracks;

namespace Overflight.Airspace.Verdicts;

/// <summary>What a zone's floor, ceiling and validity say of a fix, and of the time between two.</summary>
internal sealed class ZoneLimits(AirspaceRegion region)
{
    // Encoding steps, altimeter error and the altitude's own age: 300 ft is the tolerance of surveillance altitude (ICAO Doc 4444, 8.5.4.2).
    private const double ToleranceFeet = 300;

    // More than any civil aircraft or drone climbs or sinks.
    private const double MostFeetPerSecond = 20_000 / 60.0;

    /// <summary>Whether the region has any limits.</summary>
    public bool Exist => region.Vertical is not null || region.Validity is not null;

    /// <summary>Where a fix is by height and time alone.</summary>
    private FixClass Of(in Fix fix)
    {
        if (region.Validity is { } validity && !validity.Contains(fix.Time))
            return FixClass.Outside;
        if (region.Vertical is not { } vertical)
            return FixClass.Inside;
        var altitude = fix.BarometricAltitudeFeet;
        if (float.IsNaN(altitude))
            return FixClass.Near;
        if (altitude < vertical.FloorFeet - ToleranceFeet || altitude > vertical.CeilingFeet + ToleranceFeet)
            return FixClass.Outside;
        return altitude >= vertical.FloorFeet + ToleranceFeet && altitude <= vertical.CeilingFeet - ToleranceFeet
            ? FixClass.Inside
            : FixClass.Near;
    }

    /// <summary>The side of a fix whose sides alone would put it somewhere: beyond height or time it is outside.</summary>
    public FixClass Limit(FixClass side, in Fix fix)
    {
        var within = Of(fix);
        return within == FixClass.Outside ? FixClass.Outside
            : within == FixClass.Near && side == FixClass.Inside ? FixClass.Near
            : side;
    }

    /// <summary>A leg between two fixes outside is clear of the zone only where height and time, or its sides, keep it out.</summary>
    public LegClass Limit(LegClass leg, in LimitedFix from, in LimitedFix to)
    {
        if (from.Limited != FixClass.Outside || to.Limited != FixClass.Outside)
            return from.Limited == to.Limited ? leg : LegClass.MayTouch;
        var isClearAside = leg == LegClass.Clear && from.Side == FixClass.Outside && to.Side == FixClass.Outside;
        return isClearAside || !Allow(from.Fix, to.Fix) ? LegClass.Clear : LegClass.MayTouch;
    }

    /// <summary>A fix with its place by the zone's sides alone, and by height and time as well.</summary>
    public readonly record struct LimitedFix(Fix Fix, FixClass Side, FixClass Limited);

    private bool Allow(in Fix from, in Fix to)
    {
        if (region.Validity is { } validity && (validity.From > to.Time || validity.To < from.Time))
            return false;
        if (region.Vertical is not { } vertical || float.IsNaN(from.BarometricAltitudeFeet) || float.IsNaN(to.BarometricAltitudeFeet))
            return true;
        var both = from.BarometricAltitudeFeet + (double)to.BarometricAltitudeFeet;
        var reach = Math.Max(MostFeetPerSecond * to.Time.SecondsSince(from.Time), Math.Abs(from.BarometricAltitudeFeet - (double)to.BarometricAltitudeFeet));
        return 0.5 * (both + reach) >= vertical.FloorFeet - ToleranceFeet && 0.5 * (both - reach) <= vertical.CeilingFeet + ToleranceFeet;
    }
}

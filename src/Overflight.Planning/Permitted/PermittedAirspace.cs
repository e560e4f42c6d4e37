using Overflight.Airspace;
using Overflight.Airspace.Zones;
using Overflight.Authority.Documents;
using Overflight.Authority.Paths;
using Overflight.Geodesy;

namespace Overflight.Planning.Permitted;

/// <summary>Where an operation's sorties may fly: within the instrument's areas, in no State's airspace but its own and those whose consent is in force, and in no area to avoid.</summary>
public sealed class PermittedAirspace
{
    private readonly IReadOnlyList<Area> _scope;
    private readonly (AirspaceRegion Region, IReadOnlyList<Area>? Consented)[] _states;
    private readonly AirspaceRegion[] _avoid;

    private PermittedAirspace(IReadOnlyList<Area> scope, (AirspaceRegion, IReadOnlyList<Area>?)[] states, AirspaceRegion[] avoid, AltitudeBand altitude)
    {
        (_scope, _states, _avoid, Altitude) = (scope, states, avoid, altitude);
        var corners = scope.SelectMany(a => a.Ring).ToArray();
        BoundsDegrees = (corners.Min(c => c[1]), corners.Min(c => c[0]), corners.Max(c => c[1]), corners.Max(c => c[0]));
    }

    /// <summary>The instrument's altitudes.</summary>
    public AltitudeBand Altitude { get; }

    /// <summary>The box around the instrument's areas.</summary>
    public (double South, double West, double North, double East) BoundsDegrees { get; }

    /// <summary>Reads it from the papers.</summary>
    /// <param name="instrument">The instrument.</param>
    /// <param name="operatingState">The State that flies: its own airspace needs no consent.</param>
    /// <param name="consents">Consents on record.</param>
    /// <param name="period">The time of all flights: a consent that does not cover it, with its conditions, opens nothing.</param>
    /// <param name="avoid">Areas that no flight may touch.</param>
    /// <param name="index">Whose airspace is where.</param>
    public static PermittedAirspace Of(Instrument instrument, string operatingState, IEnumerable<Consent> consents, TimeWindow period, IReadOnlyList<Area> avoid, AirspaceIndex index)
    {
        ArgumentNullException.ThrowIfNull(instrument);
        ArgumentNullException.ThrowIfNull(index);
        var open = consents.Where(c => c.GivenAt <= period.From && c.Validity.Holds(period.From) && c.Validity.Holds(period.To) && !(c.RevokedAt <= period.To)).ToLookup(c => c.State);
        var corners = instrument.Scope.Areas.SelectMany(a => a.Ring).ToArray();
        const double marginDegrees = 1;
        var near = index.RegionsIn(
            Math.Max(-90, corners.Min(c => c[1]) - marginDegrees), corners.Min(c => c[0]) - marginDegrees, Math.Min(90, corners.Max(c => c[1]) + marginDegrees), corners.Max(c => c[0]) + marginDegrees);
        return new(
            instrument.Scope.Areas,
            [.. near.Where(r => r.Name != operatingState && !open[r.Name].Any(c => c.Conditions.Areas.Count == 0))
                .Select(r => (r, open[r.Name].Any() ? (IReadOnlyList<Area>?)[.. open[r.Name].SelectMany(c => c.Conditions.Areas)] : null))],
            [.. avoid.Select(a => a.Region)],
            instrument.Scope.Altitude);
    }

    /// <summary>Whether a corridor may be flown.</summary>
    public bool Allows(Corridor corridor) => WhyNot(corridor) is null;

    /// <summary>Why a corridor may not be flown, in words; null where it may.</summary>
    public string? WhyNot(Corridor corridor)
    {
        ArgumentNullException.ThrowIfNull(corridor);
        foreach (var (region, consented) in _states)
        {
            if (consented is null ? !corridor.IsOutside(region) : !corridor.IsWithinWhereIn(region, consented))
                return consented is null ? $"no consent of {region.Name} covers the period" : $"the consent of {region.Name} does not cover the place";
        }
        foreach (var area in _avoid)
        {
            if (!corridor.IsOutside(area))
                return $"\"{area.Name}\" is to be avoided";
        }
        return corridor.IsWithin(_scope) ? null : "the instrument's areas do not cover the place";
    }

    /// <summary>Whether a circle may be flown.</summary>
    /// <param name="centre">Its centre.</param>
    /// <param name="radiusMetres">Its radius.</param>
    /// <param name="corridorMetres">How far the aircraft may be from it.</param>
    public string? WhyNot(GeoPoint centre, double radiusMetres, double corridorMetres)
    {
        var points = Circle(centre, radiusMetres);
        for (var i = 0; i < points.Length; i++)
        {
            // A chord is inside the circle by its rise.
            if (WhyNot(new Corridor(points[i], points[(i + 1) % points.Length], corridorMetres + radiusMetres * (1 - Math.Cos(Math.PI / points.Length)))) is { } reason)
                return reason;
        }
        return null;
    }

    /// <summary>Points on a circle that stand for it in a route, clockwise from north.</summary>
    public static GeoPoint[] Circle(GeoPoint centre, double radiusMetres, int count = 12) =>
        [.. Enumerable.Range(0, count).Select(i => Geodesic.Direct(centre, 360.0 * i / count, radiusMetres))];
}

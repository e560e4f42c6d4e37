using Overflight.Geodesy;

namespace Overflight.Sorties.Routes;

/// <summary>A figure of eight: clockwise round one place, counter-clockwise round another, by the lines that touch both circles and cross.</summary>
/// <param name="First">Centre of the clockwise circle.</param>
/// <param name="Second">Centre of the other.</param>
/// <param name="RadiusMetres">Radius of both; the centres are more than two radii apart.</param>
/// <param name="Turns">Ends it after so many rounds.</param>
/// <param name="DurationSeconds">Ends it after so long, counted from its start.</param>
public sealed record FigureEightLeg(GeoPoint First, GeoPoint Second, double RadiusMetres, double? Turns = null, double? DurationSeconds = null) : RouteLeg
{
    internal override void Check(string field)
    {
        base.Check(field);
        CheckPlace($"{field}.first", First);
        CheckPlace($"{field}.second", Second);
        CheckRadius($"{field}.radiusMetres", RadiusMetres);
        CheckEnd(field, Turns, DurationSeconds);
        FieldCheck.Between($"{field}.second", Geodesic.DistanceMetres(First, Second), 2.02 * RadiusMetres, 1_000_000);
    }
}

using Overflight.Geodesy;

namespace Overflight.Sorties.Routes;

/// <summary>A racetrack: from one place to another, half a circle, back beside the first line, half a circle.</summary>
/// <param name="From">Start of the inbound line.</param>
/// <param name="To">Its end.</param>
/// <param name="RadiusMetres">Radius of the half circles.</param>
/// <param name="Clockwise">The way round, seen from above.</param>
/// <param name="Turns">Ends it after so many rounds.</param>
/// <param name="DurationSeconds">Ends it after so long, counted from its start.</param>
public sealed record RacetrackLeg(GeoPoint From, GeoPoint To, double RadiusMetres, bool Clockwise = true, double? Turns = null, double? DurationSeconds = null) : RouteLeg
{
    internal override void Check(string field)
    {
        base.Check(field);
        CheckPlace($"{field}.from", From);
        CheckPlace($"{field}.to", To);
        CheckRadius($"{field}.radiusMetres", RadiusMetres);
        CheckEnd(field, Turns, DurationSeconds);
        FieldCheck.Between($"{field}.to", Geodesic.DistanceMetres(From, To), 100, 1_000_000);
    }
}

using Overflight.Geodesy;

namespace Overflight.Sorties.Routes;

/// <summary>A circle; without turns or duration until told otherwise.</summary>
/// <param name="Centre">Its centre.</param>
/// <param name="RadiusMetres">Its radius over the ground.</param>
/// <param name="Clockwise">The way round, seen from above.</param>
/// <param name="Turns">Ends it after so many rounds, counted from when the circle is reached.</param>
/// <param name="DurationSeconds">Ends it after so long, counted from when the circle is reached.</param>
public sealed record OrbitLeg(GeoPoint Centre, double RadiusMetres, bool Clockwise = true, double? Turns = null, double? DurationSeconds = null) : RouteLeg
{
    internal override void Check(string field)
    {
        base.Check(field);
        CheckPlace($"{field}.centre", Centre);
        CheckRadius($"{field}.radiusMetres", RadiusMetres);
        CheckEnd(field, Turns, DurationSeconds);
    }
}

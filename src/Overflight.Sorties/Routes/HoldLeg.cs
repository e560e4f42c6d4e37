namespace Overflight.Sorties.Routes;

/// <summary>Circles about where the leg before ended; without a duration until told otherwise.</summary>
/// <param name="DurationSeconds">How long.</param>
/// <param name="RadiusMetres">Radius; absent: a comfortable one for the speed and wind.</param>
public sealed record HoldLeg(double? DurationSeconds = null, double? RadiusMetres = null) : RouteLeg
{
    internal override void Check(string field)
    {
        base.Check(field);
        CheckEnd(field, null, DurationSeconds);
        if (RadiusMetres is { } radius)
            CheckRadius($"{field}.radiusMetres", radius);
    }
}

using Overflight.Geodesy;

namespace Overflight.Sorties.Routes;

/// <summary>A square spiral out from a place: lines of one, one, two, two, three … spacings (IAMSAR, volume II, chapter 5).</summary>
/// <param name="Centre">Where it starts.</param>
/// <param name="SpacingMetres">Between lines.</param>
/// <param name="Lines">How many lines, 2 to 200.</param>
/// <param name="HeadingDegrees">Course of the first.</param>
/// <param name="Clockwise">The way it turns.</param>
public sealed record ExpandingSquareLeg(GeoPoint Centre, double SpacingMetres, int Lines, double HeadingDegrees = 0, bool Clockwise = true) : RouteLeg
{
    internal override void Check(string field)
    {
        base.Check(field);
        CheckPlace($"{field}.centre", Centre);
        FieldCheck.Between($"{field}.spacingMetres", SpacingMetres, 20, 100_000);
        FieldCheck.Between($"{field}.lines", Lines, 2, 200);
        FieldCheck.Between($"{field}.headingDegrees", HeadingDegrees, -360, 360);
    }
}

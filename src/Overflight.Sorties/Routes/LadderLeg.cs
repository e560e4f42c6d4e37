using Overflight.Geodesy;

namespace Overflight.Sorties.Routes;

/// <summary>Parallel lines that cover an area, flown to and fro (the parallel sweep of IAMSAR, volume II, chapter 5).</summary>
/// <param name="Area">Corners, at least three; up to about 300 km across.</param>
/// <param name="SpacingMetres">Between lines.</param>
/// <param name="HeadingDegrees">Course of the lines.</param>
public sealed record LadderLeg(IReadOnlyList<GeoPoint> Area, double SpacingMetres, double HeadingDegrees) : RouteLeg
{
    internal override void Check(string field)
    {
        base.Check(field);
        FieldCheck.That(Area.Count is >= 3 and <= 1000, $"{field}.area", "needs 3 to 1,000 corners");
        for (var i = 0; i < Area.Count; i++)
        {
            CheckPlace($"{field}.area[{i}]", Area[i]);
            FieldCheck.Between($"{field}.area[{i}]", Geodesic.DistanceMetres(Area[0], Area[i]), 0, 300_000);
        }
        FieldCheck.Between($"{field}.spacingMetres", SpacingMetres, 20, 100_000);
        FieldCheck.Between($"{field}.headingDegrees", HeadingDegrees, -360, 360);
        FieldCheck.That(PatternGeometry.Ladder(this).Count is >= 2 and <= 4000, $"{field}.spacingMetres", "makes no line, or more than 2,000");
    }
}

using Overflight.Airspace.Nearest;
using Overflight.Airspace.Tests.Shapes;
using Overflight.Geodesy;

namespace Overflight.Airspace.Tests.Nearest;

public sealed class ChordBracketTests
{
    // Earth-centred coordinates in binary64 are good to a few nanometres.
    private const double Rounding = 1e-8;

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void Every_geodesic_lies_within_the_bracket_of_its_chord(int kind)
    {
        var random = new Random(100 + kind);
        for (var n = Boundaries.Count(100_000, 3_400_000); n > 0; n--)
        {
            var a = new GeoPoint(kind == 2 ? 90 * (random.Next(3) - 1) * (1 - 1e-3 * random.NextDouble()) : double.RadiansToDegrees(Math.Asin(2 * random.NextDouble() - 1)), 360 * random.NextDouble() - 180);
            var b = kind switch
            {
                0 => new GeoPoint(double.RadiansToDegrees(Math.Asin(2 * random.NextDouble() - 1)), 360 * random.NextDouble() - 180),
                1 => Geodesic.Direct(a, 360 * random.NextDouble(), Math.Pow(10, 7.3 * random.NextDouble())),
                _ => new GeoPoint(-a.LatitudeDegrees + random.NextDouble() - 0.5, a.LongitudeDegrees + 180 + random.NextDouble() - 0.5),
            };
            b = new GeoPoint(Math.Clamp(b.LatitudeDegrees, -90, 90), b.LongitudeDegrees).Normalised();
            var chord = SurfacePoint.From(a).ChordTo(SurfacePoint.From(b));
            var arc = Geodesic.DistanceMetres(a, b);
            Assert.True(ChordBracket.LeastArc(chord) <= arc + Rounding && chord <= ChordBracket.GreatestChord(arc) + Rounding, $"{a} {b}: chord {chord:R}, arc {arc:R}");
            // Beyond a half turn of the least circle there is no upper bound to give.
            if (chord < 12_600_000)
                Assert.True(arc <= ChordBracket.GreatestArc(chord) + Rounding, $"{a} {b}: chord {chord:R}, arc {arc:R} > {ChordBracket.GreatestArc(chord):R}");
        }
    }

    [Fact]
    public void Sums_are_brackets_of_two_legs()
    {
        var random = new Random(5);
        for (var n = 0; n < 50_000; n++)
        {
            var place = new GeoPoint(170 * random.NextDouble() - 85, 360 * random.NextDouble() - 180);
            var (a, b) = (Geodesic.Direct(place, 360 * random.NextDouble(), 5e6 * random.NextDouble()), Geodesic.Direct(place, 360 * random.NextDouble(), 5e6 * random.NextDouble()));
            var arcs = Geodesic.DistanceMetres(a, place) + Geodesic.DistanceMetres(place, b);
            var chords = SurfacePoint.From(a).ChordTo(SurfacePoint.From(place)) + SurfacePoint.From(place).ChordTo(SurfacePoint.From(b));
            Assert.True(chords <= ChordBracket.GreatestChordSum(arcs) + Rounding && ChordBracket.LeastArcSum(chords) <= arcs + Rounding);
        }
    }
}

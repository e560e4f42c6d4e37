using CsCheck;
using Overflight.Geodesy;
using Overflight.Operations.Fences;

namespace Overflight.Operations.Tests;

public class ContourTests
{
    /// <summary>Of random blobs: what is well above zero is in a ring, and what is well below it and outside of all is in none.</summary>
    [Fact]
    public void Rings_hold_what_is_above_zero() =>
        Gen.Select(Gen.Double[0.5, 3.5], Gen.Double[0.5, 3.5], Gen.Double[0.1, 0.9]).Array[1, 4].Sample(blobs =>
        {
            double Field(GeoPoint p) => blobs.Max(b => b.Item3 - Math.Sqrt(Math.Pow(p.LatitudeDegrees - b.Item1, 2) + Math.Pow(p.LongitudeDegrees - b.Item2, 2)));
            var rings = FieldContour.Rings(0, 0, 0.05, 81, 81, Field).Select(r => new GeodesicPolygon(r)).ToArray();
            for (var latitude = 0.06; latitude < 3.95; latitude += 0.11)
            {
                for (var longitude = 0.06; longitude < 3.95; longitude += 0.11)
                {
                    var place = new GeoPoint(latitude, longitude);
                    if (Field(place) > 0.03)
                        Assert.Contains(rings, r => r.Contains(place));
                    else if (blobs.Length == 1 && Field(place) < -0.03)
                        Assert.DoesNotContain(rings, r => r.Contains(place));
                }
            }
        }, iter: 40);

    /// <summary>No place of Mexico's airspace is left open, and the corridor of the consent is.</summary>
    [Fact]
    public void The_fences_of_a_sortie_close_what_its_papers_do_not_open()
    {
        var sortie = Papers.Documents.All.OfType<Authority.Documents.Sortie>().Single(s => s.Id == "s-06");
        var fences = new AuthorityFences(Papers.Index, Papers.Documents, sortie).At(sortie.Route.Points[0].At);
        var closed = fences.Where(f => f.Id.StartsWith("MEX", StringComparison.Ordinal)).Select(f => new GeodesicPolygon(f.Area)).ToArray();
        var (mexico, open) = (Papers.Index.Region("MEX")!, Papers.Documents.All.OfType<Authority.Documents.Consent>().First(c => c.Version == 2).Conditions.Areas[0].Region);
        var random = new Random(1);
        for (var i = 0; i < 4_000; i++)
        {
            var place = new GeoPoint(30.0 + 3.4 * random.NextDouble(), -119 + 3.9 * random.NextDouble());
            var isClosed = closed.Any(c => c.Contains(place));
            if (mexico.Contains(place) && open.DistanceTo(place).SignedMetres < -300)
                Assert.True(isClosed, $"{place} is Mexico's and open");
            if (open.DistanceTo(place).SignedMetres > 300 || mexico.DistanceTo(place).SignedMetres < -3_000)
                Assert.False(isClosed, $"{place} is open by the papers, and closed");
        }
    }
}

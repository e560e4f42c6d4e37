using Overflight.Airspace.Nearest;
using Overflight.Airspace.Pack;
using Overflight.Airspace.Tests.Safety;
using Overflight.Geodesy;

namespace Overflight.Airspace.Tests.Nearest;

/// <summary>Against the plain way: every edge cut into many short parts, and Karney's distance to each.</summary>
public sealed class BruteForceTests
{
    private const int Parts = 64;

    [Fact]
    public void Distance_to_the_boundary()
    {
        for (var seed = 1; seed <= 25; seed++)
        {
            var random = new Random(seed);
            var region = MovableRegion.Random(random);
            var dense = Densified(region.Mapped.Set);
            for (var k = 0; k < 8; k++)
            {
                var place = Around(random, region);
                var distance = region.Mapped.DistanceTo(place);
                var least = dense.Min(d => Geodesic.DistanceMetres(place, d.Place));
                var lowest = dense.Min(d => Geodesic.DistanceMetres(place, d.Place) is var m ? m - Slack(d.Step, m) : 0);
                Assert.InRange(Math.Abs(distance.SignedMetres), lowest, least + 1e-6);
                Assert.Equal(Math.Abs(distance.SignedMetres), Geodesic.DistanceMetres(place, distance.Nearest), 1e-6);
                Assert.Equal(region.Mapped.Contains(place), distance.SignedMetres > 0);
            }
        }
    }

    [Fact]
    public void Lower_bounds_of_detours_hold_and_collecting_misses_nothing()
    {
        for (var seed = 30; seed <= 60; seed++)
        {
            var random = new Random(seed);
            var region = MovableRegion.Random(random);
            var tree = region.Mapped.Tree;
            var (from, to) = (Around(random, region), Around(random, region));
            var (a, b) = (SurfacePoint.From(from), SurfacePoint.From(to));
            var found = tree.LeastDetour(a, b, double.PositiveInfinity);
            var least = Densified(region.Mapped.Set).Min(d => Geodesic.DistanceMetres(from, d.Place) + Geodesic.DistanceMetres(d.Place, to));
            var bound = ChordBracket.LeastArcSum(found.ChordMetres);
            Assert.True(bound <= least + 1e-6);
            Assert.True(least - bound <= 2 * tree.GreatestWideningMetres * 1.5 + 0.006 * least + 1, $"seed {seed}: {bound} far below {least}");
            var limit = found.ChordMetres * 1.2 + 10;
            var slots = new List<int>();
            tree.CollectDetours(a, b, limit, slots);
            var expected = Slots(tree).Where(s => tree.Detour(s, a, b, out _) <= limit);
            // Collected by balls, which are tighter than a piece's own bound at its round ends: what is left out must be out of reach.
            foreach (var slot in expected.Except(slots))
                Assert.True(Sampled(tree[slot], from, to) > ChordBracket.LeastArcSum(limit));
        }
    }

    private static IEnumerable<int> Slots(PieceTree tree)
    {
        for (int slot = 0, seen = 0; seen < tree.Count; slot++)
            if (tree[slot] != default)
            {
                seen++;
                yield return slot;
            }
    }

    private static double Sampled(BoundaryPiece piece, GeoPoint from, GeoPoint to) =>
        Enumerable.Range(0, 33).Min(k => Geodesic.DistanceMetres(from, piece.At(k / 32.0)) + Geodesic.DistanceMetres(piece.At(k / 32.0), to)) - 2 * piece.UncertaintyMetres;

    private static GeoPoint Around(Random random, MovableRegion region) =>
        Geodesic.Direct(region.Truth.BoundaryPlace(random), random.NextDouble() * 360, Math.Pow(10, 1 + 5 * random.NextDouble())).Normalised();

    private static unsafe List<(GeoPoint Place, double Step)> Densified(BoundarySet set)
    {
        var places = new List<(GeoPoint, double)>();
        for (var edge = 0; edge < set.VertexCount - 1; edge++)
            if (set.Edges[edge] != 0)
            {
                var (a, b) = (new GeoPoint(set.Latitude(edge), set.Longitude(edge)), new GeoPoint(set.Latitude(edge + 1), set.Longitude(edge + 1)));
                var step = 1.02 * Geodesic.DistanceMetres(a, b) / Parts;
                for (var k = 0; k <= Parts; k++)
                    places.Add((new GeoPoint(a.LatitudeDegrees + (b.LatitudeDegrees - a.LatitudeDegrees) * k / Parts, a.LongitudeDegrees + (b.LongitudeDegrees - a.LongitudeDegrees) * k / Parts), step));
            }
        return places;
    }

    /// <summary>Between two samples the boundary may be nearer by this: the foot is at most half a step aside.</summary>
    private static double Slack(double step, double least) => least > step ? step * step / 4 / least : step / 2;
}

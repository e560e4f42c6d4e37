using Overflight.Airspace.Tests.Safety;
using Overflight.Airspace.Tests.Shapes;
using Overflight.Airspace.Verdicts;
using Overflight.Geodesy;

namespace Overflight.Airspace.Tests.Verdicts;

/// <summary>What must be crossed and what can be flown round, against a flood over the reachable set.</summary>
public sealed class ForcedPassageTests(ITestOutputHelper output)
{
    private const int Cells = 72;

    [Theory]
    [InlineData(1.01, AirspaceVerdictKind.Entered)]
    [InlineData(1.3, AirspaceVerdictKind.Entered)]
    [InlineData(3.0, AirspaceVerdictKind.CannotBeRuledOut)]
    public void A_strip_is_crossed_until_it_can_be_flown_round(double slack, AirspaceVerdictKind expected)
    {
        // A strip 2 degrees long and 2 km wide, crossed in its middle: round its end is 2.2 times the way.
        var region = MovableRegion.Of(0, [(9.99, -1), (10.01, -1), (10.01, 1), (9.99, 1)]);
        var (from, to) = (new GeoPoint(0, 9.5), new GeoPoint(0, 10.5));
        Assert.Equal(expected, Judge(region, from, to, slack).Kind);
        if (expected == AirspaceVerdictKind.Entered)
            Assert.True(Assert.Single(Judge(region, from, to, slack).Intervals).IsForced);
    }

    [Fact]
    public void A_ring_forces_whoever_is_within_and_then_without()
    {
        var region = MovableRegion.Of(25, [(10, 10), (12, 10), (12, 12), (10, 12)], [(10.1, 10.1), (11.9, 10.1), (11.9, 11.9), (10.1, 11.9)]);
        Assert.Equal(AirspaceVerdictKind.Entered, Judge(region, new GeoPoint(11, 11), new GeoPoint(11, 14), 8).Kind);
    }

    [Fact]
    public void Never_forced_where_a_flood_finds_a_way_round()
    {
        var (forced, open, undecided) = (0, 0, 0);
        for (var seed = 1; seed <= 120; seed++)
        {
            var random = new Random(seed);
            var region = MovableRegion.Random(random);
            var (from, to) = Ends(random, region);
            if (region.Mapped.Contains(from) || region.Mapped.Contains(to))
                continue;
            var slack = 1 + Math.Pow(10, -2 * random.NextDouble());
            var verdict = Judge(region, from, to, slack);
            var isOpen = Flood(region.MappedRings, from, to, slack * Geodesic.DistanceMetres(from, to));
            if (verdict.Kind == AirspaceVerdictKind.Entered)
            {
                forced++;
                Assert.False(isOpen, $"seed {seed}: forced, yet there is a way round");
            }
            else if (isOpen)
                open++;
            else
                undecided++;
        }
        output.WriteLine($"{forced} forced, {open} open, {undecided} where neither was shown");
        Assert.True(forced > 10 && open > 10);
    }

    private static (GeoPoint, GeoPoint) Ends(Random random, MovableRegion region)
    {
        var middle = region.MappedRings.BoundaryPlace(random);
        var ring = region.MappedRings.Rings[0];
        var size = 30_000 * (ring.Max(c => c.Y) - ring.Min(c => c.Y));
        var azimuth = random.NextDouble() * 360;
        return (Geodesic.Direct(middle, azimuth, size * random.NextDouble()), Geodesic.Direct(middle, azimuth + 180, size * random.NextDouble()));
    }

    private static AirspaceVerdict Judge(MovableRegion region, GeoPoint from, GeoPoint to, double slack)
    {
        var speed = slack * Geodesic.DistanceMetres(from, to) / 1000;
        return FlightJudge.Judge(MadeFlight.Prepare(speed, (1000, from, 0.01), (2000, to, 0.01)), region.Mapped);
    }

    /// <summary>Whether steps on a grid lead from one place to the other inside the reachable set and clear of the region.</summary>
    private static bool Flood(TrueRegion region, GeoPoint from, GeoPoint to, double allowed)
    {
        var middle = GeodesicLine.Between(from, to) is var line ? line.PointAt(line.DistanceMetres / 2) : default;
        var (perY, perX) = (allowed / 110_000 / Cells, allowed / 110_000 / Cells / Math.Cos(double.DegreesToRadians(middle.LatitudeDegrees)));
        var seen = new HashSet<(int, int)>();
        var open = new Stack<(int, int)>();
        foreach (var start in Neighbours(Cell(from)))
            if (IsFree(start) && !region.IsTouchedBy([from, At(start)]) && seen.Add(start))
                open.Push(start);
        while (open.TryPop(out var cell))
        {
            if (Distance(cell, Cell(to)) <= 2 && !region.IsTouchedBy([At(cell), to]))
                return true;
            foreach (var next in Neighbours(cell))
                if (!seen.Contains(next) && IsFree(next) && !region.IsTouchedBy([At(cell), At(next)]))
                {
                    seen.Add(next);
                    open.Push(next);
                }
        }
        return false;

        GeoPoint At((int X, int Y) cell) => new(middle.LatitudeDegrees + cell.Y * perY, middle.LongitudeDegrees + cell.X * perX);
        (int, int) Cell(GeoPoint place) => ((int)Math.Round((TrueRegion.Near(place.LongitudeDegrees, middle.LongitudeDegrees) - middle.LongitudeDegrees) / perX), (int)Math.Round((place.LatitudeDegrees - middle.LatitudeDegrees) / perY));
        bool IsFree((int, int) cell) => At(cell).Normalised() is { IsValid: true } place && Geodesic.DistanceMetres(from, place) + Geodesic.DistanceMetres(place, to) <= allowed;
    }

    private static int Distance((int X, int Y) a, (int X, int Y) b) => Math.Max(Math.Abs(a.X - b.X), Math.Abs(a.Y - b.Y));

    private static IEnumerable<(int, int)> Neighbours((int X, int Y) cell) => [(cell.X + 1, cell.Y), (cell.X - 1, cell.Y), (cell.X, cell.Y + 1), (cell.X, cell.Y - 1)];
}

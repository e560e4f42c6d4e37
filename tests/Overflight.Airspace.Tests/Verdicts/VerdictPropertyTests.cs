using Overflight.Airspace.Tests.Safety;
using Overflight.Airspace.Tests.Shapes;
using Overflight.Airspace.Verdicts;
using Overflight.Geodesy;

namespace Overflight.Airspace.Tests.Verdicts;

/// <summary>What must hold between verdicts on kindred questions, and of every witness.</summary>
public sealed class VerdictPropertyTests
{
    private const int Seeds = 80;

    [Fact]
    public void V_star_parts_did_not_enter_from_cannot_be_ruled_out() => Each((random, region, flown) =>
    {
        var verdict = Judge(flown, region);
        if (verdict.SpeedToEnterKnots is not > 0)
            return;
        // The witness's tolerance of 0.05 m, over the leg that decides.
        var (first, second) = verdict.SpeedToEnterLeg!.Value;
        var margin = 0.2 / (flown.Reports[second].Seconds - flown.Reports[first].Seconds);
        var star = verdict.SpeedToEnterKnots.Value / MadeFlight.KnotsPerMetrePerSecond;
        if (IsWhole(flown with { MetresPerSecond = star - margin }))
            Assert.Equal(AirspaceVerdictKind.DidNotEnter, Judge(flown with { MetresPerSecond = star - margin }, region).Kind);
        if (IsWhole(flown with { MetresPerSecond = star + margin }))
            Assert.NotEqual(AirspaceVerdictKind.DidNotEnter, Judge(flown with { MetresPerSecond = star + margin }, region).Kind);
    });

    [Fact]
    public void Faster_never_makes_entry_less_possible_or_more_certain() => Each((random, region, flown) =>
    {
        var slow = Judge(flown, region).Kind;
        var fast = Judge(flown with { MetresPerSecond = flown.MetresPerSecond * (1 + random.NextDouble()) }, region).Kind;
        Assert.False(slow != AirspaceVerdictKind.DidNotEnter && fast == AirspaceVerdictKind.DidNotEnter);
        Assert.False(slow != AirspaceVerdictKind.Entered && fast == AirspaceVerdictKind.Entered);
    });

    [Fact]
    public void Less_sure_fixes_never_make_entry_less_possible_or_more_certain() => Each((random, region, flown) =>
    {
        var factor = 1 + 3 * random.NextDouble();
        var sure = Judge(flown, region).Kind;
        var unsure = Judge(flown with { Reports = [.. flown.Reports.Select(r => (r.Seconds, r.Place, r.Radius * factor))] }, region).Kind;
        Assert.False(sure != AirspaceVerdictKind.DidNotEnter && unsure == AirspaceVerdictKind.DidNotEnter);
        Assert.False(sure != AirspaceVerdictKind.Entered && unsure == AirspaceVerdictKind.Entered);
    });

    [Fact]
    public void Backwards_in_time_is_the_same_verdict() => Each((random, region, flown) =>
    {
        var backwards = flown with { Reports = [.. flown.Reports.AsEnumerable().Reverse().Select(r => (100_000 - r.Seconds, r.Place, r.Radius))] };
        var (one, other) = (Judge(flown, region), Judge(backwards, region));
        Assert.Equal(one.Kind, other.Kind);
        Assert.Equal(one.SpeedToEnterKnots ?? -1, other.SpeedToEnterKnots ?? -1, 0.01);
    });

    [Fact]
    public void Fewer_fixes_never_rule_entry_out() => Each((random, region, flown) =>
    {
        // Fixes sure to a millimetre: a wide radius alone can raise a doubt that goes with its fix.
        var sure = flown with { Reports = [.. flown.Reports.Select(r => (r.Seconds, r.Place, 0.001))] };
        if (sure.Reports.Count < 3 || !IsWhole(sure) || Judge(sure, region).Kind == AirspaceVerdictKind.DidNotEnter)
            return;
        // Ends stay, so that the same time is covered.
        var fewer = sure with { Reports = [.. sure.Reports.Where((_, i) => i == 0 || i == sure.Reports.Count - 1 || random.Next(2) == 0)] };
        Assert.NotEqual(AirspaceVerdictKind.DidNotEnter, Judge(fewer, region).Kind);
    });

    [Fact]
    public void A_vague_fix_does_not_hide_a_sharp_one_deep_inside()
    {
        var region = MovableRegion.Of(0, [(10, 10), (11, 10), (11, 11), (10, 11)]);
        var flight = MadeFlight.Prepare(100, (0, new GeoPoint(10.5, 10.01), 5000), (1, new GeoPoint(10.5, 10.0101), 5), (2, new GeoPoint(10.5, 10.0102), 5));
        Assert.Equal(AirspaceVerdictKind.Entered, FlightJudge.Judge(flight, region.Mapped).Kind);
    }

    [Fact]
    public void Splitting_a_track_never_makes_the_verdict_worse() => Each((random, region, flown) =>
    {
        if (flown.Reports.Count < 3)
            return;
        var at = random.Next(1, flown.Reports.Count - 1);
        var whole = Judge(flown, region).Kind;
        var (first, second) = (Judge(flown with { Reports = flown.Reports[..(at + 1)] }, region).Kind, Judge(flown with { Reports = flown.Reports[at..] }, region).Kind);
        Assert.Equal(whole, first > second ? first : second);
    });

    [Fact]
    public void Turned_about_the_axis_is_the_same_verdict()
    {
        for (var seed = 1; seed <= Seeds; seed++)
        {
            var random = new Random(seed);
            var turn = random.Next(-1_800_000_000, 1_800_000_000) / 1e7;
            var ring = RandomRing.Of(random, 0, 70 * random.NextDouble(), 40_000);
            var (region, turned) = (MovableRegion.Of(50, ring), MovableRegion.Of(50, [.. ring.Select(c => (Math.Round(c.X + turn, 7), c.Y))]));
            var flown = TruePaths.Random(random, region, 20_000);
            var moved = flown with { Reports = [.. flown.Reports.Select(r => (r.Seconds, new GeoPoint(r.Place.LatitudeDegrees, r.Place.LongitudeDegrees + turn).Normalised(), r.Radius))] };
            var (one, other) = (Judge(flown, region), Judge(moved, turned));
            // Forced passage is not claimed across the data's seam.
            if (one.Kind != other.Kind)
                Assert.Equal((AirspaceVerdictKind.Entered, AirspaceVerdictKind.CannotBeRuledOut, true), (one.Kind, other.Kind, Math.Abs(turned.MappedRings.Rings[0].Max(c => c.X)) > 179 || Math.Abs(turned.MappedRings.Rings[0].Min(c => c.X)) > 179));
            else if (one.SpeedToEnterKnots is { } star)
                Assert.Equal(star, other.SpeedToEnterKnots!.Value, 0.05);
        }
    }

    [Fact]
    public void Who_entered_the_inner_region_entered_the_outer()
    {
        for (var seed = 1; seed <= Seeds; seed++)
        {
            var random = new Random(seed);
            var (x, y) = (300 * random.NextDouble() - 150, 120 * random.NextDouble() - 60);
            var inner = MovableRegion.Of(25, RandomRing.Of(random, x, y, 20_000));
            var outer = MovableRegion.Of(25, [(x - 0.6, y - 0.3), (x + 0.6, y - 0.3), (x + 0.6, y + 0.3), (x - 0.6, y + 0.3)]);
            var flown = TruePaths.Random(random, inner, 10_000);
            Assert.True(Judge(flown, outer).Kind >= Judge(flown, inner).Kind, $"seed {seed}");
        }
    }

    [Fact]
    public void Every_witness_passes_its_two_geodesics_and_lies_in_the_widened_region() => Each((random, region, flown) =>
    {
        var verdict = Judge(flown, region);
        Assert.Equal(verdict.Kind == AirspaceVerdictKind.CannotBeRuledOut, verdict.Witness is not null);
        foreach (var witness in verdict.Intervals.Select(i => i.Witness).OfType<Witness>())
        {
            var (first, second) = (flown.Reports[witness.FirstFix], flown.Reports[witness.SecondFix]);
            Assert.Equal(witness.MetresFromFirst, Geodesic.DistanceMetres(first.Place, witness.Place), 0.001);
            Assert.Equal(witness.MetresToSecond, Geodesic.DistanceMetres(witness.Place, second.Place), 0.001);
            Assert.True(witness.MetresFromFirst + witness.MetresToSecond <= witness.AllowedMetres + 0.1, $"{verdict.Kind} {witness} {flown}");
            var distance = region.Mapped.DistanceTo(witness.Place).SignedMetres;
            Assert.True(distance >= -region.Uncertainty - 2 * region.Mapped.Tree.GreatestSagMetres - 0.1, $"{distance} m from a boundary within {region.Uncertainty} m: {flown}");
            Assert.True(witness.Earliest <= witness.Latest, $"{witness}");
        }
    });

    private static void Each(Action<Random, MovableRegion, SafetyCase> check)
    {
        for (var seed = 1; seed <= Seeds; seed++)
        {
            var random = new Random(seed);
            var region = MovableRegion.Random(random);
            var ring = region.MappedRings.Rings[0];
            var size = Math.Max(200, (ring.Max(c => c.Y) - ring.Min(c => c.Y)) * 55_000);
            for (var k = 0; k < 6; k++)
                check(random, region, TruePaths.Random(random, region, size));
        }
    }

    private static bool IsWhole(SafetyCase flown) => MadeFlight.Prepare(flown.MetresPerSecond, [.. flown.Reports]).SetAside.Count == 0;

    private static AirspaceVerdict Judge(SafetyCase flown, MovableRegion region) =>
        FlightJudge.Judge(MadeFlight.Prepare(flown.MetresPerSecond, [.. flown.Reports]), region.Mapped);
}

using Overflight.Airspace;
using Overflight.Geodesy;
using Overflight.Patterns.Silence;
using Overflight.Testing;
using Overflight.Tracks;
using Overflight.Tracks.Preparing;

namespace Overflight.Patterns.Tests.Silence;

public sealed class GapTests
{
    private static readonly UtcInstant s_start = new(1_700_000_000_000_000);
    private static readonly GeoPoint s_from = new(31, -112);

    private static AirspaceIndex Index()
    {
        var path = Path.Combine(Repository.Root, "artifacts", "boundaries", "overflight-boundaries.pack");
        if (!File.Exists(path))
            Assert.Skip($"no compiled boundaries at {path}; ./overflight builds them");
        return AirspaceIndex.Open(path);
    }

    /// <summary>Along one airway at 200 m/s, a fix every ten seconds but for a silence.</summary>
    private static PreparedFlight Along(uint aircraft, double startSeconds, double silentFrom = 0, double silentTo = 0, float feet = 30_000)
    {
        var builder = new TrackBuilder(new Aircraft(new AircraftAddress(aircraft)), "made");
        for (var t = 0.0; t < 3_000; t += 10)
            if (t < silentFrom || t >= silentTo)
                builder.Add(new Fix { Time = s_start.AddSeconds(startSeconds + t), Position = Geodesic.Direct(s_from, 80, 200 * t), BarometricAltitudeFeet = feet, AccuracyMetres = 20 });
        return FlightPreparer.Prepare(builder.Build(), SpeedBound.Given(500));
    }

    private static IReadOnlyList<GapFinding> Gaps(PreparedFlight flight, params PreparedFlight[] others)
    {
        var coverage = new CoverageModel();
        coverage.Learn(flight);
        foreach (var other in others)
            coverage.Learn(other);
        return new GapFinder(coverage, Index()).Find(flight);
    }

    [Fact]
    public void A_silence_where_others_are_heard_all_the_time_stands_out()
    {
        var gap = Assert.Single(Gaps(Along(1, 0, 1_000, 1_600), Along(2, -900), Along(3, 600), Along(4, 1_200)));

        Assert.Equal(GapKind.StandsOut, gap.Kind);
        Assert.Equal((990, 1_600), (gap.Start.SecondsSince(s_start), gap.End.SecondsSince(s_start)));
        Assert.Equal(1, gap.OthersHeard);
        Assert.Equal(3, gap.Others);
        // 610 s at 500 kt against 122 km flown.
        Assert.InRange(gap.AllowedMetres, 156_000, 159_000);
        Assert.InRange(gap.AsideMetres, 48_000, 52_000);
        Assert.Contains("MEX", gap.LineStates);
    }

    [Fact]
    public void A_silence_where_others_fall_silent_is_expected()
    {
        var gap = Assert.Single(Gaps(Along(1, 0, 1_000, 1_600), Along(2, -900, 1_000, 1_600), Along(3, 600, 1_000, 1_600)));

        Assert.Equal(GapKind.Expected, gap.Kind);
        Assert.InRange(gap.OthersHeard, 0, 0.5);
    }

    [Fact]
    public void Alone_or_beside_one_other_or_far_below_the_others_it_cannot_be_told()
    {
        Assert.Equal(GapKind.CannotBeTold, Assert.Single(Gaps(Along(1, 0, 1_000, 1_600))).Kind);
        Assert.Equal(GapKind.CannotBeTold, Assert.Single(Gaps(Along(1, 0, 1_000, 1_600), Along(2, -900))).Kind);
        Assert.Equal(GapKind.CannotBeTold, Assert.Single(Gaps(Along(1, 0, 1_000, 1_600, feet: 3_000), Along(2, -900), Along(3, 600))).Kind);
    }

    [Fact]
    public void Others_of_another_day_do_not_count() =>
        Assert.Equal(GapKind.CannotBeTold, Assert.Single(Gaps(Along(1, 0, 1_000, 1_600), Along(2, 86_400), Along(3, -86_400))).Kind);

    [Fact]
    public void The_order_of_learning_and_learning_oneself_change_nothing()
    {
        PreparedFlight[] others = [Along(2, -900), Along(3, 600, 900, 1_400), Along(4, 1_200)];
        var silent = Along(1, 0, 1_000, 1_600);

        Assert.Equal(Gaps(silent, others)[0].OthersHeard, Gaps(silent, [.. others.Reverse()])[0].OthersHeard, 1e-6);
        Assert.True(Gaps(silent, others)[0].OthersHeard < 1);
    }

    [Fact]
    public void Fixes_that_come_slowly_have_no_silence_between_them()
    {
        var builder = new TrackBuilder(new Aircraft(new AircraftAddress(1)), "made");
        for (var i = 0; i < 60; i++)
            builder.Add(new Fix { Time = s_start.AddSeconds(150 * i), Position = Geodesic.Direct(s_from, 80, 20_000 * i) });

        Assert.Empty(Gaps(FlightPreparer.Prepare(builder.Build(), SpeedBound.Given(500))));
    }
}

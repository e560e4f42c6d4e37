using CsCheck;
using Overflight.Geodesy;
using Overflight.Patterns.Kinds;
using Overflight.Patterns.Likeness;
using Overflight.Patterns.Tests.Kinds;
using Overflight.Testing;

namespace Overflight.Patterns.Tests.Likeness;

public sealed class FlightLikenessTests
{
    private static IReadOnlyList<FlightPattern> Orbiting(double latitude, double radius, double turns = 8, double speed = 50) =>
        PatternFinder.Find(new MadeFlight(new GeoPoint(latitude, -110), speed, 10).Head(0).Straight(20_000).Turn(360 * turns, radius).Straight(20_000).Done());

    private static IReadOnlyList<FlightPattern> Lines() =>
        PatternFinder.Find(Enumerable.Range(0, 5).Aggregate(new MadeFlight(new GeoPoint(31, -110), 60, 10).Head(0), (pen, _) => pen.Straight(20_000).Turn(180, 900).Straight(20_000).Turn(-180, 900)).Done());

    [Fact]
    public void A_flight_is_most_like_itself_and_likeness_goes_both_ways()
    {
        Gen.Select(Gen.Double[800, 6_000], Gen.Double[2, 10], Gen.Double[800, 6_000], Gen.Double[2, 10]).Sample((r1, t1, r2, t2) =>
        {
            var (a, b) = (Orbiting(31, r1, t1), Orbiting(31.3, r2, t2));
            Assert.Equal(1, FlightLikeness.Of(a, a)!.Value.Score, 1e-9);
            Assert.Equal(FlightLikeness.Of(a, b)!.Value.Score, FlightLikeness.Of(b, a)!.Value.Score, 1e-9);
            Assert.InRange(FlightLikeness.Of(a, b)!.Value.Score, 0, 1);
            Assert.True(FlightLikeness.Of(a, b)!.Value.Score <= FlightLikeness.Of(a, b)!.Value.Shape);
        }, iter: 20);
    }

    [Fact]
    public void Nearer_is_more_alike_and_so_is_nearer_in_size()
    {
        var wanted = Orbiting(31, 2_000);
        double Like(IReadOnlyList<FlightPattern> other) => FlightLikeness.Of(wanted, other)!.Value.Score;

        Assert.True(Like(Orbiting(31.05, 2_000)) > Like(Orbiting(33, 2_000)));
        Assert.True(Like(Orbiting(33, 2_000)) > Like(Orbiting(33, 6_000)));
        Assert.Equal(FlightLikeness.Of(wanted, Orbiting(31.05, 2_000))!.Value.Shape, FlightLikeness.Of(wanted, Orbiting(33, 2_000))!.Value.Shape, 0.05);
    }

    [Fact]
    public void Another_kind_of_work_is_not_alike_and_a_transit_is_nothing_to_compare()
    {
        Assert.Equal(0, FlightLikeness.Of(Orbiting(31, 2_000), Lines())!.Value.Score, 0.05);
        Assert.Null(FlightLikeness.Of(Orbiting(31, 2_000), PatternFinder.Find(new MadeFlight(new GeoPoint(31, -110), 60, 10).Head(0).Straight(200_000).Done())));
    }

    /// <summary>Thirty of some 1,800 recorded flights are by the relay aircraft; of the ten most alike, half are, and the rest circle over cities.</summary>
    [Fact]
    [Trait("Category", "Recorded")]
    public void A_relay_flight_finds_other_relay_flights()
    {
        Recorded.PathOf("tracks/tv_relay/tour_de_france.json.gz");
        var all = RecordedFlights.Of(RecordedFlights.CleanSets()).Select(f => (Flight: f, Patterns: PatternFinder.Find(f))).ToList();
        var wanted = all.Where(f => f.Flight.Track.Aircraft.Id == "3924a4").MaxBy(f => f.Patterns.Where(p => p.Kind == FlightKind.Orbit).Sum(p => p.ObservedSeconds));
        var found = all.Where(f => f.Flight != wanted.Flight).Select(f => (f.Flight, Likeness: FlightLikeness.Of(wanted.Patterns, f.Patterns)))
            .Where(f => f.Likeness is not null).OrderByDescending(f => f.Likeness!.Value.Score).Take(10).ToList();

        Assert.True(found.Count(f => f.Flight.Track.Aircraft.Id is "3924a4" or "39cd0b") >= 5, string.Join(' ', found.Select(f => f.Flight.Track.Aircraft.Id)));
    }
}

using Overflight.Airspace.Tests.Safety;
using Overflight.Airspace.Tests.Shapes;
using Overflight.Airspace.Verdicts;
using Overflight.Airspace.Watching;
using Overflight.Tracks;
using Overflight.Tracks.Live;
using Overflight.Tracks.Preparing;

namespace Overflight.Airspace.Tests.Watching;

public sealed class RegionFollowerTests
{
    [Fact]
    public void Fix_by_fix_the_answer_is_that_of_the_flight_so_far()
    {
        for (var seed = 1; seed <= Boundaries.Count(150, 10_000); seed++)
        {
            var random = new Random(seed);
            var region = MovableRegion.Random(random);
            var ring = region.MappedRings.Rings[0];
            var flown = TruePaths.Random(random, region, Math.Max(200, (ring.Max(c => c.Y) - ring.Min(c => c.Y)) * 55_000));
            var flight = MadeFlight.Prepare(flown.MetresPerSecond, [.. flown.Reports]);
            if (flight.SetAside.Count > 0)
                continue;
            var follower = new RegionFollower(region.Mapped);
            var stop = random.Next(flight.Count);
            for (var i = 0; i <= stop; i++)
                Take(follower, flight, i);
            var sofar = MadeFlight.Prepare(flown.MetresPerSecond, [.. flown.Reports[..(stop + 1)]]);
            Assert.True(FlightJudge.Judge(sofar, region.Mapped).Kind == follower.Kind, $"seed {seed}, {stop + 1} of {flight.Count} fixes, {flown.Kind}");
        }
    }

    [Theory]
    [InlineData(35_000, 35_000, 1, AirspaceVerdictKind.DidNotEnter)]
    [InlineData(35_000, 35_000, 1800, AirspaceVerdictKind.CannotBeRuledOut)]
    [InlineData(15_000, 15_000, 1, AirspaceVerdictKind.Entered)]
    [InlineData(20_100, 20_100, 1, AirspaceVerdictKind.CannotBeRuledOut)]
    public void Floors_and_ceilings_count(float first, float second, double seconds, AirspaceVerdictKind expected)
    {
        var region = new Soup().Add("Z", (10, 10), (11, 10), (11, 11), (10, 11)).Region(0, new VerticalLimits(10_000, 20_000), null);
        var builder = new TrackBuilder(new Aircraft(AircraftAddress.None), "made");
        builder.Add(new Fix { Time = UtcInstant.FromUnixSeconds(1000), Position = new(10.5, 10.5), BarometricAltitudeFeet = first, Source = FixSource.Telemetry });
        builder.Add(new Fix { Time = UtcInstant.FromUnixSeconds(1000 + seconds), Position = new(10.5, 10.5), BarometricAltitudeFeet = second, Source = FixSource.Telemetry });
        var flight = FlightPreparer.Prepare(builder.Build(), SpeedBound.Given(450));
        var follower = new RegionFollower(region);
        for (var i = 0; i < flight.Count; i++)
            Take(follower, flight, i);
        Assert.Equal(expected, follower.Kind);
    }

    private static void Take(RegionFollower follower, PreparedFlight flight, int i)
    {
        var (before, fix) = (At(flight, Math.Max(0, i - 1)), At(flight, i));
        follower.Take(before, fix, i == 0 ? default : fix.LegFrom(before, flight.Speed.MetresPerSecond));
    }

    private static PlacedFix At(PreparedFlight flight, int i) => new(new KeptFix(flight.Track[flight.IndexInTrack(i)], flight.RadiusAt(i)));
}

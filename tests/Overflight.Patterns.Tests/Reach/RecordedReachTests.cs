using Overflight.Airspace;
using Overflight.Feeds;
using Overflight.Patterns.Reach;
using Overflight.Testing;
using Overflight.Tracks;
using Overflight.Tracks.Preparing;

namespace Overflight.Patterns.Tests.Reach;

/// <summary>What recorded flights could see. Nobody in this project recorded them.</summary>
[Trait("Category", "Recorded")]
public sealed class RecordedReachTests
{
    private static AirspaceIndex Index
    {
        get
        {
            var path = Path.Combine(Repository.Root, "artifacts/boundaries/overflight-boundaries.pack");
            if (!File.Exists(path))
                Assert.Skip($"no compiled boundaries at {path}; ./overflight builds them");
            return AirspaceIndex.Open(path);
        }
    }

    [Fact]
    public void A_patrol_of_the_Channel_saw_a_piece_of_France()
    {
        var reach = Find("surveillance/border_control.json.gz", "FRA");
        Tell(reach);
        Assert.True(reach.AreaSquareMetres.Likely > 0);
        Assert.False(reach.IsOutsideThroughout);
        // For a minute its altitude reads up to 7,375 ft, between 975 ft before and after: not its height, but a bound.
        Assert.InRange(reach.Deepest!.DepthMetres.Likely, 50_000, 80_000);
        Assert.InRange(reach.Deepest.DepthMetres.Upper, 130_000, 160_000);
        Assert.InRange(reach.VisibleSeconds.Likely, 600, 20_000);
    }

    [Fact]
    public void An_airliner_over_Yucatan_saw_far_into_Mexico()
    {
        var reach = Find("readsb/trace_full_ac671b.json.gz", "MEX");
        Tell(reach);
        Assert.InRange(reach.Deepest!.DepthMetres.Likely, 100_000, 500_000);
        Assert.InRange(reach.Share, 0.02, 0.3);
    }

    [Theory]
    // Land and 12 NM of sea; land alone is 1,964,375 km² (INEGI) and 41,285 km² (BFS).
    [InlineData("MEX", 2_100_000, 2_300_000)]
    [InlineData("CHE", 41_200, 41_400)]
    public void A_State_has_the_area_that_it_should(string state, double least, double most) =>
        Assert.InRange(Index.Region(state)!.AreaSquareMetres / 1e6, least, most);

    private static SensorReach Find(string file, string state)
    {
        var index = Index;
        PreparedFlight? first = null;
        TrackFile.Read(Recorded.PathOf($"tracks/{file}"), new ReadOptions(), track =>
        {
            foreach (var flight in FlightSplitter.Split(track))
                first ??= FlightPreparer.Prepare(flight, SpeedBound.For(flight));
        });
        return ReachFinder.Find(first!, index.Region(state)!, Sensor.Optical);
    }

    private static void Tell(SensorReach reach) => TestContext.Current.TestOutputHelper?.WriteLine(FormattableString.Invariant(
        $"{reach.Airspace}: {reach.AreaSquareMetres.Lower / 1e6:0.0} {reach.AreaSquareMetres.Likely / 1e6:0.0} {reach.AreaSquareMetres.Upper / 1e6:0.0} km2, {reach.Share:0.00%}, {reach.VisibleSeconds}, deepest {reach.Deepest}, closest {reach.ClosestMetres}, {reach.Altitude}, silent {reach.SilentSeconds}"));
}

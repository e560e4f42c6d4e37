using Overflight.Geodesy;
using Overflight.Patterns.Reach;
using Overflight.Tracks.Preparing;

namespace Overflight.Patterns.Tests.Reach;

public sealed class HeldHeightTests
{
    private static readonly GeoPoint[] s_way = [.. Made.Along(500, new GeoPoint(50.5, 0), new GeoPoint(50.5, 2))];

    private static SensorReach Reach(Func<int, double> height)
    {
        var flight = Made.Flight(s_way.Select((p, i) => (p, height(i))), secondsApart: 10);
        return ReachFinder.Find(flight, Made.Box(45, -3, 50, 5), Sensor.Optical);
    }

    [Fact]
    public void A_height_that_nobody_held_widens_the_bounds_and_no_more()
    {
        var (steady, spiked) = (Reach(_ => 300), Reach(i => i is >= 120 and < 124 ? 6_000 : 300));

        Assert.Equal(steady.AreaSquareMetres.Likely, spiked.AreaSquareMetres.Likely, 0.02 * steady.AreaSquareMetres.Likely);
        Assert.Equal(steady.Deepest!.DepthMetres.Likely, spiked.Deepest!.DepthMetres.Likely, 0.02 * steady.Deepest.DepthMetres.Likely);
        Assert.True(spiked.Deepest.DepthMetres.Upper > 2 * steady.Deepest.DepthMetres.Upper);
    }

    [Fact]
    public void A_climb_that_an_aircraft_can_fly_counts_as_it_is()
    {
        // 15 m/s up to 3,000 m and held there.
        var climbed = Reach(i => Math.Min(3_000, 300 + 150 * Math.Max(0, i - 60)));
        var level = Reach(_ => 3_000);

        Assert.Equal(level.Deepest!.DepthMetres.Likely, climbed.Deepest!.DepthMetres.Likely, 0.01 * level.Deepest.DepthMetres.Likely);
    }
}

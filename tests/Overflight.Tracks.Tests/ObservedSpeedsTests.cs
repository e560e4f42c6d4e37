using CsCheck;
using Overflight.Tracks.Live;

namespace Overflight.Tracks.Tests;

public sealed class ObservedSpeedsTests
{
    [Fact]
    public void The_percentile_is_at_most_a_band_above_that_of_the_reports() =>
        Gen.Single[1, 999].Array[1, 400].Sample(reports =>
        {
            var speeds = new ObservedSpeeds();
            foreach (var report in reports)
                Assert.True(speeds.Add(report));
            if (reports.Length < 10)
                return speeds.Knots == 0;
            var sorted = reports.Order().ToArray();
            var exact = sorted[(int)((sorted.Length - 1) * 0.99)];
            return speeds.Knots >= exact && speeds.Knots <= exact + 8;
        }, iter: 2_000);

    [Fact]
    public void What_is_no_speed_is_not_counted()
    {
        var speeds = new ObservedSpeeds();
        Assert.All([float.NaN, 0, -5, 1_000, float.PositiveInfinity], s => Assert.False(speeds.Add(s)));
        Assert.Equal(0, speeds.Knots);
    }

    [Fact]
    public void Days_of_reports_do_not_overflow()
    {
        var speeds = new ObservedSpeeds();
        for (var i = 0; i < 300_000; i++)
            speeds.Add(i % 50 == 0 ? 300 : 100);
        Assert.InRange(speeds.Knots, 300, 308);
    }
}

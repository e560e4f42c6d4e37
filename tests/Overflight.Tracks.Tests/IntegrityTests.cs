using Overflight.Tracks.Integrity;

namespace Overflight.Tracks.Tests;

/// <summary>The tables of DO-260B, and the rule that a radius is never smaller than what its source states.</summary>
public sealed class IntegrityTests
{
    [Theory]
    [InlineData(11, 7.5)]
    [InlineData(10, 25)]
    [InlineData(9, 75)]
    [InlineData(8, 185.2)]
    [InlineData(7, 370.4)]
    [InlineData(6, 1111.2)]
    [InlineData(5, 1852)]
    [InlineData(4, 3704)]
    [InlineData(3, 7408)]
    [InlineData(2, 14816)]
    [InlineData(1, 37040)]
    [InlineData(0, double.PositiveInfinity)]
    public void Containment_of_nic(int nic, double metres) => Assert.Equal(metres, NavigationIntegrity.ContainmentMetres(nic));

    [Theory]
    [InlineData(11, 3)]
    [InlineData(10, 10)]
    [InlineData(9, 30)]
    [InlineData(8, 92.6)]
    [InlineData(7, 185.2)]
    [InlineData(6, 555.6)]
    [InlineData(5, 926)]
    [InlineData(4, 1852)]
    [InlineData(3, 3704)]
    [InlineData(2, 7408)]
    [InlineData(1, 18520)]
    [InlineData(0, double.PositiveInfinity)]
    public void Accuracy_of_nacp(int nacP, double metres) => Assert.Equal(metres, NavigationAccuracy.UncertaintyMetres(nacP));

    [Fact]
    public void A_stated_radius_is_taken_with_latency_on_top()
    {
        var fix = Made.East(0, 1).First() with { Nic = 8, NacP = 9, GroundSpeedKnots = 360 };
        var radius = PositionRadius.Of(fix, 0);
        Assert.True(radius.IsStated);
        Assert.Equal(30 + 185.2 * 0.6, radius.Metres95, 6);
        Assert.Equal(185.2 + 185.2 * 0.6, radius.BoundMetres, 6);
    }

    [Fact]
    public void A_promise_of_nothing_is_ten_miles_and_silence_is_the_default()
    {
        var fix = Made.East(0, 1).First() with { GroundSpeedKnots = 0 };
        Assert.Equal(18_520, PositionRadius.Of(fix with { Nic = 0, NacP = 0 }, 0).BoundMetres);
        Assert.Equal((370.4, false), (PositionRadius.Of(fix, 0).BoundMetres, PositionRadius.Of(fix, 0).IsStated));
        Assert.Equal(500, PositionRadius.Of(fix with { Source = FixSource.Mlat }, 0).BoundMetres);
        Assert.Equal(15, PositionRadius.Of(fix with { Source = FixSource.Telemetry }, 0).BoundMetres);
    }

    [Fact]
    public void The_bound_is_never_below_the_95_percent_radius()
    {
        var random = new Random(5);
        for (var i = 0; i < 20_000; i++)
        {
            var fix = Made.East(0, 1).First() with
            {
                Nic = (sbyte)random.Next(-1, 12),
                NacP = (sbyte)random.Next(-1, 12),
                ContainmentMetres = random.Next(2) == 0 ? float.NaN : random.Next(5000),
                AccuracyMetres = random.Next(2) == 0 ? float.NaN : random.Next(5000),
                Source = (FixSource)random.Next(10),
                Status = (FixStatus)random.Next(32),
            };
            var radius = PositionRadius.Of(fix, 300);
            Assert.True(radius.BoundMetres >= radius.Metres95 && radius.Metres95 > 0 && double.IsFinite(radius.BoundMetres), fix.ToString());
        }
    }
}

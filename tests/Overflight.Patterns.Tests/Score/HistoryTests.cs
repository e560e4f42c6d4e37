using CsCheck;
using Overflight.Geodesy;
using Overflight.Patterns.Score;
using Overflight.Tracks;

namespace Overflight.Patterns.Tests.Score;

public class HistoryTests
{
    private const double StartSeconds = 1_468_000_000;

    /// <summary>The classes hold their upper breaks, as the study's tool cuts.</summary>
    [Theory]
    [InlineData(-179, 0)]
    [InlineData(-25, 0)]
    [InlineData(-24.9, 1)]
    [InlineData(-1, 2)]
    [InlineData(0, 3)]
    [InlineData(0.1, 4)]
    [InlineData(22, 5)]
    [InlineData(45, 6)]
    [InlineData(180, 7)]
    public void TurnClasses(double degrees, int expected) =>
        Assert.Equal(expected, HistoryBins.ClassOf(degrees, HistoryBins.TurnDegrees));

    [Fact]
    public void ACircleToTheLeft()
    {
        // 2° a second at 90 kt for an hour: every ten seconds 20° left, once in 18 observations through north.
        var history = SurveillanceScorer.HistoryOf([Circle(seconds: 10, count: 361, degreesPerSecond: -2)], "C182");
        Assert.Equal(361, history.Observations);
        Assert.Equal([0.0, 340 / 361.0, 0, 0, 0, 0, 0, 0], history.TurnShares);
        Assert.Equal([0, 0, 0, 1, 0], history.DurationShares);
        Assert.Equal([1, 0, 0, 0, 0], history.AreaShares);
        Assert.Equal([1, 0, 0, 0, 0], history.SpeedShares);
        Assert.Equal([0, 0, 0, 1, 0], history.AltitudeShares);
        Assert.Equal(4414, history.Squawk);
        Assert.Equal(10, history.MedianSpacingSeconds);
    }

    /// <summary>A track of one fix a second gives what its every tenth fix gives.</summary>
    [Fact]
    public void DenserTracksAreThinned()
    {
        var dense = SurveillanceScorer.HistoryOf([Circle(seconds: 1, count: 3601, degreesPerSecond: -2)], "");
        var sparse = SurveillanceScorer.HistoryOf([Circle(seconds: 10, count: 361, degreesPerSecond: -2)], "");
        Assert.Equal(sparse.TurnShares, dense.TurnShares);
        Assert.Equal(sparse.Observations, dense.Observations);
        Assert.Equal(sparse.SpeedShares, dense.SpeedShares);
    }

    [Fact]
    public void CircleLeftScoresOverStraightFlight()
    {
        var circles = Enumerable.Range(0, 10).Select(_ => Circle(10, 361, -2)).ToArray();
        var lines = Enumerable.Range(0, 10).Select(_ => Circle(10, 361, 0)).ToArray();
        var circling = SurveillanceScorer.Score(circles, "C182", useReservedSquawks: false);
        var straight = SurveillanceScorer.Score(lines, "C182", useReservedSquawks: false);
        Assert.True(circling.Score > straight.Score, $"{circling.Score} {straight.Score}");
        Assert.Equal(1, circling.Evidence);
        Assert.Empty(circling.Cautions);
    }

    [Fact]
    public void TheOrderOfFlightsChangesNothing() => Gen.Select(Gen.Double[-3, 3].Array[2, 6], Gen.Int).Sample((rates, seed) =>
    {
        var flights = rates.Select(r => Circle(17, 90, r)).ToArray();
        var before = SurveillanceScorer.Score(flights, "", true);
        new Random(seed).Shuffle(flights);
        var after = SurveillanceScorer.Score(flights, "", true);
        Assert.Equal(before.Score, after.Score);
        Assert.Equal(before.Reasons, after.Reasons);
    }, iter: 20);

    [Fact]
    public void NoFlightsGiveTheBaseRate()
    {
        var score = SurveillanceScorer.Score([], "", false);
        Assert.Equal(score.BaseRate, score.Score, 12);
        Assert.Equal(0, score.Evidence);
    }

    [Fact]
    public void AFlightAcrossTheDateLineHasASmallBox()
    {
        var builder = new TrackBuilder(new Aircraft(AircraftAddress.None), "test");
        for (var i = 0; i < 20; i++)
        {
            var longitude = 179.9 + 0.01 * i;
            builder.Add(new Fix { Time = UtcInstant.FromUnixSeconds(StartSeconds + 10 * i), Position = new GeoPoint(-17 + 0.001 * i, longitude > 180 ? longitude - 360 : longitude) });
        }
        Assert.Equal(1, SurveillanceScorer.HistoryOf([builder.Build()], "").AreaShares[0]);
    }

    /// <summary>The same turn all the time from north, at 90 kt and 5,000 ft.</summary>
    private static Track Circle(double seconds, int count, double degreesPerSecond)
    {
        const double metresPerSecond = 90 * 1852 / 3600.0;
        var builder = new TrackBuilder(new Aircraft(AircraftAddress.None), "test");
        var place = new GeoPoint(41.5, -81.7);
        for (var i = 0; i < count; i++)
        {
            // Half a degree off north, so that no observation stands on it.
            var course = 0.5 + seconds * i * degreesPerSecond;
            builder.Add(new Fix
            {
                Time = UtcInstant.FromUnixSeconds(StartSeconds + seconds * i),
                Position = place,
                BarometricAltitudeFeet = 5000,
                GroundSpeedKnots = 90,
                TrackDegrees = (float)(course - 360 * Math.Floor(course / 360)),
                Squawk = 4414,
            });
            place = GreatCircle.Direct(place, course, metresPerSecond * seconds);
        }
        return builder.Build();
    }
}

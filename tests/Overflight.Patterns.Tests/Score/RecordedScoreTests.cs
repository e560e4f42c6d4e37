using Overflight.Feeds;
using Overflight.Patterns.Score;
using Overflight.Patterns.Score.Training;
using Overflight.Testing;
using Overflight.Tracks;
using Overflight.Tracks.Preparing;

namespace Overflight.Patterns.Tests.Score;

/// <summary>The models on recorded data. <c>OVERFLIGHT_LONG=1</c> repeats the cross-validation ten times instead of once.</summary>
[Trait("Category", "Recorded")]
public class RecordedScoreTests(ITestOutputHelper output)
{
    private const int FewestFlightsOfAHistory = 3;

    private static readonly int s_repeats = Environment.GetEnvironmentVariable("OVERFLIGHT_LONG") is { Length: > 0 } and not "0" ? 10 : 1;

    /// <summary>The figures over all repeats are in docs/score.md; single repeats lie about them, so the bars here are a little lower.</summary>
    [Theory]
    [InlineData(false, 0.915, 0.80)]
    [InlineData(true, 0.955, 0.88)]
    public void CrossValidation_(bool usesAllColumns, double leastAveragePrecision, double leastRecall)
    {
        var rows = Table();
        var isPositive = Array.ConvertAll(rows, r => r.IsSurveillance);
        var ranked = Enumerable.Range(1, s_repeats)
            .Select(seed => new RankedLabels(CrossValidation.Run(rows, new TrainingOptions { UsesAllColumns = usesAllColumns }, 5, seed).Sums, isPositive))
            .ToArray();
        var averagePrecision = ranked.Average(r => r.AveragePrecision);
        var recall = ranked.Average(r => r.RecallAtPrecision(0.95));
        output.WriteLine($"average precision {averagePrecision:0.000}, recall at precision 0.95 {recall:0.000}");
        Assert.True(averagePrecision >= leastAveragePrecision, $"{averagePrecision}");
        Assert.True(recall >= leastRecall, $"{recall}");
    }

    [Fact]
    public void TheOrderOfTheTableChangesNothing()
    {
        var lines = File.ReadAllLines(Recorded.PathOf("labels/domino_planes_labeled.csv"));
        string[] turned = [lines[0], .. lines.Skip(1).Reverse()];
        var again = LabelledHistoryReader.Read(new StringReader(string.Join('\n', turned)));
        Assert.Equal(Table().Select(r => (r.Address, r.IsSurveillance)), again.Select(r => (r.Address, r.IsSurveillance)));
    }

    /// <summary>Aircraft seen on days of surveillance over Cleveland, survey aircraft and a day over Switzerland, which no model has seen.</summary>
    [Fact]
    public void SurveillanceOverClevelandScoresOverSwissTraffic()
    {
        var cleveland = Scores("tracks/buzzfeed2016_rnc.csv.gz");
        var surveys = Scores("tracks/buzzfeed2016_aeroptic.csv.gz");
        var swiss = Scores("tracks/collections/switzerland.json.gz");
        Say("Cleveland", cleveland, shown: 9);
        Say("surveys", surveys, shown: 6);
        Say("Switzerland", swiss, shown: 6);
        var others = swiss.Concat(surveys.Where(s => s.Score.Flights >= FewestFlightsOfAHistory)).Max(s => s.Score.ModelProbability);
        Assert.True(Median(cleveland) > others, $"half of the aircraft over Cleveland should score over all {swiss.Count} over Switzerland and all survey aircraft of more than two flights: {Median(cleveland)} {others}");
        Assert.All(swiss.Where(s => s.Score.Flights < FewestFlightsOfAHistory), s => Assert.NotEmpty(s.Score.Cautions));
    }

    private static List<(string Id, SurveillanceScore Score)> Scores(string relative)
    {
        var scores = new List<(string, SurveillanceScore)>();
        TrackFile.Read(Recorded.PathOf(relative), new ReadOptions { ComputeHash = false }, track =>
        {
            Track[] flights = [.. FlightSplitter.Split(track)];
            scores.Add((track.Aircraft.TypeDesignator, SurveillanceScorer.Score(flights, track.Aircraft.TypeDesignator, useReservedSquawks: false)));
        });
        return scores;
    }

    private static double Median(List<(string Id, SurveillanceScore Score)> scores) =>
        scores.Select(s => s.Score.ModelProbability).Order().ElementAt(scores.Count / 2);

    private void Say(string what, List<(string Id, SurveillanceScore Score)> scores, int shown)
    {
        output.WriteLine($"{what}: {scores.Count} aircraft, median {Median(scores):0.000}, model over 0.5: {scores.Count(s => s.Score.ModelProbability > 0.5)}, score over 0.5: {scores.Count(s => s.Score.Score > 0.5)}");
        foreach (var (type, score) in scores.OrderByDescending(s => s.Score.ModelProbability).Take(shown))
            output.WriteLine($"  {type} model {score.ModelProbability:0.000} score {score.Score:0.000} flights {score.Flights} observations {score.Observations}: {score.Reasons[0].Text}; {string.Join("; ", score.Cautions)}");
    }

    private static LabelledHistory[] Table()
    {
        using var table = File.OpenText(Recorded.PathOf("labels/domino_planes_labeled.csv"));
        return LabelledHistoryReader.Read(table);
    }
}

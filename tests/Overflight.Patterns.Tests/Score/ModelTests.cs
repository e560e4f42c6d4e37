using CsCheck;
using Overflight.Patterns.Score;
using Overflight.Patterns.Score.Training;

namespace Overflight.Patterns.Tests.Score;

public class ModelTests
{
    private static SurveillanceModel Model(bool usesAllColumns) => usesAllColumns ? SurveillanceScorer.UnitedStates : SurveillanceScorer.Behaviour;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void ReasonsAddUpToTheLogit(bool usesAllColumns) => Histories.Any.Sample(history =>
    {
        var model = Model(usesAllColumns);
        var score = model.Score(history);
        var moved = score.Reasons.Sum(r => r.Logit) + score.RestLogit;
        var baseLogit = Logistic.Logit(score.BaseRate);
        Assert.Equal(model.Logit(model.Features.Row(history)), baseLogit + moved, 1e-4);
        Assert.Equal(score.ModelProbability, Logistic.Probability(baseLogit + moved), 1e-9);
        Assert.Equal(score.Score, Logistic.Probability(baseLogit + score.Evidence * moved), 1e-9);
    }, iter: 200);

    [Fact]
    public void ReasonsPutBehaviourFirstAndTheWeightiestFirst() => Histories.Any.Sample(history =>
    {
        var reasons = SurveillanceScorer.UnitedStates.Score(history).Reasons;
        var behaviour = reasons.TakeWhile(r => r.Kind == ReasonKind.Behaviour).ToArray();
        var rest = reasons.Skip(behaviour.Length).ToArray();
        Assert.DoesNotContain(rest, r => r.Kind == ReasonKind.Behaviour);
        Assert.Equal([ReasonKind.Squawk, ReasonKind.Type, ReasonKind.Volume], rest.Select(r => r.Kind).Order(Comparer<ReasonKind>.Create((a, b) => string.CompareOrdinal(a.ToString(), b.ToString()))));
        foreach (var part in (ScoreReason[][])[behaviour, rest])
            Assert.Equal(part.Select(r => Math.Abs(r.Logit)).OrderDescending(), part.Select(r => Math.Abs(r.Logit)));
    }, iter: 50);

    [Fact]
    public void BehaviourModelLooksAtBehaviourOnly() => Histories.Any.Sample(history =>
    {
        var other = history with { Squawk = 4414, TypeDesignator = "C182", Observations = history.Observations + 777, Flights = history.Flights + 3 };
        var score = SurveillanceScorer.Behaviour.Score(history);
        Assert.Equal(score.ModelProbability, SurveillanceScorer.Behaviour.Score(other).ModelProbability);
        Assert.All(score.Reasons, r => Assert.Equal(ReasonKind.Behaviour, r.Kind));
    }, iter: 50);

    [Fact]
    public void FewFlightsDrawTheScoreTowardsTheBaseRate() => Gen.Select(Histories.Any, Gen.Int[1, 7]).Sample((history, flights) =>
    {
        var few = SurveillanceScorer.Behaviour.Score(history with { Flights = flights, Observations = 5000 });
        var more = SurveillanceScorer.Behaviour.Score(history with { Flights = flights + 1, Observations = 5000 });
        Assert.True(Math.Abs(few.Score - few.BaseRate) <= Math.Abs(more.Score - more.BaseRate) + 1e-12);
        Assert.Contains(few.Cautions, c => c.Contains("little evidence", StringComparison.Ordinal));
    }, iter: 50);

    /// <summary>Within one model the probability rises with the blend: calibration never turns two aircraft around.</summary>
    [Fact]
    public void CalibrationIsMonotone() => Histories.Crowd.Sample(rows =>
    {
        var model = ModelTrainer.Train(rows, Histories.Quick(usesAllColumns: false));
        Assert.All(model.Blend.SkipLast(1), w => Assert.True(w > 0));
    }, iter: 10);

    [Fact]
    public void TrainingTwiceGivesTheSameBytes() => Histories.Crowd.Sample(rows =>
    {
        var options = Histories.Quick(usesAllColumns: true);
        Assert.Equal(ModelFile.Write(ModelTrainer.Train(rows, options)), ModelFile.Write(ModelTrainer.Train(rows, options)));
    }, iter: 5);

    [Fact]
    public void ModelsSayWhatTheyWereTrainedOn()
    {
        Assert.Equal(97.0 / 584, SurveillanceScorer.Behaviour.BaseRate, 1e-9);
        Assert.Contains("584 aircraft", SurveillanceScorer.UnitedStates.Description, StringComparison.Ordinal);
    }

    [Fact]
    public void HistoriesThatCannotBeAreRefused()
    {
        var history = Histories.Any.Single();
        Assert.Throws<ArgumentException>(() => SurveillanceScorer.Behaviour.Score(history with { TurnShares = [1, 0] }));
        Assert.Throws<ArgumentException>(() => SurveillanceScorer.Behaviour.Score(history with { SpeedShares = [double.NaN, 0, 0, 0, 1] }));
        Assert.Throws<ArgumentException>(() => SurveillanceScorer.Behaviour.Score(history with { Flights = -1 }));
    }
}

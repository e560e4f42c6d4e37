using Overflight.Authority.Rules;
using static Overflight.Authority.Tests.Scene;

namespace Overflight.Authority.Tests.Mutants;

/// <summary>Where two States claim one place, and where they only meet.</summary>
public class ClaimTests
{
    [Fact]
    public void A_border_that_is_crossed_is_no_place_that_two_States_claim()
    {
        var answer = Flying((31.6, -110.0), (31.0, -110.0)).Answer("zones.known");

        Assert.Contains(answer.Reasons, r => r.State == "MEX");
        Assert.Contains(answer.Reasons, r => r.State == "USA");
        Assert.True(answer.Outcome == RuleOutcome.Pass, Text(answer));
    }

    [Fact]
    public void What_two_claim_is_told_where_one_of_them_alone_claims_the_way_there()
    {
        // From Kherson, which one claims, over Perekop to Crimea, which two do, and on out to sea.
        var answer = Flying((46.6, 33.0), (46.3, 33.5), (45.5, 34.0), (44.9, 33.9)).Answer("zones.known");

        Assert.True(answer.Outcome == RuleOutcome.Unknown, Text(answer));
        Assert.Contains("RUS and UKR both claim", Text(answer), StringComparison.Ordinal);
    }

    [Fact]
    public void What_two_claim_is_told_for_as_long_as_both_do()
    {
        // Over the Taman peninsula, which one claims, to Crimea, which both do.
        var decision = Flying((45.2, 38.0), (45.2, 34.5)).Decide();
        var reason = decision.Answers.Single(a => a.Rule == "zones.known").Reasons.First(r => r.Outcome == RuleOutcome.Unknown);
        var (one, other) = (decision.Path.States.First(s => s.State == "RUS"), decision.Path.States.First(s => s.State == "UKR"));

        Assert.True(one.From < other.From);
        Assert.Equal((other.From, one.To < other.To ? one.To : other.To), (reason.From, reason.To));
    }

    private static Scene Flying(params (double, double)[] places) => Offshore().Plan(s => s with { Route = Route(1_000, places) });
}

using Overflight.Authority.Deciding;
using Overflight.Authority.Documents;
using Overflight.Authority.Duties;
using Overflight.Authority.Rules;
using static Overflight.Authority.Tests.Mutants.Variants;
using static Overflight.Authority.Tests.Scene;

namespace Overflight.Authority.Tests.Mutants;

/// <summary>What faults in the code could hide behind, and did: each was once a mutant that no test saw.</summary>
public class LimitTests
{
    [Fact]
    public void A_party_that_takes_part_only_afterwards_was_not_present()
    {
        var stay = Inland().Decide().Path.States.Single(s => s is { State: "MEX", IsCertain: true });
        RuleOutcome Present(double from, double to) => Condition(c => c with { PresentParties = ["AFAC"] })
            .Plan(s => s with { Conduct = s.Conduct with { Sessions = [new("AFAC", new(stay.From.AddSeconds(from), stay.To.AddSeconds(to)), 1)] } }).Answer("consent.conditions").Outcome;

        Assert.Equal((RuleOutcome.Pass, RuleOutcome.Refuse), (Present(-1, 1), Present(stay.To.SecondsSince(stay.From) + 1, 600)));
    }

    [Fact]
    public void A_line_just_outside_is_a_plan_to_be_there_and_of_a_flight_not_known()
    {
        var scene = Scope(s => s with { Areas = [new("to just north of the turn", [[-120, 30.0045], [-112, 30.0045], [-112, 33.2], [-120, 33.2]])] });

        Assert.Equal(RuleOutcome.Refuse, scene.Answer("scope.area").Outcome);
        Assert.Equal(RuleOutcome.Unknown, scene.Flown().Answer("scope.area", DecisionStage.Flown).Outcome);
    }

    [Fact]
    public void What_a_reason_rests_on_adds_up()
    {
        var papers = Offshore().Papers;

        Assert.Equal([papers[0].Citation, papers[1].Citation], RuleReason.Pass("x").By(papers[0]).By(papers[1]).Documents);
    }

    [Fact]
    public void A_name_is_twelve_digits_of_a_hash()
    {
        Assert.Equal(["abcdefabcdef", "abcdefabcdef", "abc", ""], new[] { "abcdefabcdef01", "abcdefabcdef", "abc", "" }.Select(HashName.Of));
    }

    [Theory]
    [InlineData(0.0035, false)]
    [InlineData(0.0055, true)]
    public void An_area_changes_by_more_than_five_hundred_metres(double degreesSouth, bool isChange)
    {
        var changes = Changes([[-120, 28 - degreesSouth], [-112, 28 - degreesSouth], [-112, 33.2], [-120, 33.2]]);

        Assert.Equal(isChange, changes.Any(c => c.What == "area"));
    }

    /// <summary>A geodesic along eight degrees of a parallel would stray from it by kilometres.</summary>
    [Fact]
    public void An_area_that_is_drawn_with_other_corners_has_not_changed()
    {
        Assert.Empty(Changes([[-120, 28], [-116, 28], [-112, 28], [-112, 33.2], [-114, 33.2], [-120, 33.2], [-120, 28]]));
        Assert.Single(Changes([[-120, 28], [-116, 28], [-112, 28], [-112, 33.2], [-114, 33.3], [-120, 33.2]]));
    }

    [Fact]
    public void No_area_told_is_no_area()
    {
        var extent = Offshore().Papers.OfType<Programme>().Single().Extent;

        Assert.Equal("area", Assert.Single(ExtentComparison.Of(extent with { Areas = [] }, extent, 0.1)).What);
    }

    private static IReadOnlyList<ExtentChange> Changes(double[][] ring)
    {
        var extent = Offshore().Papers.OfType<Programme>().Single().Extent;
        return ExtentComparison.Of(extent, extent with { Areas = [new("West", ring)] }, 0.1);
    }
}

using Overflight.Authority.Documents;
using Overflight.Authority.Rules;
using Overflight.Tracks;
using static Overflight.Authority.Tests.Scene;

namespace Overflight.Authority.Tests.Mutants;

/// <summary>Faults of rules that were found while their mutants were read.</summary>
public class FoundByReadingTests
{
    [Fact]
    public void Control_that_begins_after_the_landing_leaves_no_gap_in_the_flight()
    {
        var answer = Controlled(Control("A", "2026-03-02T05:00:00Z", "2026-03-02T10:00:00Z"), Control("B", "2026-03-02T12:00:00Z", "2026-03-02T13:00:00Z")).Answer("control.chain");

        Assert.True(answer.Outcome == RuleOutcome.Pass, Text(answer));
    }

    [Fact]
    public void Two_stations_in_control_are_seen_past_others_between_them()
    {
        var answer = Controlled(
            Control("A", "2026-03-02T05:00:00Z", "2026-03-02T12:00:00Z"), Control("A", "2026-03-02T06:00:00Z", "2026-03-02T06:30:00Z"), Control("B", "2026-03-02T07:00:00Z", "2026-03-02T07:30:00Z")).Answer("control.chain");

        Assert.Equal("A and B both have control from 2026-03-02T07:00:00Z to 2026-03-02T07:30:00Z", Text(answer));
    }

    [Fact]
    public void A_consent_of_another_year_is_no_asking_for_this_flight()
    {
        var mexico = Inland().Papers.OfType<Consent>().Single();
        var before = mexico with { Id = "mex-0", RequestedAt = T("2024-12-01"), GivenAt = T("2024-12-20"), Validity = new(T("2025-01-01"), T("2026-01-01")), RecordedAt = T("2024-12-21") };
        var late = Inland().With<Consent>("mex-1", c => c with { RequestedAt = T("2026-02-27") }).Add(before).Answer("consent.lead-time");
        var never = Inland().Without<Consent>("mex-1").Add(before).Answer("consent.lead-time");

        Assert.Equal("MEX was asked 3.3 days before, and wants 7.0: 3.7 days too late", Text(late));
        Assert.Equal("MEX was not asked", Text(never));
    }

    [Fact]
    public void The_hours_that_a_State_allows_are_those_of_all_stays_of_the_sortie()
    {
        // In and out, and in and out again.
        var twice = Inland().Plan(s => s with { Route = Route(1_000, (32.7, -117.25), (32.4, -118.0), (31.0, -117.2), (30.9, -115.8), (31.0, -117.2), (30.9, -115.8), (31.0, -117.2), (32.4, -118.0), (32.7, -117.25)) });
        var stays = twice.Decide().Path.States.Where(s => s is { State: "MEX", IsCertain: true }).ToArray();
        var longest = stays.Max(s => s.To.SecondsSince(s.From)) / 3_600;
        RuleAnswer Allowed(double hours) => twice.With<Consent>("mex-1", c => c with { Conditions = c.Conditions with { MostHours = hours } }).Answer("consent.conditions");

        Assert.Equal(2, stays.Length);
        Assert.Equal(RuleOutcome.Refuse, Allowed(longest * 1.5).Outcome);
        Assert.Equal(RuleOutcome.Pass, Allowed(longest * 2.1).Outcome);
    }

    [Fact]
    public void Asked_late_for_what_only_may_be_entered_is_not_known_to_be_late()
    {
        var answer = Variants.NearTheLine().Add(Inland().Papers.OfType<Consent>().Single() with { RequestedAt = T("2026-02-28") }).Answer("consent.lead-time");

        Assert.Equal(RuleOutcome.Unknown, answer.Outcome);
    }

    [Fact]
    public void Hours_that_only_may_have_been_flown_over_a_State_are_not_known_to_be_too_many()
    {
        var stays = Inland().Flown().Decide(DecisionStage.Flown).Path.States.Where(s => s.State == "MEX").ToArray();
        var (certain, possible) = (stays.Sum(s => s.LeastSeconds) / 3_600, stays.Sum(s => s.MostSeconds) / 3_600);
        RuleOutcome Allowed(double hours) => Variants.Condition(c => c with { MostHours = hours }).Flown().Answer("consent.conditions", DecisionStage.Flown).Outcome;

        Assert.True(certain < possible - 0.001);
        Assert.Equal([RuleOutcome.Pass, RuleOutcome.Unknown, RuleOutcome.Refuse], new[] { possible, certain, certain - 0.000_1 }.Select(Allowed));
    }

    [Fact]
    public void What_flew_at_no_altitude_that_is_known_is_not_known_to_be_within_any()
    {
        var scene = Variants.Condition(c => c with { Altitude = new(0, 9_000) }).Flown();
        var builder = new TrackBuilder(new Aircraft(new AircraftAddress(0xAE1234)), "test");
        var exact = scene.Exactly();
        for (var i = 0; i < exact.Count; i++)
            builder.Add(new Fix { Time = exact.TimeAt(i), Position = exact.PositionAt(i), GroundSpeedKnots = 180, Nic = 9, NacP = 10, Sil = 3, Source = FixSource.Adsb });
        var decision = new Deciding.SortieJudge(Scene.Index, scene.Documents).Flight(scene.Sortie, builder.Build(), T("2026-03-10"));

        foreach (var answer in decision.Answers.Where(a => a.Rule is "scope.altitude" or "consent.conditions"))
        {
            Assert.True(answer.Outcome == RuleOutcome.Unknown, $"{answer.Rule}: {Text(answer)}");
            Assert.All(answer.Reasons, r => Assert.StartsWith("nothing tells the altitude of leg ", r.Text, StringComparison.Ordinal));
            Assert.All(answer.Reasons, r => Assert.Equal((decision.Path.Legs[r.FirstLeg!.Value].From.At, decision.Path.Legs[r.LastLeg!.Value].To.At), (r.From!.Value, r.To!.Value)));
        }
        Assert.Equal(RuleOutcome.Pass, decision.Answers.Single(a => a.Rule == "change.significant").Outcome);
    }

    private static Scene Controlled(params ControlInterval[] control) => Offshore().Plan(s => s with { Conduct = s.Conduct with { Control = control } });
}

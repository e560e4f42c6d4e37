using Overflight.Authority.Documents;
using Overflight.Authority.Duties;
using Overflight.Authority.Paths;
using Overflight.Authority.Rules;
using static Overflight.Authority.Tests.Mutants.Variants;
using static Overflight.Authority.Tests.Scene;

namespace Overflight.Authority.Tests.Mutants;

/// <summary>Which duties to tell a flight opens, by when, and which notice answers them.</summary>
public class LedgerTests
{
    [Fact]
    public void Of_several_notices_the_first_that_was_sent_counts()
    {
        var notice = Offshore().Papers.OfType<Notice>().Single();
        var scene = Offshore().Without<Notice>(notice.Id).Add(
            notice with { Id = "n-a", SentAt = null }, notice with { Id = "n-b", SentAt = T("2026-01-12") }, notice with { Id = "n-c", SentAt = T("2026-01-11") }, notice with { Id = "n-d", SentAt = T("2026-01-13") });

        Assert.Equal("n-c", Duty(scene.Decide(), "programme.lantern.v1").Notice!.Id);
    }

    [Fact]
    public void A_notice_sent_now_has_been_sent()
    {
        var standing = Duty(Announced(n => n with { SentAt = Now }).Decide(), "programme.lantern.v1");
        var later = Duty(Announced(n => n with { SentAt = Now.AddSeconds(1) }).Decide(), "programme.lantern.v1");

        Assert.Equal((DutyState.Given, DutyState.Open), (standing.State, later.State));
    }

    [Theory]
    [InlineData(-600, -1, false)]
    [InlineData(-600, 0, true)]
    [InlineData(-600, 90_000, true)]
    [InlineData(60, 120, true)]
    public void A_link_lost_over_a_State_is_told_to_it_within_a_day(double fromEntry, double toEntry, bool isTold)
    {
        var entry = Inland().Flown().Decide(DecisionStage.Flown).Path.States.First(s => s is { State: "MEX", IsCertain: true }).From;
        var (from, to) = (entry.AddSeconds(fromEntry), entry.AddSeconds(toEntry));
        var duties = Inland().Flown(f => f with { Incidents = [new(IncidentKind.LostLink, new(from, to), "x")] }).Decide(DecisionStage.Flown).Duties;
        var told = duties.SingleOrDefault(d => d.Duty.Key == "sortie.s-1.lost-link.mex");

        Assert.Equal(isTold, told is not null);
        Assert.Equal(isTold ? from.AddSeconds(86_400) : null, told?.Duty.DueAt);
        Assert.Equal(from.AddSeconds(48 * 3_600), duties.Single(d => d.Duty.Key == "sortie.s-1.incident.1").Duty.DueAt);
    }

    [Fact]
    public void A_link_lost_at_the_exit_is_told_and_one_lost_after_it_is_not()
    {
        var exit = Inland().Flown().Decide(DecisionStage.Flown).Path.States.Last(s => s is { State: "MEX", IsCertain: true }).To;
        int Told(double seconds) => Inland().Flown(f => f with { Incidents = [new(IncidentKind.LostLink, new(exit.AddSeconds(seconds), exit.AddSeconds(seconds + 60)), "x")] })
            .Decide(DecisionStage.Flown).Duties.Count(d => d.Duty.Key == "sortie.s-1.lost-link.mex");

        Assert.Equal((1, 0), (Told(0), Told(0.01)));
    }

    [Fact]
    public void Of_two_stays_the_first_is_told_and_a_link_lost_in_one_counts()
    {
        var scene = Twice().Without<Consent>("mex-1");
        var stays = scene.Flown().Decide(DecisionStage.Flown).Path.States.Where(s => s is { State: "MEX", IsCertain: true }).ToArray();
        var decision = (scene.Flown(f => f with { Incidents = [new(IncidentKind.LostLink, new(stays[^1].From.AddSeconds(60), stays[^1].From.AddSeconds(120)), "x"), new(IncidentKind.UnlawfulAct, new(stays[0].From, stays[0].To), "y")] })
            with
        { PlannedInstead = Offshore().Sortie.Route }).Decide(DecisionStage.Flown);

        Assert.True(stays.Length > 1);
        Assert.Equal((stays[0].From, stays[0].From.AddSeconds(48 * 3_600)), (Duty(decision, "sortie.s-1.wrong-state.mex").Duty.OpenedAt, Duty(decision, "sortie.s-1.wrong-state.mex").Duty.DueAt));
        Assert.Equal((stays[0].From, stays[0].From.AddSeconds(24 * 3_600)), (Duty(decision, "sortie.s-1.entry.mex").Duty.OpenedAt, Duty(decision, "sortie.s-1.entry.mex").Duty.DueAt));
        Assert.Equal(stays[^1].From.AddSeconds(60), Duty(decision, "sortie.s-1.lost-link.mex").Duty.OpenedAt);
        // By when they were opened, and of one instant by key.
        Assert.Equal(["programme.lantern.v1", "sortie.s-1.entry.mex", "sortie.s-1.incident.2", "sortie.s-1.wrong-state.mex", "sortie.s-1.incident.1", "sortie.s-1.lost-link.mex"], decision.Duties.Select(d => d.Duty.Key));
    }

    [Fact]
    public void What_only_may_have_been_entered_opens_no_duty_and_without_a_plan_all_that_was_is_unplanned()
    {
        Assert.DoesNotContain(Duties(NearTheLine()), key => key.EndsWith(".mex", StringComparison.Ordinal));
        Assert.Contains("sortie.s-1.wrong-state.mex", Duties(Inland()));

        static IEnumerable<string> Duties(Scene scene) =>
            new SortieCase(DecisionStage.Flown, T("2026-03-10"), scene.Sortie, scene.AsFlown(), SortiePath.Of(scene.Sortie.Route, Scene.Index), scene.Documents, BuiltInProfiles.All[0]).Duties.Standings.Select(s => s.Duty.Key);
    }

    [Theory]
    [InlineData(8.8, false)]
    [InlineData(8.9, true)]
    [InlineData(10, true)]
    public void A_longer_sortie_is_a_change_beyond_a_tenth(double hours, bool isChange) => Assert.Equal(isChange, Changes(Expanded(e => e with { LongestSortieHours = hours })).Contains("duration"));

    [Fact]
    public void A_sortie_is_held_against_what_was_told()
    {
        Scene Told(Func<ProgrammeExtent, ProgrammeExtent> change) => Offshore().With<Programme>("lantern", p => p with { Extent = change(p.Extent) });

        Assert.Equal("", Changes(Offshore()));
        Assert.Equal("duration", Changes(Told(e => e with { LongestSortieHours = 1 })));
        Assert.Equal("altitude", Changes(Told(e => e with { Altitude = new(0, 6_000) })));
        Assert.Equal("area", Changes(Told(e => e with { Areas = [] })));
        var area = Told(e => e with { Areas = [new("north", [[-120, 31], [-116, 31], [-116, 33.2], [-120, 33.2]])] }).Answer("change.significant");
        Assert.Contains("leg 2 is not within \"north\"", Text(area), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(-117, 31, -115, 32.1)]
    [InlineData(-117, 29.9, -115, 31)]
    [InlineData(-118.1, 30.5, -116, 31.5)]
    [InlineData(-116, 30.5, -113.9, 31.5)]
    public void An_area_grows_where_any_one_of_its_edges_leaves_what_was_told(double west, double south, double east, double north)
    {
        // What was told is a square with one bay in a side; the new area lies in the square and closes the bay.
        Area[] told =
        [
            new("a", [[-118, 30], [west, 30], [west, 32], [-118, 32]]), new("b", [[east, 30], [-114, 30], [-114, 32], [east, 32]]),
            new("c", [[-118, 30], [-114, 30], [-114, south], [-118, south]]), new("d", [[-118, north], [-114, north], [-114, 32], [-118, 32]]),
        ];
        Area[] kept = [.. told.Where(a => a.Ring[0][0] < a.Ring[1][0] && a.Ring[1][1] < a.Ring[2][1])];
        var extent = Offshore().Papers.OfType<Programme>().Single().Extent with { Areas = kept };
        var within = ExtentComparison.Of(extent, extent with { Areas = [kept[0]] }, 0.1);
        Area all = new("all", [[-117.9, 30.1], [-114.1, 30.1], [-114.1, 31.9], [-117.9, 31.9]]);
        var beyond = ExtentComparison.Of(extent, extent with { Areas = [all] }, 0.1);
        var filled = ExtentComparison.Of(extent with { Areas = [.. kept, new("bay", [[west, south], [east, south], [east, north], [west, north]])] }, extent with { Areas = [all] }, 0.1);

        Assert.Empty(within);
        Assert.Empty(filled);
        Assert.Equal("area", Assert.Single(beyond).What);
    }

    [Fact]
    public void A_version_is_told_from_the_instant_of_its_notice_and_waived_with_reasons_only()
    {
        var scene = Expanded(e => e with { SensorKinds = ["sar", "eo-ir"] });
        var notice = Told("programme.lantern.v2", Now);
        int? ToldVersion(Notice notice) => scene.Add(notice).Decide().Answers.Single(a => a.Rule == "change.significant").Reasons.Any(r => r.Text.EndsWith("told as version 2", StringComparison.Ordinal)) ? 2 : 1;

        Assert.Equal(2, ToldVersion(notice));
        Assert.Equal(1, ToldVersion(notice with { SentAt = Now.AddSeconds(1) }));
        Assert.Equal(2, ToldVersion(notice with { SentAt = null, Waiver = new("X", Now, "y") }));
        Assert.Equal(1, ToldVersion(notice with { SentAt = null, Waiver = new("X", Now, "") }));
    }

    [Theory]
    [InlineData(7_100, "")]
    [InlineData(7_099, "Unknown")]
    [InlineData(6_900, "Unknown")]
    [InlineData(6_899, "Refuse")]
    public void Flown_higher_than_was_told_is_certain_where_no_altitude_of_the_plan_is_told(double ceiling, string outcome) => Assert.Equal(outcome, string.Join(' ', Offshore()
        .With<Programme>("lantern", p => p with { Extent = p.Extent with { Altitude = new(0, ceiling) } }).Answer("change.significant").Reasons.Where(r => r.Text.StartsWith("altitude, beyond", StringComparison.Ordinal)).Select(r => r.Outcome)));

    [Theory]
    [InlineData(1.9219, true)]
    [InlineData(1.9222, false)]
    public void The_hours_of_a_sortie_are_held_against_those_told_and_a_tenth(double told, bool isChange) =>
        Assert.Equal(isChange ? "duration" : "", Changes(Offshore().With<Programme>("lantern", p => p with { Extent = p.Extent with { LongestSortieHours = told } })));

    [Fact]
    public void An_area_with_a_corner_inwards_grows_by_its_edges_only()
    {
        Area told = new("L", [[-118, 30], [-114, 30], [-114, 31], [-117, 31], [-117, 33], [-118, 33]]);
        Area less = new("less", [[-117.9, 30.1], [-114.1, 30.1], [-114.1, 30.9], [-117.1, 30.9], [-117.1, 32.9], [-117.9, 32.9], [-117.9, 30.1]]);
        var extent = Offshore().Papers.OfType<Programme>().Single().Extent with { Areas = [told] };

        Assert.Empty(ExtentComparison.Of(extent, extent with { Areas = [less] }, 0.1));
    }

    [Fact]
    public void A_State_that_only_may_be_entered_is_told_once_where_it_is_not_entered_for_certain_nor_told_already()
    {
        static string States(RuleAnswer answer) => string.Join(" | ", answer.Reasons.Where(r => r.Text.StartsWith("State, beyond", StringComparison.Ordinal)).Select(r => $"{r.Outcome}: {r.Text.Split(": ")[1]}"));
        Scene ToldOf(Scene scene, params string[] states) => scene.With<Programme>("lantern", p => p with { Extent = p.Extent with { States = states } });

        Assert.Equal("Unknown: that MEX is entered cannot be ruled out, beside none", States(NearTheLine().Answer("change.significant")));
        Assert.Equal("", States(ToldOf(NearTheLine(), "MEX").Answer("change.significant")));
        Assert.Equal("Refuse: MEX beside none", States(ToldOf(Inland(), []).Flown().Answer("change.significant", DecisionStage.Flown)));
    }

    private static string Changes(Scene scene) => string.Join(' ', scene.Decide().Answers.Single(a => a.Rule == "change.significant").Reasons
        .Where(r => r.Outcome == RuleOutcome.Refuse && r.Text.Contains(", beyond what was told", StringComparison.Ordinal)).Select(r => r.Text.Split(',')[0]).Distinct());
}

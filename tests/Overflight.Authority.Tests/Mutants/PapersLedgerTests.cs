using Overflight.Authority.Documents;
using Overflight.Authority.Duties;
using Overflight.Authority.Rules;
using static Overflight.Authority.Tests.Scene;

namespace Overflight.Authority.Tests.Mutants;

/// <summary>What must be told by the papers alone, no track read.</summary>
public class PapersLedgerTests
{
    private static readonly Incident s_lost = new(IncidentKind.LostLink, new(T("2026-03-02T07:00:00Z"), T("2026-03-02T07:05:00Z")), "rain");

    private static Scene Scene => Inland().Flown(f => f with { Incidents = [s_lost] });

    [Fact]
    public void A_new_programme_and_an_incident_are_told_in_the_order_in_which_they_came()
    {
        var duties = OfPapers(Scene);

        Assert.Equal(["programme.lantern.v1", "sortie.s-1.incident.1"], duties.Select(d => d.Duty.Key));
        Assert.Equal([DutyState.Given, DutyState.Overdue], duties.Select(d => d.State));
        Assert.Equal(s_lost.During.From.AddSeconds(48 * 3_600), duties[1].Duty.DueAt);
    }

    [Fact]
    public void An_incident_is_told_as_the_programme_of_its_sortie_asks()
    {
        var own = new RuleProfile { Id = "own", Version = 1, RecordedAt = T("2026-01-01"), Rules = [BuiltInRules.All[0].Id], OversightRecipients = "council", FailureNoticeHours = 5 };
        var duties = OfPapers(Scene.Add(own).With<Programme>("lantern", p => p with { Profile = "own" }));

        Assert.All(duties, d => Assert.Equal("council", d.Duty.Recipients));
        Assert.Equal(s_lost.During.From.AddSeconds(5 * 3_600), duties[1].Duty.DueAt);
    }

    [Fact]
    public void An_incident_of_a_sortie_without_its_papers_is_told_as_the_strictest_profile_asks()
    {
        var duty = Assert.Single(OfPapers(Scene.Without<Programme>("lantern")));

        Assert.Equal((BuiltInProfiles.All[0].OversightRecipients, s_lost.During.From.AddSeconds(48 * 3_600)), (duty.Duty.Recipients, duty.Duty.DueAt));
    }

    private static IReadOnlyList<DutyStanding> OfPapers(Scene scene) => DutyLedger.OfPapers(new DocumentSet([.. scene.Papers, scene.Sortie]), T("2026-04-01"));
}

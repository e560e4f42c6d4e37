using Overflight.Authority.Deciding;
using Overflight.Authority.Documents;
using Overflight.Authority.Rules;
using static Overflight.Authority.Tests.Scene;

namespace Overflight.Authority.Tests.Mutants;

/// <summary>Which rules the profiles that come with Overflight leave out, and what a deployment's own may change.</summary>
public class ProfileTests
{
    private const string Lists = "designation.as-of designation.not-alone notice.limited";
    private const string Oversight = "change.significant footage.class notice.new notice.recipients";

    [Theory]
    [InlineData("intelligence", "")]
    [InlineData("law-enforcement", "notice.limited")]
    [InlineData("civil-protection", Lists + " " + Oversight)]
    [InlineData("research", Lists + " " + Oversight + " parties.interoperability summary.public")]
    public void A_profile_leaves_out_what_its_kind_of_service_does_not_need(string id, string without)
    {
        var profile = BuiltInProfiles.Find(id, new([]), Now);

        Assert.Equal((id, 1), (profile.Id, profile.Version));
        Assert.Equal(without.Split(' ', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal), BuiltInRules.All.Select(r => r.Id).Except(profile.Rules).Order(StringComparer.Ordinal));
        Assert.Empty(profile.Rules.Except(BuiltInRules.All.Select(r => r.Id)));
    }

    [Fact]
    public void No_two_have_one_id() => Assert.Equal(BuiltInProfiles.All.Count, BuiltInProfiles.All.DistinctBy(p => p.Id).Count());

    [Fact]
    public void All_four_are_named_where_one_is_asked_for_that_there_is_not() =>
        Assert.Contains("intelligence, law-enforcement, civil-protection, research come with", Assert.Throws<InvalidDataException>(() => BuiltInProfiles.Find("none", new([]), Now)).Message, StringComparison.Ordinal);

    [Fact]
    public void A_deployments_own_takes_the_place_of_ours_from_when_it_is_recorded()
    {
        DocumentSet documents = new([new RuleProfile { Id = "research", Version = 1, RecordedAt = Now, Rules = ["zones.known"] }]);

        Assert.Equal(["zones.known"], BuiltInProfiles.Find("research", documents, Now).Rules);
        Assert.NotEqual(["zones.known"], BuiltInProfiles.Find("research", documents, Now.AddSeconds(-1)).Rules);
    }

    [Fact]
    public void The_built_in_rules_are_these() => Assert.Equal(
        "regime.recorded instrument.written instrument.before-first-act instrument.in-force parties.listed parties.interoperability purpose.primary scope.area scope.altitude scope.time scope.sensors "
        + "payload.unarmed consent.in-force consent.conditions consent.lead-time zones.known diversion.known diversion.told notice.new change.significant notice.recipients notice.limited notice.failures "
        + "designation.as-of designation.not-alone control.chain flight.facts sensor.intervals data.retention footage.class access.recorded summary.public",
        string.Join(' ', BuiltInRules.All.Select(r => r.Id)));

    [Fact]
    public void No_profile_can_do_without_the_rule_against_weapons_nor_let_it_be_unknown()
    {
        var rules = RuleSet.Of(new() { Id = "p", Version = 1, RecordedAt = Now, Rules = ["zones.known"], UnknownMayPass = ["payload.unarmed", "zones.known"] });
        RuleAnswer Answer(string rule, RuleOutcome outcome) => new(rule, "", "", outcome, []);

        Assert.Equal(["payload.unarmed", "zones.known"], rules.Rules.Select(r => r.Id));
        Assert.True(rules.Blocks(Answer("payload.unarmed", RuleOutcome.Unknown)));
        Assert.True(rules.Blocks(Answer("zones.known", RuleOutcome.Refuse)));
        Assert.False(rules.Blocks(Answer("zones.known", RuleOutcome.Unknown)));
        Assert.False(rules.Blocks(Answer("payload.unarmed", RuleOutcome.Pass)));
    }

    [Fact]
    public void The_version_of_a_rule_set_changes_with_what_it_picks_and_lets_pass()
    {
        string Version(string[] picked, string[] mayPass) => RuleSet.Of(new() { Id = "p", Version = 3, RecordedAt = Now, Rules = picked, UnknownMayPass = mayPass }).Version;

        Assert.Matches("^1\\.p\\.3-[0-9a-f]{12}$", Version(["zones.known"], []));
        Assert.Equal(Version(["zones.known"], []), Version(["zones.known", "payload.unarmed"], ["payload.unarmed"]));
        Assert.Equal(3, new[] { Version(["zones.known"], []), Version(["zones.known"], ["zones.known"]), Version(["zones.known", "scope.area"], []) }.Distinct().Count());
    }

    [Fact]
    public void Rules_that_nobody_brought_or_that_share_an_id_are_refused()
    {
        RuleProfile profile = new() { Id = "p", Version = 1, RecordedAt = Now, Rules = ["zones.known"] };

        Assert.Throws<InvalidDataException>(() => RuleSet.Of(profile with { Rules = ["none"] }));
        Assert.Throws<InvalidDataException>(() => RuleSet.Of(profile with { UnknownMayPass = ["none"] }));
        Assert.Throws<InvalidDataException>(() => RuleSet.Of(profile, BuiltInRules.All[0]));
    }

    [Theory]
    [InlineData("a camera", null)]
    [InlineData("HELLFIRE rack", "HELLFIRE")]
    [InlineData("Bombardier survey pod", null)]
    public void Words_of_weapons_are_found_whole_and_in_any_case(string name, string? word) => Assert.Equal(word, WeaponWords.FirstIn(name));
}

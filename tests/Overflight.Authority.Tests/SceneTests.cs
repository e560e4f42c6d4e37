using Overflight.Authority.Rules;
using Overflight.Testing;

namespace Overflight.Authority.Tests;

public sealed class SceneTests
{
    [Fact]
    public void On_the_papers_as_they_are_every_rule_passes_at_every_stage()
    {
        foreach (var scene in new[] { Scene.Offshore(), Scene.Inland() })
        {
            foreach (var stage in new[] { DecisionStage.Plan, DecisionStage.Arming })
            {
                var decision = scene.Decide(stage);
                Assert.True(decision.IsPermitted, Scene.Text(decision));
                Assert.All(decision.Answers, a => Assert.Equal(RuleOutcome.Pass, a.Outcome));
            }
            var inFlight = scene.Flown(f => f with { Landing = null }).Decide(DecisionStage.InFlight, Scene.T("2026-03-02T07:30:00Z"));
            Assert.True(inFlight.IsPermitted, Scene.Text(inFlight));
            var flown = scene.Flown().Decide(DecisionStage.Flown);
            Assert.True(flown.IsPermitted, Scene.Text(flown));
            Assert.Empty(flown.Differences);
        }
    }

    [Fact]
    public void The_table_of_rules_in_the_documents_is_what_the_rules_say_of_themselves()
    {
        var path = Path.Combine(Repository.Root, "docs", "rules.md");
        var rows = BuiltInRules.All.Select((rule, i) => $"| {i + 1} | `{rule.Id}` | {rule.Title} | {rule.Citation} | {rule.Reads} |");
        var table = $"<!-- rules -->\n| # | rule | asks for | from | reads |\n|---|---|---|---|---|\n{string.Join('\n', rows)}\n<!-- /rules -->";
        var text = File.ReadAllText(path);
        var (begin, end) = (text.IndexOf("<!-- rules -->", StringComparison.Ordinal), text.IndexOf("<!-- /rules -->", StringComparison.Ordinal) + "<!-- /rules -->".Length);
        if (Environment.GetEnvironmentVariable("OVERFLIGHT_GOLDEN") == "write")
            File.WriteAllText(path, text[..begin] + table + text[end..]);
        Assert.Equal(table, File.ReadAllText(path)[begin..(begin + table.Length)]);
    }

    [Fact]
    public void Every_answer_has_reasons_and_every_rule_says_what_it_is()
    {
        Assert.All(BuiltInRules.All, rule => Assert.All(new[] { rule.Id, rule.Title, rule.Citation, rule.Reads }, text => Assert.NotEqual("", text)));
        Assert.Equal(BuiltInRules.All.Count, BuiltInRules.All.Select(r => r.Id).Distinct().Count());
        Assert.All(Scene.Inland().Decide().Answers, answer => Assert.NotEmpty(answer.Reasons));
    }
}

using System.Globalization;
using System.Text;
using Overflight.Authority.Deciding;
using Overflight.Authority.Documents;
using Overflight.Authority.Rules;
using Overflight.Testing;

namespace Overflight.Authority.Tests;

public sealed class WorkedCaseTests
{
    private static readonly bool s_writes = Environment.GetEnvironmentVariable("OVERFLIGHT_GOLDEN") == "write";

    private static string PapersFolder => Path.Combine(Repository.Root, "data", "lantern", "papers");

    private static string Golden => Path.Combine(Repository.Root, "tests", "Overflight.Authority.Tests", "Golden", "worked-case.txt");

    private static IEnumerable<(string Shows, Decision Decision)> Judged(DocumentSet documents)
    {
        var judge = new SortieJudge(Scene.Index, documents);
        foreach (var (id, stage, at, shows) in WorkedCase.Judgements)
        {
            var (sortie, now) = (documents.All.OfType<Sortie>().Single(s => s.Id == id), Scene.T(at));
            yield return (shows, stage is DecisionStage.Plan or DecisionStage.Arming
                ? judge.Plan(sortie, now, stage)
                : judge.Flight(sortie, WorkedCase.Track(id, stage == DecisionStage.InFlight ? now : null), now, stage));
        }
    }

    [Fact]
    public void Its_papers_are_those_in_the_repository()
    {
        foreach (var document in WorkedCase.Papers)
        {
            var path = Path.Combine(PapersFolder, $"{document.Kind}.{document.Id}.v{document.Version}.json");
            if (s_writes)
            {
                Directory.CreateDirectory(PapersFolder);
                File.WriteAllBytes(path, AuthorityJson.Write(document));
            }
            Assert.Equal(Encoding.UTF8.GetString(AuthorityJson.Write(document)), File.ReadAllText(path));
        }
        var (read, problems) = DocumentFolder.Read(PapersFolder);
        Assert.Empty(problems);
        Assert.Equal(WorkedCase.Papers.Count, read.All.Count);
    }

    [Fact]
    public void Every_judgement_is_as_it_was_read_by_eye()
    {
        var text = new StringBuilder();
        foreach (var (shows, decision) in Judged(DocumentFolder.Read(PapersFolder).Documents))
        {
            text.Append(CultureInfo.InvariantCulture, $"{decision.Sortie}, {decision.Stage}, {decision.At}: {(decision.IsPermitted ? "PERMITTED" : "NOT PERMITTED")}\n  # {shows}\n");
            foreach (var answer in decision.Answers.Where(a => a.Outcome != RuleOutcome.Pass))
            {
                foreach (var reason in answer.Reasons.Where(r => r.Outcome == answer.Outcome).Take(3))
                    text.Append(CultureInfo.InvariantCulture, $"  {answer.Outcome.ToString().ToLowerInvariant(),-7} {answer.Rule}: {reason.Text}\n");
            }
            foreach (var difference in decision.Differences)
                text.Append(CultureInfo.InvariantCulture, $"  differs {difference.What}: {difference.Text}\n");
            text.Append('\n');
        }
        if (s_writes)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Golden)!);
            File.WriteAllText(Golden, text.ToString());
        }
        Assert.Equal(File.ReadAllText(Golden), text.ToString());
    }

    [Fact]
    public void Every_rule_passes_and_refuses_at_least_once()
    {
        var answers = Judged(new DocumentSet(WorkedCase.Papers)).SelectMany(j => j.Decision.Answers).ToArray();
        Assert.Empty(BuiltInRules.All.Select(r => r.Id).Except(answers.Where(a => a.Outcome == RuleOutcome.Pass).Select(a => a.Rule)));
        // Nobody is at fault where two States claim one place.
        Assert.Equal(["zones.known"], BuiltInRules.All.Select(r => r.Id).Except(answers.Where(a => a.Outcome == RuleOutcome.Refuse).Select(a => a.Rule)));
    }
}

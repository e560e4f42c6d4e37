using Overflight.Airspace;
using Overflight.Authority.Deciding;
using Overflight.Authority.Documents;
using Overflight.Dossiers.Decisions;
using Overflight.Tracks;

namespace Overflight.Cli.Demo;

/// <summary>The papers of the exercise: eleven months of an invented programme, from the first notice to the revoked finding.</summary>
internal static class LanternPapers
{
    private const string Prefix = "papers/";

    /// <summary>Plans that the demo judges: of a programme that grew over land before lawmakers knew, and of the same when all was in order.</summary>
    private static readonly (string Sortie, DateTimeOffset At)[] s_shown =
    [
        ("s-05", new(2026, 1, 20, 0, 0, 0, TimeSpan.Zero)),
        ("s-06", new(2026, 2, 25, 0, 0, 0, TimeSpan.Zero)),
    ];

    /// <summary>Writes the papers to a folder.</summary>
    public static void Write(string folder)
    {
        Directory.CreateDirectory(folder);
        var assembly = typeof(LanternPapers).Assembly;
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.StartsWith(Prefix, StringComparison.Ordinal)))
        {
            using var paper = assembly.GetManifestResourceStream(name)!;
            using var file = File.Create(Path.Combine(folder, name[Prefix.Length..]));
            paper.CopyTo(file);
        }
    }

    /// <summary>What the rules say of the plans shown, and how to ask again.</summary>
    public static IEnumerable<string> Judged(string folder, AirspaceIndex index)
    {
        var (documents, _) = DocumentFolder.Read(folder);
        var judge = new SortieJudge(index, documents);
        foreach (var (id, at) in s_shown)
        {
            var sortie = documents.At<Sortie>(id, UtcInstant.From(at))!;
            var decision = judge.Plan(sortie, UtcInstant.From(at));
            yield return DecisionText.Sentence(decision);
            foreach (var answer in decision.Answers.Where(a => decision.BlockedBy.Contains(a.Rule)))
                yield return $"  {answer.Rule}: {answer.Reasons.First(r => r.Outcome == answer.Outcome).Text}";
        }
    }
}

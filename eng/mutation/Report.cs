using System.Globalization;

namespace Overflight.Mutation;

/// <summary>How many mutants of each folder were seen, and which were not.</summary>
internal static class Report
{
    /// <summary>A table of folders, as in docs/verification.md, and the survivors behind it.</summary>
    public static void Write(TextWriter to, IReadOnlyCollection<(Mutant Mutant, Outcome Outcome)> results)
    {
        to.WriteLine("| folder | mutants | killed | timed out | explained | survived | score | left out |");
        to.WriteLine("|---|---|---|---|---|---|---|---|");
        foreach (var folder in results.GroupBy(r => Path.GetDirectoryName(r.Mutant.File)!).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            int Of(params Outcome[] outcomes) => folder.Count(r => outcomes.Contains(r.Outcome));
            var (seen, unseen) = (Of(Outcome.Killed, Outcome.TimedOut), Of(Outcome.Survived, Outcome.Explained));
            var score = string.Create(CultureInfo.InvariantCulture, $"{(seen + unseen == 0 ? 100 : 100.0 * seen / (seen + unseen)):0.0} %");
            to.WriteLine($"| {folder.Key}/ | {seen + unseen} | {Of(Outcome.Killed)} | {Of(Outcome.TimedOut)} | {Of(Outcome.Explained)} | {Of(Outcome.Survived)} | {score} | {Of(Outcome.NotCompiled, Outcome.Same)} |");
        }
        foreach (var (mutant, _) in results.Where(r => r.Outcome == Outcome.Survived).OrderBy(r => r.Mutant.File, StringComparer.Ordinal).ThenBy(r => r.Mutant.Span.Start))
            to.WriteLine($"survived  {mutant}");
    }
}

using System.Collections.Concurrent;

namespace Overflight.Mutation;

/// <summary>Tries the mutants of a library, several at once.</summary>
internal sealed class MutationRun(LibraryCompilation library, IReadOnlyList<TestBench> benches, TimeSpan usual, Explanations explanations)
{
    private const int OfEachFile = 2;

    /// <summary>Tries mutants; tells each that survives as soon as it is known.</summary>
    public async Task<IReadOnlyCollection<(Mutant Mutant, Outcome Outcome)>> AllAsync(IReadOnlyList<Mutant> mutants, TextWriter progress)
    {
        var (results, free) = (new ConcurrentBag<(Mutant, Outcome)>(), new ConcurrentBag<TestBench>(benches));
        await Parallel.ForEachAsync(mutants, new ParallelOptions { MaxDegreeOfParallelism = benches.Count }, async (mutant, _) =>
        {
            free.TryTake(out var bench);
            var outcome = await TryAsync(mutant, bench!);
            free.Add(bench!);
            results.Add((mutant, outcome));
            if (outcome is Outcome.Survived or Outcome.TimedOut)
                await progress.WriteLineAsync($"{results.Count}/{mutants.Count} {outcome}: {mutant}");
        });
        return results;
    }

    /// <summary>The first mutants of each file that compile and are not explained.</summary>
    public IReadOnlyList<Mutant> FirstOfEach(IReadOnlyList<Mutant> mutants) =>
        [.. mutants.GroupBy(m => m.File).SelectMany(file => file.Where(m => !explanations.Has(m) && library.With(m) is { } image && !library.IsOriginal(image)).Take(OfEachFile))];

    private async Task<Outcome> TryAsync(Mutant mutant, TestBench bench)
    {
        if (library.With(mutant) is not { } image)
            return Outcome.NotCompiled;
        if (library.IsOriginal(image))
            return Outcome.Same;
        var outcome = await bench.TryAsync(image, usual);
        return outcome == Outcome.Survived && explanations.Has(mutant) ? Outcome.Explained : outcome;
    }
}

using System.Collections.Concurrent;

namespace Overflight.Mutation;

/// <summary>Tries the mutants of a library, several at once.</summary>
internal sealed class MutationRun(LibraryCompilation library, IReadOnlyList<TestBench> benches, TimeSpan usual, Explanations explanations, string manyPath)
{
    private const int OfEachFile = 2;

    private readonly ConcurrentDictionary<string, ConcurrentBag<string>> _seen = new();

    /// <summary>Tries mutants; tells each that survives as soon as it is known.</summary>
    public async Task<IReadOnlyCollection<(Mutant Mutant, Outcome Outcome)>> AllAsync(IReadOnlyList<Mutant> mutants, TextWriter progress)
    {
        var many = library.With(mutants);
        await File.WriteAllBytesAsync(manyPath, many.Image);
        var (results, free) = (new ConcurrentBag<(Mutant, Outcome)>(), new ConcurrentBag<TestBench>(benches));
        await Parallel.ForEachAsync(mutants, new ParallelOptions { MaxDegreeOfParallelism = benches.Count }, async (mutant, _) =>
        {
            free.TryTake(out var bench);
            var outcome = await TryAsync(mutant, many, bench!);
            free.Add(bench!);
            results.Add((mutant, outcome));
            if (outcome is Outcome.Survived or Outcome.TimedOut || results.Count % 100 == 0)
                await progress.WriteLineAsync($"{results.Count}/{mutants.Count} {outcome}: {mutant}");
        });
        return results;
    }

    /// <summary>The first mutants of each file that compile and are not explained.</summary>
    public IReadOnlyList<Mutant> FirstOfEach(IReadOnlyList<Mutant> mutants) =>
        [.. mutants.GroupBy(m => m.File).SelectMany(file => file.Where(m => !explanations.Has(m) && library.With(m) is { } image && !library.IsOriginal(image)).Take(OfEachFile))];

    private async Task<Outcome> TryAsync(Mutant mutant, SwitchedLibrary many, TestBench bench)
    {
        if (many.Broken.Contains(mutant.Id))
            return Outcome.NotCompiled;
        if (many.Numbers.TryGetValue(mutant.Id, out var number))
        {
            // Tests that saw other mutants of the file most likely see this one.
            var likely = _seen.GetOrAdd(mutant.File, _ => new());
            var (outcome, failed) = likely.IsEmpty ? (Outcome.Survived, []) : await bench.TryAsync(manyPath, number, [.. likely], usual);
            if (outcome == Outcome.Survived)
                (outcome, failed) = await bench.TryAsync(manyPath, number, [], usual);
            foreach (var test in failed.Except(likely))
                likely.Add(test);
            if (outcome != Outcome.Survived || !many.Once.Contains(mutant.Id))
                return Explained(mutant, outcome);
        }
        // What only seems to survive, as something made once was made without it, is seen where it is all that is loaded.
        if (library.With(mutant) is not { } image)
            return Outcome.NotCompiled;
        return library.IsOriginal(image) ? Outcome.Same : Explained(mutant, await bench.TryAsync(image, usual));
    }

    private Outcome Explained(Mutant mutant, Outcome outcome) => outcome == Outcome.Survived && explanations.Has(mutant) ? Outcome.Explained : outcome;
}

using Overflight.Tracks;

namespace Overflight.Sorties.Simulation;

/// <summary>Many sorties side by side. Each is its own, so the result does not depend on the number of threads.</summary>
public sealed class Fleet
{
    private readonly SortieSimulation[] _sorties;

    /// <summary>Makes a fleet.</summary>
    public Fleet(IEnumerable<SortieSetup> setups) => _sorties = [.. setups.Select(s => new SortieSimulation(s))];

    /// <summary>The sorties, in the order of their setups.</summary>
    public IReadOnlyList<SortieSimulation> Sorties => _sorties;

    /// <summary>Flies every one until an instant, or until it is over.</summary>
    /// <param name="until">The instant.</param>
    /// <param name="threads">How many threads; 0 for one a core.</param>
    public void RunUntil(UtcInstant until, int threads = 0) => Parallel.ForEach(
        System.Collections.Concurrent.Partitioner.Create(_sorties, loadBalance: true),
        new ParallelOptions { MaxDegreeOfParallelism = threads == 0 ? Environment.ProcessorCount : threads },
        sortie => sortie.RunUntil(until));
}

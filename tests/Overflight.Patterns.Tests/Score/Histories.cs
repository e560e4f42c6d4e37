using CsCheck;
using Overflight.Patterns.Score;
using Overflight.Patterns.Score.Training;

namespace Overflight.Patterns.Tests.Score;

/// <summary>Histories for tests: made up, none of a real aircraft.</summary>
internal static class Histories
{
    private static readonly int[] s_squawks = [0, 1200, 4414, 4434, 2552];
    private static readonly string[] s_types = ["", "C182", "B738"];

    public static Gen<AircraftHistory> Any { get; } =
        from duration in Shares(5)
        from area in Shares(5)
        from speed in Shares(5)
        from altitude in Shares(5)
        from turn in Shares(9)
        from flights in Gen.Int[1, 200]
        from observations in Gen.Int[1, 40_000]
        from squawk in Gen.Int[0, 4].Select(i => s_squawks[i])
        from type in Gen.Int[0, 2].Select(i => s_types[i])
        select new AircraftHistory
        {
            DurationShares = duration,
            AreaShares = area,
            SpeedShares = speed,
            AltitudeShares = altitude,
            TurnShares = turn[..8],
            Flights = flights,
            Observations = observations,
            Squawk = squawk,
            TypeDesignator = type,
        };

    /// <summary>A crowd in which circling left in a small area is surveillance, with some noise.</summary>
    public static Gen<LabelledHistory[]> Crowd { get; } = Gen.Select(Any, Gen.Double[0, 1]).Array[60].Select(rows => rows
        .Select((r, i) => new LabelledHistory($"{i:X6}", r.Item1, i < 8 || (i >= 16 && r.Item1.TurnShares[0] + r.Item1.AreaShares[0] + 0.2 * r.Item2 > 0.55)))
        .ToArray());

    public static TrainingOptions Quick(bool usesAllColumns) => new()
    {
        UsesAllColumns = usesAllColumns,
        BoostedTrees = 12,
        ForestTrees = 8,
        KernelWaves = 60,
        InnerFolds = 2,
    };

    private static Gen<double[]> Shares(int count) => Gen.Double[0.001, 1].Array[count].Select(parts =>
    {
        var sum = parts.Sum();
        return Array.ConvertAll(parts, p => p / sum);
    });
}

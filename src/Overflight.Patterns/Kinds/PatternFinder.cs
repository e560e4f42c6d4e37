using Overflight.Tracks.Preparing;

namespace Overflight.Patterns.Kinds;

/// <summary>Tells what a flight did: its stretches with a shape, in order, and the ways between them.</summary>
public static class PatternFinder
{
    private const double LeastScore = 0.45;
    private const double LeastTransitSeconds = 300;

    [ThreadStatic]
    private static Workbench? t_bench;

    /// <summary>The patterns of a flight, by time. The same flight gives the same patterns; any thread may ask.</summary>
    public static IReadOnlyList<FlightPattern> Find(PreparedFlight flight)
    {
        ArgumentNullException.ThrowIfNull(flight);
        if (flight.Count < 2)
            return [];
        var bench = t_bench ??= new Workbench();
        var motion = bench.Motion;
        motion.Set(flight);
        var feet = Altitudes.Of(flight);
        bench.Candidates.Clear();
        foreach (var stretch in bench.Stretches.Find(motion))
            bench.Judge.Judge(motion, stretch, feet, bench.Candidates);
        var chosen = Chosen(bench.Candidates);
        if (bench.Judge.Whole(motion, chosen) is { } whole)
        {
            bench.Candidates.Add(whole);
            chosen = Chosen(bench.Candidates);
        }
        var patterns = new List<FlightPattern>(chosen.Count + 1);
        var from = 0;
        foreach (var candidate in chosen)
        {
            AddTransit(bench, flight, motion, feet, from, candidate.First, patterns);
            patterns.Add(PatternBuilder.Build(bench.Judge, flight, motion, feet, candidate));
            from = candidate.Last;
        }
        AddTransit(bench, flight, motion, feet, from, motion.Count - 1, patterns);
        return patterns;
    }

    /// <summary>Those that say most first, and of the others what is left beside them; then by time.</summary>
    private static List<Candidate> Chosen(List<Candidate> candidates)
    {
        candidates.Sort((a, b) => a.IsShaped != b.IsShaped ? b.IsShaped.CompareTo(a.IsShaped)
            : a.Rank != b.Rank ? b.Rank.CompareTo(a.Rank)
            : a.First != b.First ? a.First.CompareTo(b.First) : a.Last.CompareTo(b.Last));
        var chosen = new List<Candidate>();
        foreach (var candidate in candidates)
        {
            if (candidate.IsShaped && candidate.Score < LeastScore)
                continue;
            var (first, last) = (candidate.First, candidate.Last);
            foreach (var other in chosen)
            {
                if (other.First <= first && other.Last > first)
                    first = other.Last;
                if (other.Last >= last && other.First < last)
                    last = other.First;
            }
            if (last - first >= 0.75 * (candidate.Last - candidate.First) && last - first >= 4 && !chosen.Exists(o => o.First >= first && o.Last <= last))
                chosen.Add(candidate with { First = first, Last = last });
        }
        chosen.Sort((a, b) => a.First.CompareTo(b.First));
        return Waits(chosen) ? chosen : chosen.ConvertAll(c => c.Kind == FlightKind.Holding ? c with { Kind = FlightKind.Orbit } : c);
    }

    /// <summary>Whether what looks like waiting is few enough turns in all to be that.</summary>
    private static bool Waits(List<Candidate> chosen)
    {
        var (turns, slowest) = (0.0, double.PositiveInfinity);
        foreach (var holding in chosen)
            if (holding.Kind == FlightKind.Holding)
                (turns, slowest) = (turns + holding.Turns, Math.Min(slowest, holding.Speed));
        return turns < (slowest >= RoundKinds.JetMetresPerSecond ? 2 * RoundKinds.MostHoldingTurns : RoundKinds.MostHoldingTurns);
    }

    private static void AddTransit(Workbench bench, PreparedFlight flight, Motion motion, float[] feet, int first, int last, List<FlightPattern> patterns)
    {
        if (last <= first || motion.Seconds[last] - motion.Seconds[first] < LeastTransitSeconds)
            return;
        patterns.Add(PatternBuilder.Build(bench.Judge, flight, motion, feet, new Candidate(FlightKind.Transit, first, last, 1, 0, double.NaN, 0)));
    }

    private sealed class Workbench
    {
        public Motion Motion { get; } = new();

        public StretchFinder Stretches { get; } = new();

        public StretchJudge Judge { get; } = new();

        public List<Candidate> Candidates { get; } = [];
    }
}

using System.Diagnostics;
using System.Globalization;
using Overflight.Designations;
using Overflight.Designations.Keeping;
using Overflight.Designations.Reading;
using Overflight.Designations.Search;

namespace Overflight.Benchmarks;

/// <summary>
/// Searching the whole recorded SDN list of 2021 by misspelt and reordered names, against named peers over the same names and queries in one run:
/// Jaro-Winkler over every name, and SQLite's FTS5 with trigrams. Wall-clock times of single queries, one after the other.
/// </summary>
internal static class ListsBenchmark
{
    private const int Queries = 1_000;
    private const int PeerQueries = 200;
    private const int Runs = 5;
    private const int Most = 10;
    private const double PublishedMilliseconds = 0.85;

    private static readonly string[] s_files = ["sdn.csv", "add.csv", "alt.csv", "sdn_comments.csv"];

    public static void Run(string folder)
    {
        var content = ListReader.Read([.. s_files.Select(name => ListSource.OfFile(Path.Combine(folder, name)))]);
        var version = new ListVersion("ofac-sdn", new(2021, 7, 7), ListDateOrigin.Given, content.Format, content.Parts, false, [], new(0, 0, 0, 0, 0, 0));
        IReadOnlyList<SearchableEntry> entries = [.. content.Entries.Select(entry => new SearchableEntry(version, entry))];
        var clock = Stopwatch.StartNew();
        var index = new NameIndex(entries);
        Console.WriteLine($"{content.Entries.Count:N0} entries, {index.Count:N0} different names; the index is made in {clock.ElapsedMilliseconds} ms");
        var every = new EveryNamePeer(entries);
        using var trigrams = new TrigramPeer(entries);
        var options = new SearchOptions { Most = Most, WithIndividuals = true };
        var queries = QueriesOf(entries, new Random(17));
        var (ours, plain, sqlite) = (new List<double>(), new List<double>(), new List<double>());
        var found = (Ours: 0, Plain: 0, Sqlite: 0);
        for (var run = 0; run <= Runs; run++)
        {
            found = default;
            var times = (Ours: new List<double>(), Plain: new List<double>(), Sqlite: new List<double>());
            for (var i = 0; i < queries.Count; i++)
            {
                var (query, id) = queries[i];
                var isFirst = Timed(times.Ours, () => index.Search(query, options) is [var first, ..] && first.Entry.Entry.Id == id);
                if (i >= PeerQueries)
                    continue;
                found.Ours += isFirst;
                found.Plain += Timed(times.Plain, () => every.Search(query, Most).FirstOrDefault() == id);
                found.Sqlite += Timed(times.Sqlite, () => trigrams.Search(query, Most).FirstOrDefault() == id);
            }
            if (run == 0)
                continue;
            ours.Add(Middle(times.Ours));
            plain.Add(Middle(times.Plain));
            sqlite.Add(Middle(times.Sqlite));
            if (run == Runs)
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  Overflight, last run: 95 of 100 queries below {times.Ours.Order().ElementAt(times.Ours.Count * 95 / 100):0.00} ms, all below {times.Ours.Max():0.00} ms"));
        }
        Console.WriteLine($"Median of a query over the whole list, natural persons too, {Queries:N0} queries ({PeerQueries} for peers): medians of {Runs} runs in turns");
        Tell("Overflight, scores explained", ours, ours, found.Ours);
        Tell("Jaro-Winkler over every name", plain, ours, found.Plain);
        Tell("SQLite FTS5, trigrams, bm25", sqlite, ours, found.Sqlite);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  moov watchman                  {PublishedMilliseconds:0.00} ms as published, on another machine and list: not run here"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  without natural persons, as asked by default: {Middle(Alone(index, queries)):0.000} ms"));
    }

    private static void Tell(string what, List<double> medians, List<double> ours, int first) =>
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {what,-30} {Middle(medians):0.000} ms   {Middle(medians) / Middle(ours):0.0} times   the entry meant is first for {100.0 * first / PeerQueries:0.0} of 100"));

    private static List<double> Alone(NameIndex index, List<(string Query, string Id)> queries)
    {
        var times = new List<double>();
        foreach (var (query, _) in queries)
            Timed(times, () => index.Search(query).Count > 0);
        return times;
    }

    private static int Timed(List<double> times, Func<bool> work)
    {
        var start = Stopwatch.GetTimestamp();
        var isFirst = work();
        times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        return isFirst ? 1 : 0;
    }

    /// <summary>Names of entries by seed, with a letter of each long word dropped, every second one with its words turned round.</summary>
    private static List<(string Query, string Id)> QueriesOf(IReadOnlyList<SearchableEntry> entries, Random random)
    {
        var queries = new List<(string, string)>();
        while (queries.Count < Queries)
        {
            var entry = entries[random.Next(entries.Count)];
            var words = entry.Names[random.Next(entry.Names.Count)].Text.Split(' ').Select(word => word.Length >= 6 ? word.Remove(random.Next(1, word.Length - 1), 1) : word);
            queries.Add((string.Join(' ', queries.Count % 2 == 0 ? words : words.Reverse()), entry.Entry.Id));
        }
        return queries;
    }

    private static double Middle(List<double> values) => values.Order().ElementAt(values.Count / 2);
}

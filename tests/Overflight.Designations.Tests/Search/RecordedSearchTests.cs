using System.Diagnostics;
using Overflight.Designations.Keeping;
using Overflight.Designations.Reading;
using Overflight.Designations.Search;
using Overflight.Testing;

namespace Overflight.Designations.Tests.Search;

[Trait("Category", "Recorded")]
public sealed class RecordedSearchTests
{
    private static readonly Lazy<IReadOnlyList<SearchableEntry>> s_entries = new(() => RecordedLists.Sdn2021());

    [Fact]
    public void Probe()
    {
        var entries = s_entries.Value;
        var clock = Stopwatch.StartNew();
        var index = new NameIndex(entries);
        TestContext.Current.SendDiagnosticMessage($"index {clock.ElapsedMilliseconds} ms, {index.Count} names");
        foreach (var q in new[] { "Sinaloa Cartel", "Cartel de Jalisco Nueva Generacion", "jalisco cartel", "Kartel Jalisko Nueva Generation", "Banco Nacional de Kuba", "Harbor Light Bakery LLC", "Sunrise Software Consulting Ltd", "Northern Lights Trading Company", "Аль-Каида", "القاعدة", "Aero Caribbean" })
        {
            foreach (var m in index.Search(q, new() { Most = 3 }))
                Console.WriteLine($"{q} -> {m.Score:0.00000} {m.Entry.Entry.Id} {m.Name.Text} [{string.Join(", ", m.Pairs.Select(p => $"{p.Query}~{p.Name} {p.Similarity}"))}]");
        }
        foreach (var n in OrdinaryNames.All.Select(n => (n, m: index.Search(n, new() { Most = 1, LowestScore = 0 }).Cast<NameMatch?>().FirstOrDefault())).OrderByDescending(x => x.m?.Score).Take(14))
            Console.WriteLine($"{n.n} -> {n.m?.Score} {n.m?.Name.Text} [{string.Join(", ", n.m!.Pairs.Select(p => $"{p.Query}~{p.Name} {p.Similarity}"))}]");
        foreach (var kind in new[] { "misspelt", "reordered", "cyrillic" })
        {
            var r2 = new Random(9);
            var (n, ok, prop) = (0, 0, 0);
            var shown = 0;
            for (var i = 0; i < 1000; i++)
            {
                var e = entries[r2.Next(entries.Count)];
                if (e.Entry.Type == EntryType.Individual) { i--; continue; }
                var name = e.Names[r2.Next(e.Names.Count)].Text;
                var q = kind == "misspelt" ? AlteredNames.Misspelt(name, r2) : kind == "reordered" ? AlteredNames.Reordered(name, r2) : AlteredNames.InCyrillic(name);
                var ms = index.Search(q, new() { Most = 5 });
                var top = ms.Count > 0 ? ms[0].Score : 0;
                var own = ms.FirstOrDefault(m => m.Entry.Entry.Id == e.Entry.Id);
                n++;
                if (own is not null && own.Score == top) ok++; else if (shown++ < 6) Console.WriteLine($"MISS {kind}: {name} => {q} -> {(ms.Count > 0 ? ms[0].Name.Text : "-")} {top} own {own?.Score} {own?.Name.Text}");
                if (own is { IsProposed: true }) prop++;
            }
            Console.WriteLine($"median-of {kind}: {ok}/{n} rank 1, proposed {prop}");
        }
        var random = new Random(5);
        var orgs = entries.Where(e => e.Entry.Type != EntryType.Individual).ToList();
        var queries = Enumerable.Range(0, 2000).Select(_ => orgs[random.Next(orgs.Count)].Entry.PrimaryName).ToList();
        for (var r = 0; r < 4; r++)
        {
            var times = new List<double>();
            foreach (var q in queries)
            {
                var t = Stopwatch.GetTimestamp();
                index.Search(q);
                times.Add(Stopwatch.GetElapsedTime(t).TotalMilliseconds);
            }
            times.Sort();
            Console.WriteLine($"median {times[1000]:0.000} ms, p95 {times[1900]:0.000}, max {times[^1]:0.000}, mean {times.Average():0.000}");
        }
    }
}

using Overflight.Designations.Search;

namespace Overflight.Benchmarks;

/// <summary>
/// The straight way, in which screening services work (moov watchman among them): every name is gone through, each token of the query takes the
/// most similar token of the name by Jaro-Winkler, and the mean is the score. Written here, in one pass and without allocating for a name.
/// </summary>
internal sealed class EveryNamePeer
{
    private readonly List<(string Id, string[] Tokens)> _names = [];

    public EveryNamePeer(IReadOnlyList<SearchableEntry> entries)
    {
        foreach (var entry in entries)
        {
            foreach (var name in entry.Names)
                _names.Add((entry.Entry.Id, [.. NameText.TokensOf(name.Text)]));
        }
    }

    public IEnumerable<string> Search(string query, int most)
    {
        var tokens = NameText.TokensOf(query);
        var best = new PriorityQueue<string, double>();
        foreach (var (id, name) in _names)
        {
            var sum = 0;
            foreach (var token in tokens)
            {
                var greatest = 0;
                foreach (var other in name)
                    greatest = Math.Max(greatest, token == other ? JaroWinkler.Same : JaroWinkler.OfLetters(token, other));
                sum += greatest;
            }
            // Names with more or fewer words than were asked for stand behind those with as many.
            var score = (double)sum / tokens.Count - Math.Abs(tokens.Count - name.Length);
            if (best.Count < most)
                best.Enqueue(id, score);
            else
                best.EnqueueDequeue(id, score);
        }
        return best.UnorderedItems.OrderByDescending(item => item.Priority).Select(item => item.Element).Distinct();
    }
}

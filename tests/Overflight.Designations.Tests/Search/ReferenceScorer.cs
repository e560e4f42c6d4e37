using Overflight.Designations.Search;

namespace Overflight.Designations.Tests.Search;

/// <summary>
/// The score by its definition in docs/lists.md, for every name, without any index: its own similarity, its own counts, and all ways of pairing
/// tried. Normalising and the list of light words are the library's.
/// </summary>
internal sealed class ReferenceScorer
{
    private readonly IReadOnlyList<SearchableEntry> _entries;
    private readonly List<(int Entry, List<string> Tokens)> _names = [];
    private readonly Dictionary<string, int> _holders = [];
    private readonly Dictionary<(string, string), int> _known = [];

    public ReferenceScorer(IReadOnlyList<SearchableEntry> entries)
    {
        _entries = entries;
        for (var i = 0; i < entries.Count; i++)
        {
            var seen = new HashSet<string>();
            foreach (var name in entries[i].Names)
            {
                foreach (var tokens in NameText.FormsOf(name.Text, entries[i].Entry.Type))
                {
                    if (seen.Add(string.Join(' ', tokens)))
                        _names.Add((i, tokens));
                }
            }
        }
        foreach (var token in _names.SelectMany(name => name.Tokens.Distinct()))
            _holders[token] = _holders.GetValueOrDefault(token) + 1;
    }

    public List<(string Id, int Units)> Search(string query, int most, double lowest, bool withIndividuals)
    {
        var tokens = NameText.TokensOf(query);
        var best = new Dictionary<int, int>();
        foreach (var (entry, name) in _names)
        {
            if (!withIndividuals && _entries[entry].Entry.Type == EntryType.Individual)
                continue;
            var score = Score(tokens, name);
            if (score >= Math.Ceiling(lowest * 100_000) && score > best.GetValueOrDefault(entry, -1))
                best[entry] = score;
        }
        return [.. best.OrderByDescending(found => found.Value).ThenBy(found => found.Key).Take(most).Select(found => (_entries[found.Key].Entry.Id, found.Value))];
    }

    private int Score(List<string> query, List<string> name)
    {
        var v = query.ConvertAll(Weight);
        var w = name.ConvertAll(Weight);
        var (sumV, sumW) = (v.Sum(), w.Sum());
        var worth = new long[query.Count, name.Count];
        var anything = false;
        for (var i = 0; i < query.Count; i++)
        {
            for (var j = 0; j < name.Count; j++)
            {
                worth[i, j] = Similarity(query[i], name[j]) * (65L * v[i] * sumW + 35L * w[j] * sumV);
                anything |= worth[i, j] > 0;
            }
        }
        if (!anything)
            return 0;
        var (found, reversed, before) = (0, 0, -1);
        for (var i = 0; i < query.Count; i++)
        {
            var row = Enumerable.Range(0, name.Count).Select(j => worth[i, j]).ToList();
            if (row.Max() is var top && top == 0)
                continue;
            var place = row.IndexOf(top);
            reversed += found > 0 && place < before ? 1 : 0;
            (found, before) = (found + 1, place);
        }
        return Math.Max(0, (int)(Greatest(worth, 0, 0, []) / ((long)sumV * sumW)) - (found < 2 ? 0 : 4_000 * reversed / (found - 1)));
    }

    /// <summary>The greatest worth of pairing the rows from one on with columns that are not taken.</summary>
    private static long Greatest(long[,] worth, int row, int taken, Dictionary<(int, int), long> known)
    {
        if (row == worth.GetLength(0))
            return 0;
        if (known.TryGetValue((row, taken), out var before))
            return before;
        var best = Greatest(worth, row + 1, taken, known);
        for (var column = 0; column < worth.GetLength(1); column++)
        {
            if ((taken >> column & 1) == 0 && worth[row, column] > 0)
                best = Math.Max(best, worth[row, column] + Greatest(worth, row + 1, taken | 1 << column, known));
        }
        return known[(row, taken)] = best;
    }

    private int Weight(string token)
    {
        var rarity = (int)Math.Round(100 * Math.Log(1 + _names.Count / (double)Math.Max(_holders.GetValueOrDefault(token), 1)));
        return Math.Max(1, Math.Min(rarity, LightWords.Contains(token) ? 60 : 1_500));
    }

    private int Similarity(string a, string b)
    {
        if (a == b)
            return 1_000;
        if (a.Length <= 3 || b.Length <= 3 || (a + b).Any(char.IsAsciiDigit))
            return 0;
        if (!_known.TryGetValue((a, b), out var similarity))
            _known[(a, b)] = similarity = Winkler(a, b);
        return similarity < 800 ? 0 : 2 * similarity - 1_000;
    }

    /// <summary>Winkler's similarity in thousandths, as the papers write it.</summary>
    public static int Winkler(string a, string b)
    {
        var window = Math.Max(a.Length, b.Length) / 2 - 1;
        var takenB = new bool[b.Length];
        var lettersA = new List<char>();
        for (var i = 0; i < a.Length; i++)
        {
            var j = Enumerable.Range(0, b.Length).FirstOrDefault(j => Math.Abs(i - j) <= window && !takenB[j] && a[i] == b[j], -1);
            if (j < 0)
                continue;
            takenB[j] = true;
            lettersA.Add(a[i]);
        }
        var lettersB = b.Where((_, j) => takenB[j]).ToList();
        double m = lettersA.Count;
        if (m == 0)
            return 0;
        var transpositions = lettersA.Where((c, i) => c != lettersB[i]).Count() / 2;
        var jaro = (m / a.Length + m / b.Length + (m - transpositions) / m) / 3;
        var prefix = a.Zip(b).Take(4).TakeWhile(pair => pair.First == pair.Second).Count();
        return (int)((jaro + prefix * 0.1 * (1 - jaro)) * 1_000 + 1e-9);
    }
}

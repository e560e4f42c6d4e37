using System.Numerics;

namespace Overflight.Designations.Search;

/// <summary>The distinct tokens of all names, in order of their length, each attribute in an array of its own.</summary>
internal sealed class TokenTable
{
    private readonly char[] _letters;
    private readonly int[] _starts;
    private readonly ulong[] _masks;
    private readonly ulong[] _prefixes;
    private readonly bool[] _isExact;
    private readonly int[] _firstOfLength = new int[NameText.LongestToken + 2];
    private readonly Dictionary<string, int> _ids;
    private readonly int _names;

    /// <param name="holders">Each token with how many names have it.</param>
    /// <param name="names">How many names there are.</param>
    public TokenTable(IEnumerable<KeyValuePair<string, int>> holders, int names)
    {
        _names = names;
        var sorted = holders.OrderBy(token => token.Key.Length).ThenBy(token => token.Key, StringComparer.Ordinal).ToArray();
        _ids = new(sorted.Length, StringComparer.Ordinal);
        _starts = new int[sorted.Length + 1];
        _masks = new ulong[sorted.Length];
        _prefixes = new ulong[sorted.Length];
        _isExact = new bool[sorted.Length];
        Weights = new int[sorted.Length];
        _letters = new char[sorted.Sum(token => token.Key.Length)];
        for (var id = 0; id < sorted.Length; id++)
        {
            var (token, count) = sorted[id];
            _ids.Add(token, id);
            token.CopyTo(_letters.AsSpan(_starts[id]));
            _starts[id + 1] = _starts[id] + token.Length;
            _masks[id] = CommonLetters.MaskOf(token);
            _prefixes[id] = CommonLetters.PrefixOf(token);
            _isExact[id] = IsExact(token);
            Weights[id] = NameScoring.WeightOf(token, count, names);
        }
        for (var length = 0; length < _firstOfLength.Length; length++)
        {
            var first = Array.FindIndex(sorted, token => token.Key.Length >= length);
            _firstOfLength[length] = first < 0 ? sorted.Length : first;
        }
    }

    public int Count => _starts.Length - 1;

    public int[] Weights { get; }

    public int IdOf(string token) => _ids.GetValueOrDefault(token, -1);

    public string TextOf(int id) => new(LettersOf(id));

    /// <summary>The weight of a query's token; one that no name has weighs as much as one that a single name has.</summary>
    public int WeightOf(string token) => _ids.TryGetValue(token, out var id) ? Weights[id] : NameScoring.WeightOf(token, 1, _names);

    /// <summary>Finds the tokens that are similar to one.</summary>
    /// <param name="token">A token of a query.</param>
    /// <param name="found">Where to put their ids and similarities.</param>
    public void FindSimilar(string token, SearchScratch found)
    {
        var same = IdOf(token);
        if (same >= 0)
            found.AddSimilar(same, JaroWinkler.Same);
        if (IsExact(token))
            return;
        var mask = CommonLetters.MaskOf(token);
        var prefix = CommonLetters.PrefixOf(token);
        for (var length = JaroWinkler.ShortToken + 1; length <= NameText.LongestToken; length++)
        {
            var least = CommonLetters.Least(token.Length, length);
            if (least[4] == CommonLetters.Never)
                continue;
            for (var id = _firstOfLength[length]; id < _firstOfLength[length + 1]; id++)
            {
                var common = Math.Min(token.Length - BitOperations.PopCount(mask & ~_masks[id]), length - BitOperations.PopCount(_masks[id] & ~mask));
                // The lowest bit that differs lies in the first letter that does.
                var common4 = Math.Min(BitOperations.TrailingZeroCount(_prefixes[id] ^ prefix) / 16, 4);
                if (common < least[common4] || _isExact[id] || id == same)
                    continue;
                if (JaroWinkler.OfLetters(token, LettersOf(id)) is > 0 and var similarity)
                    found.AddSimilar(id, similarity);
            }
        }
    }

    private ReadOnlySpan<char> LettersOf(int id) => _letters.AsSpan(_starts[id], _starts[id + 1] - _starts[id]);

    private static bool IsExact(string token) => token.Length <= JaroWinkler.ShortToken || token.AsSpan().ContainsAnyInRange('0', '9');
}

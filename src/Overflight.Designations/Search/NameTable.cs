namespace Overflight.Designations.Search;

/// <summary>All names of all entries as tokens, those of natural persons last, each attribute in an array of its own.</summary>
internal sealed class NameTable
{
    private readonly int[] _starts;
    private readonly int[] _tokens;
    private readonly int[] _postingStarts;
    private readonly int[] _postings;
    private readonly ListedName[] _texts;

    public NameTable(IReadOnlyList<SearchableEntry> entries)
    {
        var names = new List<(int Entry, ListedName Name, List<string> Tokens)>();
        // Persons last, so that a search without them ends each list of names early.
        foreach (var individuals in new[] { false, true })
        {
            for (var entry = 0; entry < entries.Count; entry++)
            {
                if ((entries[entry].Entry.Type == EntryType.Individual) != individuals)
                    continue;
                var seen = new HashSet<string>(StringComparer.Ordinal);
                foreach (var name in entries[entry].Names)
                {
                    foreach (var tokens in NameText.FormsOf(name.Text, entries[entry].Entry.Type))
                    {
                        if (seen.Add(string.Join(' ', tokens)))
                            names.Add((entry, name, tokens));
                    }
                }
            }
            if (!individuals)
                CountWithoutIndividuals = names.Count;
        }
        Table = new(names.SelectMany(name => name.Tokens.Distinct()).CountBy(token => token), names.Count);
        _starts = new int[names.Count + 1];
        _tokens = new int[names.Sum(name => name.Tokens.Count)];
        EntryOf = new int[names.Count];
        SumOf = new int[names.Count];
        InverseSumOf = new float[names.Count];
        _texts = new ListedName[names.Count];
        var holders = new int[Table.Count];
        for (var name = 0; name < names.Count; name++)
        {
            (EntryOf[name], _texts[name], var tokens) = names[name];
            _starts[name + 1] = _starts[name] + tokens.Count;
            for (var i = 0; i < tokens.Count; i++)
            {
                var id = Table.IdOf(tokens[i]);
                _tokens[_starts[name] + i] = id;
                SumOf[name] += Table.Weights[id];
            }
            InverseSumOf[name] = 1f / SumOf[name];
            foreach (var id in TokensOf(name).ToArray().Distinct())
                holders[id]++;
        }
        _postingStarts = new int[Table.Count + 1];
        for (var id = 0; id < Table.Count; id++)
            _postingStarts[id + 1] = _postingStarts[id] + holders[id];
        _postings = new int[_postingStarts[^1]];
        var ends = _postingStarts.AsSpan(0, Table.Count).ToArray();
        for (var name = 0; name < names.Count; name++)
        {
            foreach (var id in TokensOf(name).ToArray().Distinct())
                _postings[ends[id]++] = name;
        }
    }

    public TokenTable Table { get; }

    public int Count => EntryOf.Length;

    /// <summary>Names below this number are of no natural person.</summary>
    public int CountWithoutIndividuals { get; }

    public int[] EntryOf { get; }

    /// <summary>The sum of the weights of a name's tokens.</summary>
    public int[] SumOf { get; }

    public float[] InverseSumOf { get; }

    public ListedName TextOf(int name) => _texts[name];

    public ReadOnlySpan<int> TokensOf(int name) => _tokens.AsSpan(_starts[name], _starts[name + 1] - _starts[name]);

    /// <summary>The names that have a token, in order.</summary>
    public ReadOnlySpan<int> NamesWith(int token) => _postings.AsSpan(_postingStarts[token], _postingStarts[token + 1] - _postingStarts[token]);
}

namespace Overflight.Designations.Search;

/// <summary>What one search works with; kept from search to search, so that none allocates for what it looks at.</summary>
internal sealed class SearchScratch(int tokens, int names)
{
    /// <summary>The best that a name can still be, while the query's tokens are gone through.</summary>
    public struct Bound
    {
        /// <summary>In hundred-thousandths, of all tokens so far.</summary>
        public float Sum;

        /// <summary>Of the token that is being gone through.</summary>
        public float Current;

        /// <summary>Which token of which search wrote here last.</summary>
        public int Stamp;
    }

    private readonly int[] _slotOfToken = new int[tokens];
    private readonly List<int> _tokens = [];
    private ushort[] _similarities = new ushort[256 * NameText.MostTokens];
    private int _row;

    public Bound[] Bounds { get; } = new Bound[names];

    public int[] Touched { get; } = new int[names];

    public int[] Ordered { get; } = new int[names];

    public int[] Bins { get; } = new int[NameScoring.Full / 1_000 + 2];

    public int TouchedCount { get; set; }

    /// <summary>Counts tokens of all searches; when it has run full the bounds are wiped.</summary>
    public int Stamp { get; set; }

    public List<(int Token, int Similarity)> Similar { get; } = [];

    public List<(int Score, int Entry, int Name)> Best { get; } = [];

    public void BeginRow(int row)
    {
        _row = row;
        Similar.Clear();
    }

    public void AddSimilar(int token, int similarity)
    {
        Similar.Add((token, similarity));
        var slot = _slotOfToken[token];
        if (slot == 0)
        {
            _tokens.Add(token);
            slot = _slotOfToken[token] = _tokens.Count;
            if ((slot + 1) * NameText.MostTokens > _similarities.Length)
                Array.Resize(ref _similarities, _similarities.Length * 2);
        }
        _similarities[slot * NameText.MostTokens + _row] = (ushort)similarity;
    }

    /// <summary>The similarities of a name's token to each of the query's; those of slot 0 are 0.</summary>
    public ReadOnlySpan<ushort> SimilaritiesOf(int token) => _similarities.AsSpan(_slotOfToken[token] * NameText.MostTokens, NameText.MostTokens);

    public void Clear()
    {
        foreach (var token in _tokens)
        {
            _similarities.AsSpan(_slotOfToken[token] * NameText.MostTokens, NameText.MostTokens).Clear();
            _slotOfToken[token] = 0;
        }
        _tokens.Clear();
        TouchedCount = 0;
        Best.Clear();
        if (Stamp > int.MaxValue - 2 * NameText.MostTokens)
        {
            Array.Clear(Bounds);
            Stamp = 0;
        }
    }
}

namespace Overflight.Designations.Search;

/// <summary>Scores names against one query.</summary>
internal readonly struct NameScorer
{
    /// <summary>What rounding may take from a bound, in hundred-thousandths.</summary>
    private const float Margin = 8;

    private readonly NameTable _names;
    private readonly SearchScratch _scratch;
    private readonly List<string> _tokens;
    private readonly int[] _weights;
    private readonly int _sum;

    public NameScorer(NameTable names, string query, SearchScratch scratch)
    {
        (_names, _scratch) = (names, scratch);
        _tokens = NameText.TokensOf(query);
        if (_tokens.Count == 0)
            throw new DesignationException("a name to search for has a letter or a digit", DesignationFault.Usage);
        _weights = new int[_tokens.Count];
        for (var i = 0; i < _weights.Length; i++)
            _sum += _weights[i] = names.Table.WeightOf(_tokens[i]);
    }

    /// <summary>
    /// Finds the similar tokens, and bounds every name below a number that has one: each query token can add at most what its best pair there is
    /// worth.
    /// </summary>
    public void GatherBounds(int nameLimit)
    {
        var bounds = _scratch.Bounds;
        var inverse = _names.InverseSumOf;
        var first = _scratch.Stamp + 1;
        for (var row = 0; row < _weights.Length; row++)
        {
            var stamp = ++_scratch.Stamp;
            _scratch.BeginRow(row);
            _names.Table.FindSimilar(_tokens[row], _scratch);
            foreach (var (token, similarity) in _scratch.Similar)
            {
                var fit = JaroWinkler.FitOf(similarity);
                var ofQuery = fit * ((float)NameScoring.QueryShare * _weights[row] / _sum);
                var ofName = fit * ((float)NameScoring.NameShare * _names.Table.Weights[token]);
                foreach (var name in _names.NamesWith(token))
                {
                    if (name >= nameLimit)
                        break;
                    var worth = ofQuery + ofName * inverse[name];
                    ref var bound = ref bounds[name];
                    if (bound.Stamp == stamp)
                    {
                        if (worth <= bound.Current)
                            continue;
                        bound.Sum += worth - bound.Current;
                    }
                    else
                    {
                        if (bound.Stamp < first)
                        {
                            bound.Sum = 0;
                            _scratch.Touched[_scratch.TouchedCount++] = name;
                        }
                        bound.Sum += worth;
                        bound.Stamp = stamp;
                    }
                    bound.Current = worth;
                }
            }
        }
    }

    /// <summary>Scores names, highest bound first, until none left can be among the best.</summary>
    public void ScoreBest(int most, int lowest)
    {
        var bins = _scratch.Bins;
        Array.Clear(bins);
        var touched = _scratch.Touched.AsSpan(0, _scratch.TouchedCount);
        foreach (var name in touched)
            bins[BinOf(_scratch.Bounds[name].Sum)]++;
        var end = 0;
        for (var bin = bins.Length - 1; bin >= 0; bin--)
        {
            end += bins[bin];
            bins[bin] = end - bins[bin];
        }
        foreach (var name in touched)
            _scratch.Ordered[bins[BinOf(_scratch.Bounds[name].Sum)]++] = name;
        var best = _scratch.Best;
        for (var i = 0; i < touched.Length; i++)
        {
            var name = _scratch.Ordered[i];
            var bar = best.Count == most ? Math.Max(best[^1].Score, lowest) : lowest;
            // All names of the same bin and below have bounds below the bin's end.
            if ((BinOf(_scratch.Bounds[name].Sum) + 1) * 1_000 < bar)
                break;
            if (_scratch.Bounds[name].Sum + Margin < bar)
                continue;
            var score = Score(name);
            if (score >= bar)
                Insert(score, name, most);
        }
    }

    /// <summary>The score of a name in hundred-thousandths.</summary>
    public int Score(int name)
    {
        Span<long> worth = stackalloc long[NameText.MostTokens * NameText.MostTokens];
        Span<int> columns = stackalloc int[NameText.MostTokens];
        var sum = Assign(name, worth, columns);
        return Math.Max(0, NameScoring.ScoreOf(sum, _sum, _names.SumOf[name]) - OrderCostOf(worth, _names.TokensOf(name).Length));
    }

    /// <summary>A name's score with what it is made of.</summary>
    public NameMatch Explain(int name, SearchableEntry entry)
    {
        Span<long> worth = stackalloc long[NameText.MostTokens * NameText.MostTokens];
        Span<int> columnOfRow = stackalloc int[NameText.MostTokens];
        var sum = Assign(name, worth, columnOfRow);
        var ids = _names.TokensOf(name);
        var cost = OrderCostOf(worth, ids.Length);
        var pairs = new List<TokenPair>();
        var notFound = new List<string>();
        var left = Enumerable.Range(0, ids.Length).ToList();
        for (var row = 0; row < _weights.Length; row++)
        {
            if (columnOfRow[row] is var column && column < 0)
            {
                notFound.Add(_tokens[row]);
                continue;
            }
            left.Remove(column);
            var similarity = _scratch.SimilaritiesOf(ids[column])[row];
            pairs.Add(new(_tokens[row], _names.Table.TextOf(ids[column]), similarity / (double)JaroWinkler.Same, NameScoring.ScoreOf(worth[row * ids.Length + column], _sum, _names.SumOf[name]) / (double)NameScoring.Full));
        }
        var leftOver = new List<string>();
        foreach (var column in left)
            leftOver.Add(_names.Table.TextOf(ids[column]));
        return new(entry, _names.TextOf(name), Math.Max(0, NameScoring.ScoreOf(sum, _sum, _names.SumOf[name]) - cost), pairs, notFound, leftOver, cost / (double)NameScoring.Full);
    }

    private static int BinOf(float sum) => Math.Min((int)sum / 1_000, NameScoring.Full / 1_000 + 1);

    private long Assign(int name, Span<long> worth, Span<int> columnOfRow)
    {
        var ids = _names.TokensOf(name);
        var sum = _names.SumOf[name];
        for (var column = 0; column < ids.Length; column++)
        {
            var similarities = _scratch.SimilaritiesOf(ids[column]);
            for (var row = 0; row < _weights.Length; row++)
                worth[row * ids.Length + column] = NameScoring.Worth(similarities[row], _weights[row], _names.Table.Weights[ids[column]], _sum, sum);
        }
        return TokenAssignment.Solve(worth, _weights.Length, ids.Length, columnOfRow);
    }

    private int OrderCostOf(ReadOnlySpan<long> worth, int columns)
    {
        var (found, reversed, before) = (0, 0, -1);
        for (var row = 0; row < _weights.Length; row++)
        {
            var (best, place) = (0L, -1);
            for (var column = 0; column < columns; column++)
            {
                if (worth[row * columns + column] > best)
                    (best, place) = (worth[row * columns + column], column);
            }
            if (place < 0)
                continue;
            if (found++ > 0 && place < before)
                reversed++;
            before = place;
        }
        return NameScoring.CostOf(reversed, found);
    }

    /// <summary>Keeps the best name of each entry, and the best entries: by score, then by their order.</summary>
    private void Insert(int score, int name, int most)
    {
        var best = _scratch.Best;
        var entry = _names.EntryOf[name];
        for (var i = 0; i < best.Count; i++)
        {
            if (best[i].Entry != entry)
                continue;
            if (score < best[i].Score || (score == best[i].Score && name > best[i].Name))
                return;
            best.RemoveAt(i);
            break;
        }
        var place = best.Count;
        while (place > 0 && (best[place - 1].Score < score || (best[place - 1].Score == score && best[place - 1].Entry > entry)))
            place--;
        best.Insert(place, (score, entry, name));
        if (best.Count > most)
            best.RemoveAt(most);
    }
}

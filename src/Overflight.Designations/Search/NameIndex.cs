using System.Collections.Concurrent;

namespace Overflight.Designations.Search;

/// <summary>
/// Finds entries by name. Every name is given an upper bound of its score from the tokens that it shares with the query or has like it; names are
/// scored in the order of their bounds until none left can be among the best. What comes out is what scoring every name would give.
/// </summary>
public sealed class NameIndex
{
    private readonly IReadOnlyList<SearchableEntry> _entries;
    private readonly NameTable _names;
    private readonly ConcurrentBag<SearchScratch> _scratches = [];

    /// <summary>An index over entries.</summary>
    /// <param name="entries">The entries; where two score the same, the first is told first.</param>
    public NameIndex(IReadOnlyList<SearchableEntry> entries)
    {
        ArgumentNullException.ThrowIfNull(entries);
        _entries = entries;
        _names = new(entries);
    }

    /// <summary>How many different names are in it.</summary>
    public int Count => _names.Count;

    /// <summary>The entries whose names fit best, best first. Safe to call from many threads.</summary>
    /// <param name="query">A name in any script.</param>
    /// <param name="options">How many, from which score on, and whether natural persons too.</param>
    /// <exception cref="DesignationException">The query has no letter and no digit.</exception>
    public IReadOnlyList<NameMatch> Search(string query, SearchOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(query);
        options ??= new();
        var scratch = _scratches.TryTake(out var used) ? used : new SearchScratch(_names.Table.Count, _names.Count);
        try
        {
            var scorer = new NameScorer(_names, query, scratch);
            scorer.GatherBounds(options.WithIndividuals ? _names.Count : _names.CountWithoutIndividuals);
            scorer.ScoreBest(options.Most, (int)Math.Ceiling(options.LowestScore * NameScoring.Full));
            var matches = new NameMatch[scratch.Best.Count];
            for (var i = 0; i < matches.Length; i++)
                matches[i] = scorer.Explain(scratch.Best[i].Name, _entries[scratch.Best[i].Entry]);
            return matches;
        }
        finally
        {
            scratch.Clear();
            _scratches.Add(scratch);
        }
    }

    /// <summary>How well the names of one entry fit, however badly.</summary>
    /// <param name="query">A name in any script.</param>
    /// <param name="entryId">The entry.</param>
    /// <returns>Its best name; null where the entry is not in the index.</returns>
    /// <exception cref="DesignationException">The query has no letter and no digit.</exception>
    public NameMatch? Score(string query, string entryId)
    {
        ArgumentNullException.ThrowIfNull(query);
        var scratch = new SearchScratch(_names.Table.Count, _names.Count);
        var scorer = new NameScorer(_names, query, scratch);
        scorer.GatherBounds(0);
        var (best, score) = (-1, -1);
        for (var name = 0; name < _names.Count; name++)
        {
            if (_entries[_names.EntryOf[name]].Entry.Id == entryId && scorer.Score(name) is var own && own > score)
                (best, score) = (name, own);
        }
        return best < 0 ? null : scorer.Explain(best, _entries[_names.EntryOf[best]]);
    }
}

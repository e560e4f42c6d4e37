namespace Overflight.Misb.Sight;

/// <summary>Keeps a bounded number of things spread evenly over all that came: where there are too many, every second is dropped, and from then on every second that comes.</summary>
/// <param name="most">How many are kept at most.</param>
internal sealed class Thinned<T>(int most)
{
    private readonly List<T> _kept = [];
    private int _every = 1;

    /// <summary>How many came.</summary>
    public long Seen { get; private set; }

    /// <summary>Those kept, in the order in which they came.</summary>
    public IReadOnlyList<T> Kept => _kept;

    /// <summary>Takes the next, which is made only if it is kept.</summary>
    public void Add(Func<T> make)
    {
        if (Seen++ % _every != 0)
            return;
        _kept.Add(make());
        if (_kept.Count < most)
            return;
        for (var i = 0; i < _kept.Count / 2; i++)
            _kept[i] = _kept[2 * i];
        _kept.RemoveRange(_kept.Count / 2, _kept.Count - _kept.Count / 2);
        _every *= 2;
    }
}

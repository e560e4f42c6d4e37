using Overflight.Airspace.Nearest;
using Overflight.Geodesy;

namespace Overflight.Airspace.Verdicts;

/// <summary>
/// Which of some boundary pieces hang together. Pieces that follow one another in the tree mostly share a corner, so runs
/// of them are found by comparing neighbours, and only where runs end are corners looked up.
/// </summary>
internal sealed class PieceChains
{
    private readonly List<int> _firstOfRun = [];
    private readonly List<int> _lastOfRun = [];
    private readonly int[] _parent;

    /// <param name="tree">The tree that holds the pieces.</param>
    /// <param name="slots">Their slots, ascending.</param>
    public PieceChains(PieceTree tree, List<int> slots)
    {
        foreach (var slot in slots)
        {
            if (_lastOfRun.Count > 0 && tree.Follows(slot, _lastOfRun[^1]))
                _lastOfRun[^1] = slot;
            else
            {
                _firstOfRun.Add(slot);
                _lastOfRun.Add(slot);
            }
        }
        _parent = Enumerable.Range(0, _firstOfRun.Count).ToArray();
        var corners = new Dictionary<GeoPoint, int>();
        for (var run = 0; run < _parent.Length; run++)
        {
            Join(corners, tree[_firstOfRun[run]].Start, run);
            Join(corners, tree[_lastOfRun[run]].End, run);
        }
        // A run may also end at a corner in the middle of another, where two rings touch.
        var at = 0;
        foreach (var slot in slots)
        {
            while (slot > _lastOfRun[at])
                at++;
            if (slot != _lastOfRun[at] && corners.TryGetValue(tree[slot].End, out var other))
                _parent[Root(at)] = Root(other);
        }
    }

    /// <summary>A number that the pieces of one chain share.</summary>
    public int ChainOf(int slot)
    {
        var run = _firstOfRun.BinarySearch(slot);
        return Root(run >= 0 ? run : ~run - 1);
    }

    private void Join(Dictionary<GeoPoint, int> corners, GeoPoint corner, int run)
    {
        if (corners.TryGetValue(corner, out var other))
            _parent[Root(run)] = Root(other);
        else
            corners.Add(corner, run);
    }

    private int Root(int run)
    {
        while (_parent[run] != run)
            run = _parent[run] = _parent[_parent[run]];
        return run;
    }
}

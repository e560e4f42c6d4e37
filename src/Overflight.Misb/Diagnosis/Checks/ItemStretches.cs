using Overflight.Misb.Sets;
using Overflight.Misb.Sets.St0902;

namespace Overflight.Misb.Diagnosis.Checks;

/// <summary>
/// Counts in which packets of ST 0601 the items of the minimum set are. Stretches of packets that are too many are joined by twos, so that
/// an item that comes seldom is not lost, as it would be if packets were left out.
/// </summary>
internal sealed class ItemStretches
{
    private const int Most = 128;

    private readonly List<(long Packets, long[] With)> _stretches = [];
    private long _each = 1;

    public IReadOnlyList<ItemStretch> Found => [.. _stretches.Select(s => new ItemStretch(s.Packets, [.. s.With]))];

    public void Take(IReadOnlyList<KlvNode> items)
    {
        if (_stretches.Count == 0 || _stretches[^1].Packets == _each)
            Open();
        var (packets, with) = _stretches[^1];
        _stretches[^1] = (packets + 1, with);
        var said = MinimumSet.SaidBy(items);
        for (var i = 0; i < with.Length; i++)
            with[i] += said >> i & 1;
    }

    private void Open()
    {
        if (_stretches.Count == Most)
        {
            for (var i = 0; i < Most / 2; i++)
            {
                var (first, second) = (_stretches[2 * i], _stretches[2 * i + 1]);
                _stretches[i] = (first.Packets + second.Packets, [.. first.With.Zip(second.With, (a, b) => a + b)]);
            }
            _stretches.RemoveRange(Most / 2, Most / 2);
            _each *= 2;
        }
        _stretches.Add((0, new long[MinimumSet.Items.Count]));
    }
}

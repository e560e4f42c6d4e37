using Overflight.Misb.Sight;

namespace Overflight.Misb.Diagnosis.Checks;

/// <summary>An item's stated values against those that follow from others, over a stream.</summary>
/// <param name="least">The part of packets that must be off for the item to count as wrong.</param>
/// <param name="fewest">How many must be.</param>
internal sealed class StatedAgainstComputed(double least, int fewest = 1)
{
    private readonly List<(double Stated, double Computed)> _off = [];
    private (long Offset, int? Pid)? _first;
    private int _compared;

    /// <summary>Whether enough packets are off.</summary>
    public bool IsWrong => _off.Count >= fewest && _off.Count >= least * _compared;

    /// <summary>Whether every stated value that is off is 0.</summary>
    public bool IsAlwaysZero => _off.TrueForAll(o => o.Stated == 0);

    /// <summary>The first pair that is off.</summary>
    public (double Stated, double Computed) First => _off[0];

    /// <summary>The stated value in the middle.</summary>
    public double MedianStated => Median.Of([.. _off.Select(o => o.Stated)]);

    /// <summary>The computed value in the middle, and the least and greatest.</summary>
    public (double Median, double Least, double Greatest) Computed => (Median.Of([.. _off.Select(o => o.Computed)]), _off.Min(o => o.Computed), _off.Max(o => o.Computed));

    /// <summary>How far off the item is in the middle case.</summary>
    public double MedianOff => Median.Of([.. _off.Select(o => Math.Abs(o.Computed - o.Stated))]);

    /// <summary>Takes a packet: what it states, what follows, and whether that is too far apart.</summary>
    public void Add(long offset, int? pid, double stated, double computed, bool isOff)
    {
        _compared++;
        if (!isOff)
            return;
        _off.Add((stated, computed));
        _first ??= (offset, pid);
    }

    /// <summary>The finding with where, how often and how far.</summary>
    public Finding Found(string id, FindingGrade grade, string title, string evidence, ulong tag, string effect, string unit) => new(id, grade, title, evidence)
    {
        Count = _off.Count,
        Of = _compared,
        FirstOffset = _first?.Offset,
        Pid = _first?.Pid,
        Tag = tag,
        Effect = effect,
        EffectSize = MedianOff,
        EffectUnit = unit,
    };
}

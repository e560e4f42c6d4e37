using Overflight.Misb.Sets;
using Overflight.Misb.Sets.St1010;

namespace Overflight.Misb.Sight;

/// <summary>Standard deviations and correlations that a packet of ST 0601 states of its own items (tag 102, MISB ST 1010).</summary>
public sealed class StatedDeviations
{
    private readonly Dictionary<ulong, (SdccPack Pack, int Index)> _members = [];

    private StatedDeviations()
    {
    }

    /// <summary>What a set states; null where it states nothing.</summary>
    public static StatedDeviations? Of(KlvSet set)
    {
        ArgumentNullException.ThrowIfNull(set);
        StatedDeviations? found = null;
        for (var i = 0; i < set.Count; i++)
            if (set[i].Uncertainties() is { StandardDeviations.Count: > 0 } pack)
            {
                found ??= new StatedDeviations();
                for (var member = 0; member < pack.Members.Count; member++)
                    if (pack.StandardDeviations[member] is >= 0 and < double.PositiveInfinity)
                        found._members[pack.Members[member]] = (pack, member);
            }
        return found is { _members.Count: > 0 } ? found : null;
    }

    /// <summary>The standard deviation of an item in its unit; NaN where none is stated.</summary>
    public double Of(ulong tag) => _members.TryGetValue(tag, out var m) ? m.Pack.StandardDeviations[m.Index] : double.NaN;

    /// <summary>The correlation of two items; 0 where none is stated.</summary>
    public double Correlation(ulong a, ulong b)
    {
        if (a == b)
            return 1;
        if (!_members.TryGetValue(a, out var first) || !_members.TryGetValue(b, out var second) || first.Pack != second.Pack)
            return 0;
        var correlation = first.Pack.Correlation(first.Index, second.Index);
        return double.IsNaN(correlation) ? 0 : correlation;
    }
}

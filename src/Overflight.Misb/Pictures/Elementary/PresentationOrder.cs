namespace Overflight.Misb.Pictures.Elementary;

/// <summary>Times of pictures that come at an even rate, by their order of presentation.</summary>
internal static class PresentationOrder
{
    /// <summary>The places of the units in the order of presentation, from 0; null where two of a sequence have one place.</summary>
    public static int[]? Of(IReadOnlyList<AccessUnit> units)
    {
        var sorted = Enumerable.Range(0, units.Count).ToArray();
        Array.Sort(sorted, (a, b) => (units[a].Sequence, units[a].Order, a).CompareTo((units[b].Sequence, units[b].Order, b)));
        var places = new int[units.Count];
        for (var place = 0; place < sorted.Length; place++)
        {
            if (place > 0 && units[sorted[place]] is var unit && units[sorted[place - 1]] is var before && unit.Sequence == before.Sequence && unit.Order == before.Order)
                return null;
            places[sorted[place]] = place;
        }
        return places;
    }

    /// <summary>How many pictures a picture is at most decoded after its turn: so much later all are presented.</summary>
    public static int DelayOf(int[] places)
    {
        var delay = 0;
        for (var i = 0; i < places.Length; i++)
            delay = Math.Max(delay, i - places[i]);
        return delay;
    }
}

using Overflight.Tracks.Preparing;

namespace Overflight.Patterns.Reach;

/// <summary>
/// Takes from heights what no aircraft flew: where they jump, the likely height is the one held for most of the two minutes around, and
/// what was said only widens the bounds. One wrong altitude would otherwise be the farthest view of the whole flight.
/// </summary>
internal static class HeldHeights
{
    // 7,000 ft/min; nothing that watches for hours climbs so.
    private const double FastestMetresPerSecond = 35;
    private const double SlackMetres = 100;
    private const double WindowSeconds = 60;
    private const double DoubtMetres = 250;
    private const int LeastFixes = 5;

    public static void Correct(PreparedFlight flight, Span<EyeHeight> heights)
    {
        List<int>? jumps = null;
        var before = -1;
        for (var i = 0; i < heights.Length; i++)
        {
            if (heights[i].Origin == AltitudeOrigin.None)
                continue;
            if (before >= 0 && Math.Abs(heights[i].Metres.Likely - heights[before].Metres.Likely) > FastestMetresPerSecond * flight.TimeAt(i).SecondsSince(flight.TimeAt(before)) + SlackMetres)
                (jumps ??= []).Add(i);
            before = i;
        }
        if (jumps is null)
            return;
        var said = heights.ToArray();
        var window = new List<double>();
        foreach (var jump in jumps)
        {
            var (from, to) = (jump, jump);
            while (from > 0 && flight.TimeAt(jump).SecondsSince(flight.TimeAt(from - 1)) <= 2 * WindowSeconds)
                from--;
            while (to + 1 < said.Length && flight.TimeAt(to + 1).SecondsSince(flight.TimeAt(jump)) <= 2 * WindowSeconds)
                to++;
            for (var i = from; i <= to; i++)
                if (said[i].Origin != AltitudeOrigin.None && Held(flight, said, i, window) is var held && Math.Abs(held - said[i].Metres.Likely) > DoubtMetres)
                    heights[i] = Moved(said[i], held);
        }
    }

    private static double Held(PreparedFlight flight, EyeHeight[] said, int fix, List<double> window)
    {
        window.Clear();
        for (var i = fix; i >= 0 && flight.TimeAt(fix).SecondsSince(flight.TimeAt(i)) <= WindowSeconds; i--)
            Add(i);
        for (var i = fix + 1; i < said.Length && flight.TimeAt(i).SecondsSince(flight.TimeAt(fix)) <= WindowSeconds; i++)
            Add(i);
        if (window.Count < LeastFixes)
            return said[fix].Metres.Likely;
        window.Sort();
        return window[window.Count / 2];

        void Add(int i)
        {
            if (said[i].Origin != AltitudeOrigin.None)
                window.Add(said[i].Metres.Likely);
        }
    }

    private static EyeHeight Moved(in EyeHeight said, double held)
    {
        var (metres, by) = (said.Metres, held - said.Metres.Likely);
        return said with { Metres = new Estimate(Math.Max(0, Math.Min(metres.Lower, metres.Lower + by)), held, Math.Max(metres.Upper, metres.Upper + by)) };
    }
}

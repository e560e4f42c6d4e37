namespace Overflight.Scenery.Ground;

/// <summary>Towns at junctions of paved roads. Not safe for use by several threads at once.</summary>
internal sealed class Settlements(uint seed, Relief relief, RoadNetwork roads)
{
    private const int MostKnown = 4096;
    private readonly Dictionary<(int, int), Settlement?> _known = [];

    /// <summary>Adds the towns that touch a box.</summary>
    public void Collect(double west, double south, double east, double north, List<Settlement> towns)
    {
        const double Spacing = RoadNetwork.PavedUnits;
        if (_known.Count > MostKnown)
            _known.Clear();
        for (var j = (int)Math.Floor((south - Settlement.GreatestRadius) / Spacing); j <= (int)Math.Floor((north + Settlement.GreatestRadius) / Spacing); j++)
            for (var i = (int)Math.Floor((west - Settlement.GreatestRadius) / Spacing); i <= (int)Math.Floor((east + Settlement.GreatestRadius) / Spacing); i++)
            {
                if (!_known.TryGetValue((i, j), out var town))
                    _known[(i, j)] = town = Make(i, j);
                if (town is not null && town.X + town.Radius > west && town.X - town.Radius < east && town.Y + town.Radius > south && town.Y - town.Radius < north)
                    towns.Add(town);
            }
    }

    private Settlement? Make(int i, int j)
    {
        var bits = Noise.Bits(i, j, seed + 101);
        var (x, y) = roads.Junction(i, j);
        var shore = relief.Shore(x, y);
        // By the sea people settle more.
        if (bits % 100 >= (shore < 4_000 ? 80 : 45) || shore < 250 || relief.Massif(x, y, shore) > 0.25f)
            return null;
        return new Settlement(bits, x, y, 260 + 640 * ((bits >> 8 & 255) / 255.0) * ((bits >> 16 & 255) / 255.0) + (shore < 4_000 ? 200 : 0), seed + 103);
    }
}

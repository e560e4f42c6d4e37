using System.Runtime.InteropServices;

namespace Overflight.Airspace.Compiling;

/// <summary>
/// All rings of all claims as edges, each kept once with the claims that change across it. An edge that one claim's
/// rings hold twice is inside that claim (even-odd rule) and vanishes; so lost holes and split parts repair themselves.
/// Edges along ±180° and along the data's southern end are seams of the drawing, not borders, and are left out.
/// </summary>
internal sealed class EdgeSoup
{
    private const int SeamLongitude = 1_800_000_000;
    private readonly Dictionary<(ulong, ulong), int> _indexByEnds = [];
    private readonly List<Edge> _edges = [];

    public readonly record struct Edge(int LongitudeA, int LatitudeA, int LongitudeB, int LatitudeB, int ClaimSet);

    public ClaimSets ClaimSets { get; } = new();

    public List<string> Claims { get; } = [];

    /// <summary>Latitude at or below which an edge is the data's southern end, in 1e-7 degrees.</summary>
    public int SouthernEnd { get; init; } = -850_499_000;

    /// <summary>Edges left out as seams.</summary>
    public int SeamEdges { get; private set; }

    /// <summary>Rings that closed by less than three corners and bound nothing.</summary>
    public int DegenerateRings { get; private set; }

    public ReadOnlySpan<Edge> Edges => CollectionsMarshal.AsSpan(_edges);

    public ushort AddClaim(string name)
    {
        var index = Claims.IndexOf(name);
        if (index < 0)
        {
            index = Claims.Count;
            Claims.Add(name);
        }
        return (ushort)index;
    }

    /// <summary>Adds a ring given in 1e-7 degrees; the last corner may repeat the first.</summary>
    public void AddRing(ushort claim, ReadOnlySpan<(int Longitude, int Latitude)> ring)
    {
        if (ring.Length > 1 && ring[0] == ring[^1])
            ring = ring[..^1];
        if (ring.Length < 3)
        {
            DegenerateRings++;
            return;
        }
        var set = ClaimSets.IdOf([claim]);
        for (var i = 0; i < ring.Length; i++)
        {
            var a = ring[i];
            var b = ring[i + 1 == ring.Length ? 0 : i + 1];
            if (a == b)
                continue;
            if (IsSeam(a, b))
                SeamEdges++;
            else
                Toggle(a, b, set);
        }
    }

    /// <summary>Adds one edge, or changes the claims of the one already there.</summary>
    public void Toggle((int Longitude, int Latitude) a, (int Longitude, int Latitude) b, int claimSet)
    {
        var keyA = Key(a);
        var keyB = Key(b);
        var key = keyA < keyB ? (keyA, keyB) : (keyB, keyA);
        ref var index = ref CollectionsMarshal.GetValueRefOrAddDefault(_indexByEnds, key, out var exists);
        if (!exists)
        {
            index = _edges.Count;
            _edges.Add(new Edge(a.Longitude, a.Latitude, b.Longitude, b.Latitude, claimSet));
            return;
        }
        ref var edge = ref CollectionsMarshal.AsSpan(_edges)[index];
        edge = edge with { ClaimSet = ClaimSets.Xor(edge.ClaimSet, claimSet) };
    }

    private bool IsSeam((int Longitude, int Latitude) a, (int Longitude, int Latitude) b) =>
        (Math.Abs(a.Longitude) == SeamLongitude && a.Longitude == b.Longitude)
        || (a.Latitude <= SouthernEnd && b.Latitude <= SouthernEnd);

    private static ulong Key((int Longitude, int Latitude) corner) =>
        ((ulong)(uint)corner.Longitude << 32) | (uint)corner.Latitude;
}

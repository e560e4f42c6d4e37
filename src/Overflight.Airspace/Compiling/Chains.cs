using Overflight.Airspace.Pack;

namespace Overflight.Airspace.Compiling;

/// <summary>Edges laid end to end: edge i joins vertices i and i + 1 and bears <see cref="Attribute"/>[i], 0 where a chain ends.</summary>
internal sealed class Chains
{
    public List<int> Longitude { get; } = [];

    public List<int> Latitude { get; } = [];

    public List<ushort> Attribute { get; } = [];

    /// <summary>The distinct attributes; number 0 is "no edge".</summary>
    public List<EdgeAttributes> Attributes { get; } = [default];

    public int VertexCount => Longitude.Count;

    /// <summary>Lays a soup's edges end to end in the order they came, with each edge's tag asked of a function.</summary>
    public static Chains From(EdgeSoup soup, Func<EdgeSoup.Edge, EdgeAttributes> tag)
    {
        var chains = new Chains();
        var idByAttributes = new Dictionary<EdgeAttributes, ushort>();
        foreach (var edge in soup.Edges)
        {
            if (edge.ClaimSet == 0)
                continue;
            var attributes = tag(edge);
            if (!idByAttributes.TryGetValue(attributes, out var id))
            {
                id = checked((ushort)chains.Attributes.Count);
                chains.Attributes.Add(attributes);
                idByAttributes.Add(attributes, id);
            }
            var last = chains.VertexCount - 1;
            if (last < 0 || chains.Longitude[last] != edge.LongitudeA || chains.Latitude[last] != edge.LatitudeA)
            {
                chains.AddVertex(edge.LongitudeA, edge.LatitudeA);
                last++;
            }
            chains.Attribute[last] = id;
            chains.AddVertex(edge.LongitudeB, edge.LatitudeB);
        }
        if (chains.VertexCount >= PackFormat.MostVertices)
            throw new InvalidDataException($"{chains.VertexCount} vertices are more than a pack can hold ({PackFormat.MostVertices})");
        return chains;
    }

    private void AddVertex(int longitude, int latitude)
    {
        Longitude.Add(longitude);
        Latitude.Add(latitude);
        Attribute.Add(0);
    }
}

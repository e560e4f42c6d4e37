using NetTopologySuite.Algorithm.Locate;
using NetTopologySuite.Geometries;
using NetTopologySuite.Index.Strtree;

namespace Overflight.Benchmarks;

/// <summary>NetTopologySuite: an STRtree of polygons and an indexed locator for each.</summary>
internal sealed class NtsPeer
{
    private readonly STRtree<(int Claim, IndexedPointInAreaLocator Locator)> _tree = new();
    private readonly List<(int Claim, bool IsOnEdge)> _hits = [];

    public NtsPeer(List<SourcePolygon> polygons)
    {
        var factory = new GeometryFactory();
        foreach (var polygon in polygons)
        {
            var rings = polygon.Rings.Select(r => factory.CreateLinearRing(Enumerable.Range(0, r.Length / 2).Select(i => new Coordinate(r[2 * i], r[2 * i + 1])).ToArray())).ToArray();
            var area = factory.CreatePolygon(rings[0], rings[1..]);
            _tree.Insert(area.EnvelopeInternal, (polygon.Claim, new IndexedPointInAreaLocator(area)));
        }
        _tree.Build();
    }

    public uint Locate(double latitude, double longitude)
    {
        _hits.Clear();
        var point = new Coordinate(longitude, latitude);
        foreach (var (claim, locator) in _tree.Query(new Envelope(point)))
            if (locator.Locate(point) is var where && where != Location.Exterior)
                _hits.Add((claim, where == Location.Boundary));
        return Answer.Of(_hits);
    }
}

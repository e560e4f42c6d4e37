using NetTopologySuite.Geometries;
using NetTopologySuite.Operation.OverlayNG;
using Overflight.Geodesy;
using Overflight.Tracks;

namespace Overflight.Dossiers.Footprints;

/// <summary>
/// Unites footprints as they come. Pictures follow one another closely, so they are united in batches, and batches in a tree: the cost
/// grows with the number of pictures, not its square. A new plane begins where the pictures have moved too far from its middle.
/// </summary>
public sealed class SwathBuilder
{
    private const int BatchSize = 64;
    private const double PlaneMetres = 500_000;

    // Rings that NTS cannot unite as they are it unites on a grid; this is far below what a footprint is good for.
    private const double GridPerMetre = 1_000;

    private readonly List<SwathArea> _done = [];
    private readonly List<Polygon> _batch = [];
    private readonly List<(Geometry Area, int Weight)> _united = [];
    private SwathPlane? _plane;
    private GeoPoint _middle;
    private UtcInstant? _start;
    private UtcInstant? _end;
    private int _frames;

    /// <summary>Takes a frame; those without an outline say nothing.</summary>
    public void Add(FootprintFrame frame)
    {
        ArgumentNullException.ThrowIfNull(frame);
        var outline = frame.Footprint.Outline;
        if (outline.Count < 3)
            return;
        _frames++;
        if (frame.Time is { } time)
            (_start, _end) = (_start is { } start && start <= time ? start : time, _end is { } end && end >= time ? end : time);
        if (_plane is null || Geodesic.DistanceMetres(_middle, outline[0]) > PlaneMetres)
        {
            CloseUp();
            (_middle, _plane) = (outline[0], new SwathPlane(outline[0]));
        }
        var ring = outline.Append(outline[0]).Select(_plane.On).ToArray();
        _batch.Add(new Polygon(new LinearRing(ring)));
        if (_batch.Count == BatchSize)
            Unite();
    }

    /// <summary>The swath of what was taken, and a fresh start; null where nothing was.</summary>
    public Swath? Take()
    {
        if (_frames == 0)
            return null;
        CloseUp();
        var swath = new Swath(_start, _end, _frames, [.. _done]);
        _done.Clear();
        (_plane, _start, _end, _frames) = (null, null, null, 0);
        return swath;
    }

    private void Unite()
    {
        if (_batch.Count == 0)
            return;
        _united.Add((Union(_batch), 1));
        _batch.Clear();
        while (_united.Count > 1 && _united[^1].Weight == _united[^2].Weight)
        {
            var pair = (Union([_united[^2].Area, _united[^1].Area]), 2 * _united[^1].Weight);
            _united.RemoveRange(_united.Count - 2, 2);
            _united.Add(pair);
        }
    }

    private void CloseUp()
    {
        Unite();
        if (_united.Count == 0)
            return;
        var whole = Union(_united.Select(u => u.Area));
        _united.Clear();
        for (var i = 0; i < whole.NumGeometries; i++)
            if (whole.GetGeometryN(i) is Polygon { IsEmpty: false } polygon)
                _done.Add(new SwathArea(Ring(polygon.ExteriorRing, true), [.. polygon.InteriorRings.Select(r => Ring(r, false))]));
    }

    private static Geometry Union(IEnumerable<Geometry> areas)
    {
        var all = new GeometryCollection([.. areas]);
        try
        {
            return OverlayNGRobust.Union((Geometry)all);
        }
        catch (TopologyException)
        {
            return UnaryUnionNG.Union((Geometry)all, new PrecisionModel(GridPerMetre));
        }
    }

    private List<GeoPoint> Ring(LineString ring, bool isOuter)
    {
        var points = ring.Coordinates.SkipLast(1).Select(c => _plane!.Off(c)).ToList();
        if (points.Count >= 3 && new GeodesicPolygon(points).SignedAreaSquareMetres > 0 != isOuter)
            points.Reverse();
        return points;
    }
}

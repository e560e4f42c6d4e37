using Overflight.Geodesy.Karney;

namespace Overflight.Geodesy;

/// <summary>
/// A ring of geodesic edges on WGS-84 that does not cross itself. Its inside is the smaller of the two parts into which it
/// cuts the earth; it may hold a pole or span ±180.
/// </summary>
public sealed class GeodesicPolygon
{
    private readonly GeoPoint[] _vertices;

    /// <summary>The ring through these places, at least three; repeating the first at the end is allowed.</summary>
    public GeodesicPolygon(IEnumerable<GeoPoint> vertices)
    {
        ArgumentNullException.ThrowIfNull(vertices);
        var ring = vertices.Select(v => v.Normalised()).ToList();
        if (ring.Count > 1 && ring[^1] == ring[0])
            ring.RemoveAt(ring.Count - 1);
        if (ring.Count < 3)
            throw new ArgumentException("A polygon needs three vertices.", nameof(vertices));
        if (ring.Find(v => !v.IsValid) is { IsValid: false } wrong)
            throw new ArgumentException($"Not a place: {wrong}.", nameof(vertices));
        _vertices = [.. ring];
        (SignedAreaSquareMetres, PerimeterMetres, NorthPoleInside) = Measure(_vertices);
    }

    /// <summary>The vertices, longitude in [−180, 180), not closed.</summary>
    public IReadOnlyList<GeoPoint> Vertices => _vertices;

    /// <summary>Area of the inside: positive where the ring runs counter-clockwise round it. About 0.1 m² an edge at worst (Karney 2013, section 6).</summary>
    public double SignedAreaSquareMetres { get; }

    /// <summary>Area of the inside in square metres.</summary>
    public double AreaSquareMetres => Math.Abs(SignedAreaSquareMetres);

    /// <summary>Length of the ring in metres.</summary>
    public double PerimeterMetres { get; }

    private bool NorthPoleInside { get; }

    /// <summary>
    /// Whether a place is inside, by the parity of edges between it and the north pole along its meridian. Places within
    /// about 20 nm of an edge may go either way. Cost: linear in the vertices, with geodesics only for edges that span the
    /// place's meridian.
    /// </summary>
    public bool Contains(GeoPoint place)
    {
        place = place.Normalised();
        var inside = NorthPoleInside;
        for (var i = 0; i < _vertices.Length; i++)
        {
            var a = _vertices[i];
            var b = _vertices[i + 1 == _vertices.Length ? 0 : i + 1];
            if (MeridianCrossing.Spans(a, b, place.LongitudeDegrees) && MeridianCrossing.IsNorthOf(a, b, place))
                inside = !inside;
        }
        return inside;
    }

    private static (double Area, double Perimeter, bool NorthPoleInside) Measure(GeoPoint[] ring)
    {
        double area = 0, perimeter = 0, eastward = 0;
        var aroundPole = false;
        for (var i = 0; i < ring.Length; i++)
        {
            var a = ring[i];
            var b = ring[i + 1 == ring.Length ? 0 : i + 1];
            var (edge, length) = EdgeArea.Of(a, b);
            area -= edge;
            perimeter += length;
            aroundPole ^= MeridianCrossing.CrossesSeam(a, b);
            eastward += Math.IEEERemainder(b.LongitudeDegrees - a.LongitudeDegrees, 360);
        }
        var hemisphere = 2 * Math.PI * EdgeArea.AuthalicSquared;
        if (aroundPole)
        {
            // The edges measure a band from the equator; the cap is what the band leaves of its hemisphere.
            area += area < 0 ? hemisphere : -hemisphere;
            return (area, perimeter, eastward > 0 == area > 0);
        }
        // The part without the poles may be the greater one.
        if (Math.Abs(area) > hemisphere)
            return (area - Math.CopySign(2 * hemisphere, area), perimeter, true);
        return (area, perimeter, false);
    }
}

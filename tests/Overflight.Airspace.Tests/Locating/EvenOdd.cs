using Overflight.Airspace.Pack;
using Overflight.Airspace.Tests.Shapes;

namespace Overflight.Airspace.Tests.Locating;

/// <summary>
/// The oracle: for each claim, the rings as they were given, even-odd by a ray to the east, in rational arithmetic;
/// and edges that an odd number of the claim's rings share are in it.
/// </summary>
internal sealed class EvenOdd
{
    private readonly List<((double X, double Y) A, (double X, double Y) B)>[] _edges;

    public EvenOdd(Soup soup)
    {
        _edges = new List<((double, double), (double, double))>[soup.Rings.Max(r => r.Claim) + 1];
        for (var claim = 0; claim < _edges.Length; claim++)
            _edges[claim] = [];
        foreach (var (claim, ring) in soup.Rings)
            for (var i = 0; i < ring.Length; i++)
                _edges[claim].Add((Degrees(ring[i]), Degrees(ring[(i + 1) % ring.Length])));
    }

    public IEnumerable<(double X, double Y)> Corners => _edges.SelectMany(e => e).Select(e => e.A);

    public IReadOnlyList<((double X, double Y) A, (double X, double Y) B)> Edges => _edges.SelectMany(e => e).ToArray();

    public ushort[] Locate(double latitude, double longitude)
    {
        var claims = new List<ushort>();
        for (var claim = 0; claim < _edges.Length; claim++)
            if (Holds(_edges[claim], (longitude, latitude)) || (Math.Abs(longitude) == 180 && Holds(_edges[claim], (-longitude, latitude))))
                claims.Add((ushort)claim);
        return [.. claims];
    }

    private static bool Holds(List<((double X, double Y) A, (double X, double Y) B)> edges, (double X, double Y) p)
    {
        var odd = edges.GroupBy(e => (e.A.X, e.A.Y).CompareTo((e.B.X, e.B.Y)) < 0 ? (e.A, e.B) : (e.B, e.A)).Where(g => g.Count() % 2 == 1).Select(g => g.Key);
        var inside = false;
        foreach (var (a, b) in odd)
        {
            if (IsOn(a, b, p))
                return true;
            var (low, high) = a.Y < b.Y ? (a, b) : (b, a);
            if (low.Y <= p.Y && p.Y < high.Y && Rational.Side(low, high, p) > 0)
                inside = !inside;
        }
        return inside;
    }

    private static bool IsOn((double X, double Y) a, (double X, double Y) b, (double X, double Y) p) =>
        p.X >= Math.Min(a.X, b.X) && p.X <= Math.Max(a.X, b.X) && p.Y >= Math.Min(a.Y, b.Y) && p.Y <= Math.Max(a.Y, b.Y) && Rational.Side(a, b, p) == 0;

    private static (double, double) Degrees((int Longitude, int Latitude) corner) =>
        (corner.Longitude / PackFormat.UnitsPerDegree, corner.Latitude / PackFormat.UnitsPerDegree);
}

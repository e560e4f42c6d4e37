using Overflight.Airspace.Tests.Shapes;
using Overflight.Geodesy;

namespace Overflight.Airspace.Tests.Safety;

/// <summary>
/// A region as mapped and as it may truly be: every corner of the map moved by no more than the stated uncertainty.
/// Longitudes are unwrapped, so that a region across ±180 is one piece; the judge gets it cut there.
/// </summary>
internal sealed class MovableRegion
{
    private const double Turn = 360;
    private readonly List<(double X, double Y)[]> _rings;

    private MovableRegion(List<(double X, double Y)[]> rings, double uncertainty)
    {
        _rings = rings;
        Uncertainty = (float)uncertainty;
        Mapped = Compile();
        MappedRings = Truth = new TrueRegion(_rings);
    }

    public double Uncertainty { get; }

    public AirspaceRegion Mapped { get; }

    public TrueRegion MappedRings { get; }

    /// <summary>The region where it is mapped, or moved.</summary>
    public TrueRegion Truth { get; private set; }

    public static MovableRegion Random(Random random)
    {
        var rings = new List<(double X, double Y)[]>();
        var size = Math.Pow(10, 3 + 2.7 * random.NextDouble());
        var (x, y) = (random.NextDouble() * Turn - 180, RandomLatitude(random));
        if (random.Next(5) == 0)
            x = 180 + (random.NextDouble() - 0.5) * 2 * size / 111_000 / Math.Cos(double.DegreesToRadians(y));
        // So that nothing reaches the pole, and no ring is wider than the map.
        size = Math.Min(size, 0.35 * (90 - Math.Abs(y)) * 111_000);
        var uncertainty = random.Next(4) switch { 0 => 0, 1 => 25, 2 => 0.02 * size, _ => Math.Min(5_000, 0.2 * size * random.NextDouble()) };
        rings.Add(RandomRing.Of(random, x, y, size));
        if (random.Next(3) == 0)
            rings.Add(RandomRing.Of(random, x, y, size * 0.3));
        if (random.Next(3) == 0)
            rings.Add(RandomRing.Of(random, x + 0.4 * size / 111_000, y, size * 0.4));
        return new MovableRegion(rings, uncertainty);
    }

    public static MovableRegion Of(double uncertainty, params (double X, double Y)[][] rings) => new([.. rings], uncertainty);

    /// <summary>Moves every corner of the truth, by up to the uncertainty, evenly or each on its own.</summary>
    public void Move(Random random)
    {
        var moved = new List<(double X, double Y)[]>();
        var common = random.NextDouble() * Turn;
        var isCommon = random.Next(2) == 0;
        foreach (var ring in _rings)
        {
            var widest = ring.Max(corner => Math.Cos(double.DegreesToRadians(corner.Y)));
            moved.Add(ring.Select(corner =>
            {
                // A middle moves by the mean of its ends' degrees, and a degree of longitude is longer there than at the end nearer
                // the pole: the mean of 1/cos is more than the 1/cos of the mean. So ends move by no more than the ring's widest
                // parallel allows.
                var metres = 0.98 * Math.Cos(double.DegreesToRadians(corner.Y)) / widest * Uncertainty * (random.Next(2) == 0 ? 1 : random.NextDouble());
                var place = Geodesic.Direct(new GeoPoint(corner.Y, corner.X).Normalised(), isCommon ? common : random.NextDouble() * Turn, metres);
                return (TrueRegion.Near(place.LongitudeDegrees, corner.X), place.LatitudeDegrees);
            }).ToArray());
        }
        Truth = new TrueRegion(Uncertainty == 0 ? _rings : moved);
    }

    private static double RandomLatitude(Random random) => random.Next(6) switch
    {
        0 => 70 + 18 * random.NextDouble(),
        1 => -(70 + 9 * random.NextDouble()),
        _ => 140 * random.NextDouble() - 70,
    };

    private AirspaceRegion Compile()
    {
        var soup = new Soup();
        foreach (var ring in _rings)
            for (var i = 0; i < ring.Length; i++)
                AddEdge(soup, ring[i], ring[(i + 1) % ring.Length]);
        return soup.Region(Uncertainty);
    }

    private static void AddEdge(Soup soup, (double X, double Y) a, (double X, double Y) b)
    {
        foreach (var seam in (ReadOnlySpan<double>)[-180, 180])
        {
            if (a.X < seam == b.X < seam)
                continue;
            var y = a.Y + (b.Y - a.Y) * ((seam - a.X) / (b.X - a.X));
            AddPart(soup, a, (seam, y));
            AddPart(soup, (seam, y), b);
            return;
        }
        AddPart(soup, a, b);
    }

    private static void AddPart(Soup soup, (double X, double Y) a, (double X, double Y) b)
    {
        var middle = 0.5 * (a.X + b.X);
        var shift = middle > 180 ? -Turn : middle < -180 ? Turn : 0;
        var (from, to) = ((Soup.Units(a.X + shift), Soup.Units(a.Y)), (Soup.Units(b.X + shift), Soup.Units(b.Y)));
        if (from != to)
            soup.AddEdge("A", from, to);
    }
}

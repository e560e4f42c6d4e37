namespace Overflight.Geodesy.Terrain;

/// <summary>
/// Follows a ray over terrain. A step goes about half a sample; within it the ray is cut where it passes from cell to cell, and in a cell its
/// height above the bilinear surface is close to a parabola, whose first root is sought.
/// </summary>
internal sealed class RayMarch(TerrainFolder terrain, RayLine line, SampledUndulation undulation, double greatestTerrainMetres)
{
    private const double WantedSamples = 0.7;
    private const double MostSamples = 1.5;
    private const double LeastStepMetres = 0.01;
    private const double GreatestStepMetres = 2_000;
    private const double FirstStepMetres = 1;

    // Beside another grid or what is not known, the edge is sought to this.
    private const double EdgeMetres = 0.002;

    /// <summary>Follows the ray to a range.</summary>
    public TerrainRayResult Run(double greatestRange)
    {
        var start = Start();
        if (!(start <= greatestRange))
            return Ended(TerrainRayOutcome.Left, At(Math.Max(0, Math.Min(greatestRange, start))), false);
        var from = At(start);
        if (!from.IsKnown)
            return Ended(TerrainRayOutcome.Unknown, from, false);
        var isBelow = from.AboveMetres < 0;
        var search = new RayCrossing(this, isBelow);
        if (from.AboveMetres == 0)
            return Ended(TerrainRayOutcome.Met, from, false);
        for (var step = FirstStepMetres; ;)
        {
            if (from.HeightMetres > greatestTerrainMetres && line.Rise(from.Place) > 0)
                return Ended(TerrainRayOutcome.Left, from, isBelow);
            if (from.RangeMetres >= greatestRange)
                return Ended(TerrainRayOutcome.Left, from, isBelow);
            var to = At(Math.Min(greatestRange, from.RangeMetres + step));
            if (Cross(from, to, search) is { } end)
                return Ended(end.IsKnown ? TerrainRayOutcome.Met : TerrainRayOutcome.Unknown, end, isBelow);
            step = Step(from, to);
            from = to;
        }
    }

    /// <summary>The point at a range, and the terrain there.</summary>
    public RayPoint At(double range)
    {
        var (place, height) = line.At(range);
        var isKnown = terrain.TrySample(place, out var sample);
        return new RayPoint(range, place, height, sample, isKnown ? undulation.At(place) : 0);
    }

    /// <summary>Where, after a point that is known, what is not known begins.</summary>
    public RayPoint Edge(RayPoint known, RayPoint unknown)
    {
        while (unknown.RangeMetres - known.RangeMetres > EdgeMetres)
        {
            var middle = At(0.5 * (known.RangeMetres + unknown.RangeMetres));
            if (middle.IsKnown)
                known = middle;
            else
                unknown = middle;
        }
        return unknown;
    }

    /// <summary>From above all terrain the ray begins where it comes down to it; infinity where it never does.</summary>
    private double Start()
    {
        if (!(line.At(0).HeightMetres > greatestTerrainMetres))
            return 0;
        return Ellipsoid.RayIntersection(line.Origin, line.Direction, greatestTerrainMetres) is var (_, range) ? Math.Max(0, range) : double.PositiveInfinity;
    }

    private static double Step(RayPoint from, RayPoint to)
    {
        var length = to.RangeMetres - from.RangeMetres;
        if (from.Sample.Grid != to.Sample.Grid)
            return Math.Max(LeastStepMetres, 0.5 * length);
        var samples = Math.Max(Math.Abs(to.Sample.Column - from.Sample.Column), Math.Abs(to.Sample.Row - from.Sample.Row));
        return Math.Clamp(length * Math.Min(4, WantedSamples / Math.Max(1e-9, samples)), LeastStepMetres, GreatestStepMetres);
    }

    /// <summary>The first point of a stretch that meets the surface or is not known; null where there is none.</summary>
    private RayPoint? Cross(in RayPoint from, in RayPoint to, RayCrossing search)
    {
        if (to.IsKnown && from.Sample.Grid == to.Sample.Grid
            && Math.Abs(to.Sample.Column - from.Sample.Column) <= MostSamples && Math.Abs(to.Sample.Row - from.Sample.Row) <= MostSamples)
            return search.Within(from, to);
        if (to.RangeMetres - from.RangeMetres <= EdgeMetres)
            return !to.IsKnown || search.IsThrough(to) ? to : null;
        var middle = At(0.5 * (from.RangeMetres + to.RangeMetres));
        return Cross(from, middle, search) ?? Cross(middle, to, search);
    }

    private static TerrainRayResult Ended(TerrainRayOutcome outcome, RayPoint at, bool isFromBelow) =>
        new(outcome, at.Place, at.HeightMetres, at.RangeMetres, isFromBelow);
}

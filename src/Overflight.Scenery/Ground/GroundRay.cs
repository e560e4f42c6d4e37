using Overflight.Geodesy;

namespace Overflight.Scenery.Ground;

/// <summary>
/// Follows lines of sight to the ground. Between the heights of the lowest and highest ground it steps along, in pieces in which the way over the map is a
/// parabola through three exact places (off by millimetres in pieces of 10 km), and then halves in on where it goes under.
/// </summary>
internal static class GroundRay
{
    private const double PieceMetres = 10_000;
    private const double LeastStepMetres = 25;
    private const double StepOfRange = 0.004;
    private const double FarthestMetres = 400_000;
    private const int Halvings = 12;

    /// <summary>The first place where a ray goes under the ground; null where it does not.</summary>
    /// <param name="relief">The ground.</param>
    /// <param name="origin">ECEF, metres.</param>
    /// <param name="direction">ECEF, of unit length.</param>
    /// <param name="least">No ground that the ray can meet is lower, metres above the ellipsoid.</param>
    /// <param name="greatest">Nor higher.</param>
    public static GroundHit? Trace(Relief relief, in (double X, double Y, double Z) origin, in (double X, double Y, double Z) direction, double least, double greatest)
    {
        if (Ellipsoid.RayIntersection(origin, direction, least) is not { } end || end.RangeMetres > FarthestMetres)
            return null;
        if (greatest - least < 0.02)
            return Hit(end.Point, end.RangeMetres, least);
        var from = Ellipsoid.RayIntersection(origin, direction, greatest) is { } top && top.RangeMetres < end.RangeMetres ? top.RangeMetres : 0;
        var a = At(origin, direction, from);
        if (a.HeightMetres > greatest + 1)
            return null;
        while (from < end.RangeMetres)
        {
            var to = Math.Min(end.RangeMetres + 0.5, from + PieceMetres);
            var c = At(origin, direction, to);
            var way = new Way(a, At(origin, direction, 0.5 * (from + to)), c);
            if (Walk(relief, way, from, to) is { } hit)
                return hit;
            (from, a) = (to, c);
        }
        return null;
    }

    private static GroundHit? Walk(Relief relief, in Way way, double from, double to)
    {
        var length = to - from;
        var step = Math.Max(LeastStepMetres, StepOfRange * from);
        var steps = Math.Max(1, (int)Math.Ceiling(length / step));
        var before = 0.0;
        for (var n = 0; n <= steps; n++)
        {
            var part = (double)n / steps;
            if (way.Clearance(relief, part) > 0)
            {
                before = part;
                continue;
            }
            var under = part;
            if (n > 0)
                for (var i = 0; i < Halvings; i++)
                {
                    var middle = 0.5 * (before + under);
                    if (way.Clearance(relief, middle) > 0)
                        before = middle;
                    else
                        under = middle;
                }
            return way.At(under, from + under * length);
        }
        return null;
    }

    private static GroundHit At(in (double X, double Y, double Z) origin, in (double X, double Y, double Z) direction, double range)
    {
        var (point, height) = Ecef.ToGeodetic(origin.X + range * direction.X, origin.Y + range * direction.Y, origin.Z + range * direction.Z);
        return Hit(point, range, height);
    }

    private static GroundHit Hit(GeoPoint point, double range, double height)
    {
        var (x, y) = WorldMap.Of(point);
        return new GroundHit(x, y, height, range);
    }

    // x(s), y(s), h(s) for s from 0 to 1.
    private readonly struct Way
    {
        private readonly GroundHit _a;
        private readonly double _bx, _by, _bh, _cx, _cy, _ch;

        public Way(in GroundHit a, in GroundHit middle, in GroundHit c)
        {
            _a = a;
            (_bx, _cx) = Through(a.X, middle.X, c.X);
            (_by, _cy) = Through(a.Y, middle.Y, c.Y);
            (_bh, _ch) = Through(a.HeightMetres, middle.HeightMetres, c.HeightMetres);
        }

        public double Clearance(Relief relief, double s) =>
            _a.HeightMetres + s * (_bh + s * _ch) - relief.Height(_a.X + s * (_bx + s * _cx), _a.Y + s * (_by + s * _cy));

        public GroundHit At(double s, double range) => new(_a.X + s * (_bx + s * _cx), _a.Y + s * (_by + s * _cy), _a.HeightMetres + s * (_bh + s * _ch), range);

        private static (double B, double C) Through(double a, double middle, double c)
        {
            // The map ends at 180 degrees; a piece does not cross it.
            const double Turn = 2 * Math.PI * WorldMap.RadiusUnits;
            if (Math.Abs(c - a) > 0.5 * Turn)
                (middle, c) = (a + Math.IEEERemainder(middle - a, Turn), a + Math.IEEERemainder(c - a, Turn));
            return (4 * middle - 3 * a - c, 2 * (a + c) - 4 * middle);
        }
    }
}

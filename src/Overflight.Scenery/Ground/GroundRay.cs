using Overflight.Geodesy;

namespace Overflight.Scenery.Ground;

/// <summary>
/// Follows lines of sight to the ground. Between the heights of the lowest and highest ground it steps along, in pieces in which the way over the map is a
/// parabola through three exact places (off by millimetres in pieces of 10 km), and then closes in on where it goes under.
/// </summary>
internal static class GroundRay
{
    private const double PieceMetres = 10_000;
    private const double LeastStepMetres = 25;
    private const double StepOfRange = 0.004;

    // Ground is hardly anywhere steeper than this lets it rise within a step.
    private const double StepOfClearance = 0.6;
    /// <summary>No ground is seen from farther.</summary>
    public const double FarthestMetres = 400_000;

    // Beyond this a node of the finer ground is less than a pixel in most pictures, and there would be too many of them.
    private const double NearGroundMetres = 50_000;
    private const double NearMetres = 0.01;
    private const int MostSteps = 16;

    /// <summary>The first place where a ray goes under the ground; null where it does not.</summary>
    /// <param name="relief">The ground.</param>
    /// <param name="origin">ECEF, metres.</param>
    /// <param name="direction">ECEF, of unit length.</param>
    /// <param name="least">No ground that the ray can meet is lower, metres above the ellipsoid.</param>
    /// <param name="greatest">Nor higher.</param>
    /// <param name="farthest">Level ground of the least height farther than this is not met, metres.</param>
    public static GroundHit? Trace(Relief relief, in (double X, double Y, double Z) origin, in (double X, double Y, double Z) direction, double least, double greatest, double farthest = FarthestMetres)
    {
        var end = QuickGeodetic.RangeTo(origin, direction, least);
        if (!(end <= farthest))
            return null;
        if (greatest - least < 0.02)
            return Level(origin, direction, end, least);
        var top = QuickGeodetic.RangeTo(origin, direction, greatest);
        var from = top < end ? Math.Max(0, top - 0.5) : 0;
        end += 0.5;
        var a = QuickGeodetic.At(origin, direction, from);
        if (a.HeightMetres > greatest + 1)
            return null;
        while (from < end)
        {
            var to = Math.Min(end, from + PieceMetres);
            var c = QuickGeodetic.At(origin, direction, to);
            var way = new Way(a, QuickGeodetic.At(origin, direction, 0.5 * (from + to)), c);
            if (Walk(from < NearGroundMetres ? relief.Near : relief.Far, way, from, to) is { } hit)
                return hit;
            (from, a) = (to, c);
        }
        return null;
    }

    private static GroundHit? Walk(HeightLattice ground, in Way way, double from, double to)
    {
        var length = to - from;
        var least = Math.Max(LeastStepMetres, StepOfRange * from) / length;
        var (before, above) = (0.0, 0.0);
        for (var part = 0.0; ;)
        {
            var clearance = way.Clearance(ground, part);
            if (clearance <= 0)
                return way.At(part == 0 ? part : Crossing(ground, way, before, above, part, clearance), from, length);
            if (part >= 1)
                return null;
            (before, above) = (part, clearance);
            part = Math.Min(1, part + Math.Max(least, StepOfClearance * clearance / length));
        }
    }

    // The Illinois form of false position: an end that stays counts half.
    private static double Crossing(HeightLattice ground, in Way way, double over, double above, double under, double below)
    {
        var part = under;
        for (var i = 0; i < MostSteps; i++)
        {
            part = over + (under - over) * above / (above - below);
            var clearance = way.Clearance(ground, part);
            if (Math.Abs(clearance) < NearMetres)
                break;
            if (clearance > 0)
                (over, above, below) = (part, clearance, 0.5 * below);
            else
                (under, below, above) = (part, clearance, 0.5 * above);
        }
        return part;
    }

    // Sea and plains: Newton on the height.
    private static GroundHit Level(in (double X, double Y, double Z) origin, in (double X, double Y, double Z) direction, double range, double height)
    {
        var hit = QuickGeodetic.At(origin, direction, range);
        for (var i = 0; i < 2; i++)
        {
            var fall = (hit.HeightMetres - QuickGeodetic.At(origin, direction, range + 1).HeightMetres);
            if (fall <= 1e-6)
                break;
            range += (hit.HeightMetres - height) / fall;
            hit = QuickGeodetic.At(origin, direction, range);
        }
        return hit;
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

        public double Clearance(HeightLattice ground, double s) =>
            _a.HeightMetres + s * (_bh + s * _ch) - ground.Height(_a.X + s * (_bx + s * _cx), _a.Y + s * (_by + s * _cy));

        public GroundHit At(double s, double from, double length) => new(_a.X + s * (_bx + s * _cx), _a.Y + s * (_by + s * _cy), _a.HeightMetres + s * (_bh + s * _ch), from + s * length);

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

using Overflight.Misb.Sight;
using Overflight.Scenery.Ground;

namespace Overflight.Scenery.Picture;

/// <summary>
/// Where a picture's pixels lie on the ground: exact at the corners of blocks of 16 by 16, in between by straight lines in the picture. Corners of pixels have whole
/// numbers here. Used again from picture to picture without allocating.
/// </summary>
internal sealed class PictureGrid
{
    public const int Block = 16;

    // From there on there is nothing but haze.
    private const double HazyMetres = 120_000;

    private const double Turn = 2 * Math.PI * WorldMap.RadiusUnits;

    private CameraView _camera;
    private SceneWorld _world = null!;
    private (double Least, double Greatest) _bounds;
    private double _originX;

    public PictureGrid(int width, int height)
    {
        (Width, Height) = (width, height);
        (Columns, Rows) = (width / Block + 1, (height + Block - 1) / Block + 1);
        Nodes = new GroundHit[Columns * Rows];
    }

    public int Width { get; }

    public int Height { get; }

    public int Columns { get; }

    public int Rows { get; }

    /// <summary>The corners, row by row; a range of 0 is sky.</summary>
    public GroundHit[] Nodes { get; }

    /// <summary>The box of all that is seen; empty if nothing is.</summary>
    public (double West, double South, double East, double North) Box { get; private set; }

    /// <summary>Casts the lines of sight of a picture.</summary>
    public void Cast(CameraView camera, SceneWorld world)
    {
        (_camera, _world, _bounds) = (camera, world, world.AnyHeight);
        (_originX, _) = WorldMap.Of(camera.Place);
        _bounds = Narrowed();
        var (west, south, east, north) = (double.MaxValue, double.MaxValue, double.MinValue, double.MinValue);
        for (var row = 0; row < Rows; row++)
            for (var column = 0; column < Columns; column++)
            {
                var hit = Cast(column * Block, row * Block);
                Nodes[row * Columns + column] = hit;
                if (hit.RangeMetres > 0)
                    (west, south, east, north) = (Math.Min(west, hit.X), Math.Min(south, hit.Y), Math.Max(east, hit.X), Math.Max(north, hit.Y));
            }
        Box = (west, south, east, north);
    }

    /// <summary>The exact place of a point of the picture, in pixels from its upper left corner; a range of 0 is sky.</summary>
    public GroundHit Cast(double x, double y)
    {
        var ray = _camera.Ray(2 * x / Width - 1, 2 * y / Height - 1);
        if (GroundRay.Trace(_world.Relief, _camera.Origin, ray, _bounds.Least, _bounds.Greatest, HazyMetres) is not { } hit)
            return default;
        // Across 180 degrees the map goes on.
        return Math.Abs(hit.X - _originX) > 0.5 * Turn ? hit with { X = _originX + Math.IEEERemainder(hit.X - _originX, Turn) } : hit;
    }

    /// <summary>Whether straight lines would put pixels of a block more than three pixels off: the ground bends there, or ends.</summary>
    public bool Bends(int column, int row)
    {
        var at = row * Columns + column;
        var (a, b, c, d) = (Nodes[at], Nodes[at + 1], Nodes[at + Columns], Nodes[at + Columns + 1]);
        if (a.RangeMetres == 0 || b.RangeMetres == 0 || c.RangeMetres == 0 || d.RangeMetres == 0)
            return true;
        // What the far sides do differently from the near ones.
        var (twistX, twistY) = (a.X - b.X - c.X + d.X, a.Y - b.Y - c.Y + d.Y);
        if (IsOff(twistX, twistY, b.X - a.X, b.Y - a.Y, c.X - a.X, c.Y - a.Y))
            return true;
        return column > 0 && IsBent(Nodes[at - 1], a, b) || row > 0 && IsBent(Nodes[at - Columns], a, c)
            || column + 2 < Columns && IsBent(a, b, Nodes[at + 2]) || row + 2 < Rows && IsBent(a, c, Nodes[at + 2 * Columns]);
    }

    // Straight lines between three points in a row are off by an eighth of the second difference, and a pixel is a sixteenth of the first.
    private static bool IsBent(in GroundHit a, in GroundHit b, in GroundHit c)
    {
        if (a.RangeMetres == 0 || c.RangeMetres == 0)
            return true;
        var (x, y) = (a.X - 2 * b.X + c.X, a.Y - 2 * b.Y + c.Y);
        var (dx, dy) = (c.X - a.X, c.Y - a.Y);
        return x * x + y * y > 0.56 * (dx * dx + dy * dy);
    }

    private static bool IsOff(double twistX, double twistY, double ax, double ay, double bx, double by) =>
        twistX * twistX + twistY * twistY > 0.5 * Math.Min(ax * ax + ay * ay, bx * bx + by * by);

    // The lowest and highest ground in the box that the corners of the picture see, cast with the widest bounds.
    private (double Least, double Greatest) Narrowed()
    {
        var (west, south, east, north) = (double.MaxValue, double.MaxValue, double.MinValue, double.MinValue);
        for (var row = 0; row <= 4; row++)
            for (var column = 0; column <= 4; column++)
                foreach (var height in (ReadOnlySpan<double>)[_bounds.Least, _bounds.Greatest])
                {
                    var ray = _camera.Ray(column / 2.0 - 1, row / 2.0 - 1);
                    if (_camera.HeightMetres <= height)
                        return _bounds;
                    if (Overflight.Geodesy.Ellipsoid.RayIntersection(_camera.Origin, ray, height) is not { } met)
                        return _bounds;
                    var (x, y) = WorldMap.Of(met.Point);
                    x = _originX + Math.IEEERemainder(x - _originX, Turn);
                    (west, south, east, north) = (Math.Min(west, x), Math.Min(south, y), Math.Max(east, x), Math.Max(north, y));
                }
        return _world.Bounds(west, south, east, north);
    }
}

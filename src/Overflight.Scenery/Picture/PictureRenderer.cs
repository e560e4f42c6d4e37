using Overflight.Misb.Sight;
using Overflight.Scenery.Ground;
using Overflight.Scenery.Turret;
using Overflight.Tracks;

namespace Overflight.Scenery.Picture;

/// <summary>
/// Makes the pictures of a camera: ground by lines of sight, exact at the corners of blocks; vehicles and boats; haze, waves, glint and noise; and what is burnt in.
/// A picture is a function of world, sight, time and, in how fine its detail is, of how far the picture before it lay. Allocates nothing once warm, but for what the runtime takes to format a time. Not safe for use by several threads at once.
/// </summary>
public sealed class PictureRenderer
{
    private const int Fine = 4;
    private const int FineNodes = PictureGrid.Block / Fine + 1;
    private const int MostObjects = 600;

    private readonly SceneWorld _world;
    private readonly PictureGrid _grid;
    private readonly GroundSampler _sampler;
    private readonly ToneCurve _tone = new();
    private readonly ObjectPainter _painter = new();
    private readonly PictureOverlay _overlay = new();
    private readonly SensorGrain _grain;
    private readonly List<SceneObject> _objects = [];
    private readonly List<SceneObject> _seen = [];
    private readonly (double Through, double Glint)[] _light;
    private readonly (GroundHit Hit, double Through, double Glint)[] _fine = new (GroundHit, double, double)[FineNodes * FineNodes];
    private Daylight _sun;
    private CameraView _camera;
    private (Overflight.Geodesy.GeoPoint Place, double Height)? _before;

    /// <summary>A renderer of pictures of one size.</summary>
    /// <param name="world">What there is to see.</param>
    /// <param name="width">Pixels across, a multiple of 16.</param>
    /// <param name="height">Pixels down, a multiple of 4.</param>
    public PictureRenderer(SceneWorld world, int width, int height)
    {
        ArgumentNullException.ThrowIfNull(world);
        _world = world;
        _grid = new PictureGrid(width, height);
        Texture = new GroundTexture(world.Painter);
        _sampler = new GroundSampler(Texture);
        _light = new (double, double)[_grid.Nodes.Length];
        _grain = new SensorGrain(world.Seed);
    }

    /// <summary>Whether crosshair and numbers are burnt in besides the marking. Default yes.</summary>
    public bool ShowsNumbers { get; set; } = true;

    /// <summary>The vehicles and boats whose middle is in the picture and large enough to be seen, after a picture was made.</summary>
    public IReadOnlyList<SceneObject> ObjectsInPicture => _seen;

    /// <summary>Whether sensor noise is added; tests compare pictures without.</summary>
    internal bool HasGrain { get; set; } = true;

    internal GroundTexture Texture { get; }

    internal ToneCurve Tone => _tone;

    internal PictureGrid Grid => _grid;

    /// <summary>Makes a picture.</summary>
    /// <param name="sight">Where the camera is and looks.</param>
    /// <param name="time">The instant.</param>
    /// <param name="frame">Where to; of the size of the renderer.</param>
    public void Render(in TurretSight sight, UtcInstant time, PictureFrame frame)
    {
        ArgumentNullException.ThrowIfNull(frame);
        if (frame.Width != _grid.Width || frame.Height != _grid.Height)
            throw new ArgumentException($"The picture is {frame.Width} x {frame.Height}, the renderer {_grid.Width} x {_grid.Height}.", nameof(frame));
        _camera = sight.View;
        _sun = Daylight.Of(sight.Sensor, time);
        _tone.Set(sight.Camera.Kind, _sun);
        _grid.Cast(_camera, _world);
        Light();
        var middle = _grid.Cast(0.5 * frame.Width, 0.5 * frame.Height);
        _sampler.Begin(_tone, (long)Math.Floor((double)time.Microseconds / Daylight.StepMicroseconds), time.UnixSeconds, Moved(middle));
        if (_tone.IsWarmth)
            frame.Bytes.AsSpan(frame.Width * frame.Height).Fill(128);
        for (var row = 0; row + 1 < _grid.Rows; row++)
            for (var column = 0; column + 1 < _grid.Columns; column++)
                Block(frame, column, row);
        Objects(frame, time);
        if (HasGrain)
            _grain.Add(frame, _tone.Grain, time);
        var place = middle.RangeMetres > 0 ? WorldMap.PlaceOf(middle.X, middle.Y) : new Overflight.Geodesy.GeoPoint(double.NaN, double.NaN);
        _overlay.Draw(frame, sight, time, place.LatitudeDegrees, place.LongitudeDegrees, ShowsNumbers);
    }

    private double Moved(in GroundHit middle)
    {
        var moved = 0.0;
        if (_before is { } before && _camera.InPicture(before.Place, before.Height) is { } at)
            moved = 0.5 * Math.Sqrt(at.Right * at.Right * _grid.Width * _grid.Width + at.Down * at.Down * _grid.Height * _grid.Height);
        _before = middle.RangeMetres > 0 ? (WorldMap.PlaceOf(middle.X, middle.Y), middle.HeightMetres) : null;
        return Math.Min(moved, _grid.Width);
    }

    private void Light()
    {
        for (var n = 0; n < _light.Length; n++)
        {
            var (x, y) = (n % _grid.Columns * PictureGrid.Block, n / _grid.Columns * PictureGrid.Block);
            _light[n] = LightAt(x, y, _grid.Nodes[n].RangeMetres);
        }
    }

    // Water mirrors the sky, the more the flatter it is looked at, and the sun where it stands.
    private (double Through, double Glint) LightAt(double x, double y, double range)
    {
        if (range == 0)
            return (0, 0);
        var through = Math.Exp(-range / _tone.VisibilityMetres);
        if (_tone.IsWarmth)
            return (through, 0);
        var ray = _camera.Ray(2 * x / _grid.Width - 1, 2 * y / _grid.Height - 1);
        var (azimuth, elevation) = _camera.AnglesOf(ray);
        var flat = 1 - Math.Sin(double.DegreesToRadians(Math.Clamp(-elevation, 0, 90)));
        var sky = 0.9 * flat * flat * flat * flat * flat * (_tone.Haze.Luma - 16);
        if (_sun.Up <= 0.02f)
            return (through, sky);
        var (sin, cos) = Math.SinCos(double.DegreesToRadians(azimuth));
        var level = Math.Cos(double.DegreesToRadians(elevation));
        // The slope that a facet of water needs to mirror the sun hither.
        var (hx, hy, hz) = (_sun.East - sin * level, _sun.North - cos * level, _sun.Up - Math.Sin(double.DegreesToRadians(elevation)));
        var tilt = (hx * hx + hy * hy) / (hz * hz + 1e-9);
        return (through, sky + 110 * Math.Exp(-tilt / 0.035));
    }

    private void Block(PictureFrame frame, int column, int row)
    {
        var (left, top) = (column * PictureGrid.Block, row * PictureGrid.Block);
        var down = Math.Min(PictureGrid.Block, frame.Height - top);
        var at = row * _grid.Columns + column;
        var nodes = _grid.Nodes;
        var (a, b, c, d) = (nodes[at], nodes[at + 1], nodes[at + _grid.Columns], nodes[at + _grid.Columns + 1]);
        if (a.RangeMetres == 0 && b.RangeMetres == 0 && c.RangeMetres == 0 && d.RangeMetres == 0)
        {
            Sky(frame, left, top, PictureGrid.Block, down);
            return;
        }
        if (down == PictureGrid.Block && !_grid.Bends(column, row))
        {
            var (la, lb, lc, ld) = (_light[at], _light[at + 1], _light[at + _grid.Columns], _light[at + _grid.Columns + 1]);
            _sampler.Draw(frame, left, top, PictureGrid.Block, down, a, b, c, d, new BlockLight(la.Through, lb.Through, lc.Through, ld.Through, la.Glint, lb.Glint, lc.Glint, ld.Glint));
            return;
        }
        FineBlocks(frame, left, top, down);
    }

    // The same in pieces of four by four, each corner cast once.
    private void FineBlocks(PictureFrame frame, int left, int top, int down)
    {
        for (var y = 0; y <= down; y += Fine)
            for (var x = 0; x <= PictureGrid.Block; x += Fine)
            {
                var hit = _grid.Cast(left + x, top + y);
                var (through, glint) = LightAt(left + x, top + y, hit.RangeMetres);
                _fine[(y / Fine) * FineNodes + x / Fine] = (hit, through, glint);
            }
        for (var y = 0; y < down; y += Fine)
            for (var x = 0; x < PictureGrid.Block; x += Fine)
            {
                var at = y / Fine * FineNodes + x / Fine;
                var (a, b, c, d) = (_fine[at], _fine[at + 1], _fine[at + FineNodes], _fine[at + FineNodes + 1]);
                if (a.Hit.RangeMetres == 0 || b.Hit.RangeMetres == 0 || c.Hit.RangeMetres == 0 || d.Hit.RangeMetres == 0)
                    Sky(frame, left + x, top + y, Fine, Math.Min(Fine, down - y));
                else
                    _sampler.Draw(frame, left + x, top + y, Fine, Math.Min(Fine, down - y), a.Hit, b.Hit, c.Hit, d.Hit, new BlockLight(a.Through, b.Through, c.Through, d.Through, a.Glint, b.Glint, c.Glint, d.Glint));
            }
    }

    private void Sky(PictureFrame frame, int left, int top, int across, int down)
    {
        for (var y = 0; y < down; y++)
        {
            var (_, elevation) = _camera.AnglesOf(_camera.Ray(2.0 * (left + 0.5 * across) / _grid.Width - 1, 2 * (top + y + 0.5) / _grid.Height - 1));
            var high = Math.Clamp(elevation / 25, 0, 1);
            frame.Luma(top + y).Slice(left, across).Fill((byte)(_tone.Haze.Luma + high * (_tone.Sky - _tone.Haze.Luma)));
            if ((top + y & 1) == 0)
                for (var x = left; x < left + across; x += 2)
                    (frame.Chroma(top + y)[x], frame.Chroma(top + y)[x + 1]) = ((byte)(_tone.Haze.Blue + high * 3 * (_tone.Haze.Blue - 128)), (byte)(_tone.Haze.Red + high * 3 * (_tone.Haze.Red - 128)));
        }
    }

    private void Objects(PictureFrame frame, UtcInstant time)
    {
        _objects.Clear();
        _seen.Clear();
        var (west, south, east, north) = _grid.Box;
        // From farther than this nothing that moves is as large as a pixel.
        var reach = 60_000 / Math.Max(1e-3, Math.Tan(Math.Atan(1.0)));
        var (x, y) = WorldMap.Of(_camera.Place);
        (west, south, east, north) = (Math.Max(west, x - reach), Math.Max(south, y - reach), Math.Min(east, x + reach), Math.Min(north, y + reach));
        if (west >= east || south >= north)
            return;
        const double Beside = 150;
        _world.Collect(west - Beside, south - Beside, east + Beside, north + Beside, time, MostObjects, _objects);
        _painter.Begin(frame, _camera, _tone, _sun);
        foreach (var scene in _objects)
            if (_painter.Draw(scene))
                _seen.Add(scene);
    }
}

using System.Numerics;
using Overflight.Misb.Sight;
using Overflight.Scenery.Ground;

namespace Overflight.Scenery.Picture;

/// <summary>Draws vehicles with their shadows, and boats with their wakes. Not safe for use by several threads at once.</summary>
internal sealed class ObjectPainter
{
    private const double LeastPixels = 0.7;

    private readonly PolygonFill _fill = new();
    private readonly (float X, float Y)[] _corners = new (float X, float Y)[8];

    private PictureFrame _frame = null!;
    private CameraView _camera;
    private ToneCurve _tone = null!;
    private Daylight _light;
    private SceneObject _object;
    private double _through;
    private double _unit;
    private (double Sin, double Cos) _course;

    public void Begin(PictureFrame frame, CameraView camera, ToneCurve tone, in Daylight light) => (_frame, _camera, _tone, _light) = (frame, camera, tone, light);

    /// <summary>Draws an object; false where it is not in the picture or too small to be seen.</summary>
    public bool Draw(in SceneObject scene)
    {
        (_object, _unit) = (scene, 1 / WorldMap.MetresPerUnit(scene.Y));
        _course = Math.SinCos(double.DegreesToRadians(scene.CourseDegrees));
        if (At(0, 0, 0) is not { } middle || At(scene.Size.Length, 0, 0) is not { } ahead || At(0, scene.Size.Length, 0) is not { } beside)
            return false;
        var pixels = Math.Max(Distance(middle, ahead), Distance(middle, beside));
        var reach = (float)(scene.IsAfloat ? 12 * pixels : 2 * pixels);
        if (pixels < LeastPixels || middle.X < -reach || middle.X > _frame.Width + reach || middle.Y < -reach || middle.Y > _frame.Height + reach)
            return false;
        var (x, y, z) = Overflight.Geodesy.Ecef.From(scene.Place, scene.HeightMetres);
        var (ox, oy, oz) = _camera.Origin;
        _through = Math.Exp(-Math.Sqrt((x - ox) * (x - ox) + (y - oy) * (y - oy) + (z - oz) * (z - oz)) / _tone.VisibilityMetres);
        if (scene.IsAfloat)
            Boat();
        else
            Vehicle();
        return middle.X >= 0 && middle.X < _frame.Width && middle.Y >= 0 && middle.Y < _frame.Height;
    }

    private void Vehicle()
    {
        var (length, breadth, height) = _object.Size;
        var (l, b) = (0.5 * length, 0.5 * breadth);
        var isTruck = _object.Kind == SceneObjectKind.Truck;
        var air = _light.AirCelsius;
        Shadow(l, b, height);
        var body = air + 9 * _light.Warmth + 1;
        // Sides, then what is on top, front last: the engine is warm.
        Box(l, b, 0.35, height, _object.Colour * 0.55f, body - 1);
        if (isTruck)
        {
            Quad(-l, l - 3.2, b, height, new Vector3(0.86f, 0.86f, 0.83f), body - 2, 256);
            Quad(l - 2.6, l, b, 0.8 * height, _object.Colour, body + 9, 256);
            return;
        }
        var isOpen = _object.Kind == SceneObjectKind.Pickup;
        Quad(-l, l, b, 0.6 * height, _object.Colour, body, 256);
        Quad(0.42 * l, 0.98 * l, 0.9 * b, 0.62 * height, _object.Colour * 0.97f, body + 17, 256);
        Quad(isOpen ? -0.18 * l : -0.72 * l, 0.4 * l, 0.88 * b, 0.9 * height, new Vector3(0.09f, 0.11f, 0.13f), body - 3, 235);
        Quad(isOpen ? -0.12 * l : -0.52 * l, 0.16 * l, 0.82 * b, height, _object.Colour, body, 256);
        if (isOpen)
            Quad(-0.93 * l, -0.22 * l, 0.8 * b, 0.55 * height, _object.Colour * 0.35f, body - 2, 256);
    }

    private void Boat()
    {
        var (length, breadth, height) = _object.Size;
        Wake(length, breadth);
        var (l, b) = (0.5 * length, 0.5 * breadth);
        var warm = _light.AirCelsius + 7 * _light.Warmth + 2;
        Hull(l, b, 0, _object.Colour * 0.5f, warm - 1);
        Hull(l, b, 0.45 * height, _object.Colour, warm);
        if (_object.Kind == SceneObjectKind.Boat)
        {
            Quad(-0.75 * l, 0.45 * l, 0.6 * b, 0.4 * height, _object.Colour * 0.55f, warm - 2, 256);
            Quad(-1.08 * l, -0.9 * l, 0.25 * b, height, new Vector3(0.1f, 0.1f, 0.1f), warm + 22, 256);
            return;
        }
        var isShip = _object.Kind == SceneObjectKind.Ship;
        Quad(-0.9 * l, 0.7 * l, 0.8 * b, 0.5 * height, isShip ? new Vector3(0.42f, 0.24f, 0.19f) : new Vector3(0.56f, 0.50f, 0.42f), warm - 1, 256);
        if (isShip)
            for (var n = 0; n < 5; n++)
                Quad((-0.5 + 0.22 * n) * l, (-0.34 + 0.22 * n) * l, 0.6 * b, 0.6 * height, new Vector3(0.60f, 0.55f, 0.48f), warm + 2, 256);
        Quad(isShip ? -0.88 * l : 0.05 * l, isShip ? -0.68 * l : 0.45 * l, 0.62 * b, height, new Vector3(0.90f, 0.90f, 0.88f), warm + 3, 256);
        Quad(isShip ? -0.84 * l : -0.12 * l, isShip ? -0.79 * l : 0.02 * l, 0.16 * b, 1.3 * height, new Vector3(0.15f, 0.15f, 0.15f), warm + 30, 256);
    }

    // White water where the screw was and along two arms, going back along the circle.
    private void Wake(double length, double breadth)
    {
        var run = 9 * length * Math.Min(1, _object.SpeedMetresPerSecond / 9) + 6;
        const int Pieces = 10;
        var foam = new Vector3(0.87f, 0.90f, 0.90f);
        var celsius = WildCover.SeaCelsius + 1.3f;
        for (var n = 0; n < Pieces; n++)
        {
            var (from, to) = (0.45 * length + run * n / Pieces, 0.45 * length + run * (n + 1) / Pieces);
            var fade = 1 - (double)n / Pieces;
            Strip(from, to, 0, 0.34 * breadth + 0.03 * from, 0.34 * breadth + 0.03 * to, foam, celsius, (int)(200 * fade * fade));
            foreach (var side in (ReadOnlySpan<int>)[-1, 1])
                Strip(from, to, side, 0.45 * breadth + 0.21 * (from - 0.45 * length), 0.45 * breadth + 0.21 * (to - 0.45 * length), foam, celsius, (int)(120 * fade));
        }
    }

    // A piece of wake: about the middle line if side is 0, else an arm at an offset.
    private void Strip(double from, double to, int side, double widthFrom, double widthTo, Vector3 colour, float celsius, int part)
    {
        var (a, b) = side == 0 ? (-widthFrom, widthFrom) : (side * widthFrom, side * (widthFrom + 0.9 + 0.02 * from));
        var (c, d) = side == 0 ? (widthTo, -widthTo) : (side * (widthTo + 0.9 + 0.02 * to), side * widthTo);
        if (Behind(from, a) is { } p && Behind(from, b) is { } q && Behind(to, c) is { } r && Behind(to, d) is { } s)
        {
            (_corners[0], _corners[1], _corners[2], _corners[3]) = (p, q, r, s);
            Fill(4, colour, celsius, part);
        }
    }

    private (float X, float Y)? Behind(double back, double right)
    {
        var radius = _object.TurnRadiusMetres;
        if (radius == 0)
            return At(-back, right, 0);
        var (sin, cos) = Math.SinCos(back / radius);
        return At(-(radius - right) * sin, radius - (radius - right) * cos, 0);
    }

    private void Shadow(double l, double b, double height)
    {
        if (_tone.IsWarmth || _light.Up < 0.05f)
            return;
        var reach = Math.Min(height / _light.Up, 8);
        var (ahead, right) = (-reach * (_light.East * _course.Sin + _light.North * _course.Cos), -reach * (_light.East * _course.Cos - _light.North * _course.Sin));
        Span<(double F, double R)> corners = [(l, b), (-l, b), (-l, -b), (l, -b)];
        for (var part = 0; part < 2; part++)
        {
            for (var n = 0; n < 4; n++)
            {
                if (At(corners[n].F + (0.5 + 0.5 * part) * ahead, corners[n].R + (0.5 + 0.5 * part) * right, 0) is not { } corner)
                    return;
                _corners[n] = corner;
            }
            Fill(4, new Vector3(0.10f, 0.095f, 0.09f), 0, 120);
        }
    }

    private void Box(double l, double b, double low, double high, Vector3 colour, float celsius)
    {
        // The low and the high rectangle, a few times between: what they cover together is the box as seen.
        for (var n = 0; n < 4; n++)
            Quad(-l, l, b, low + n * (0.55 * high - low) / 3, colour, celsius, 256);
    }

    private void Hull(double l, double b, double height, Vector3 colour, float celsius)
    {
        Span<(double F, double R)> corners = [(-l, -0.8 * b), (0.35 * l, -b), (l, 0), (0.35 * l, b), (-l, 0.8 * b)];
        for (var n = 0; n < corners.Length; n++)
        {
            if (At(corners[n].F, corners[n].R, height) is not { } corner)
                return;
            _corners[n] = corner;
        }
        Fill(corners.Length, colour, celsius, 256);
    }

    private void Quad(double from, double to, double b, double height, Vector3 colour, float celsius, int part)
    {
        if (At(from, -b, height) is { } p && At(to, -b, height) is { } q && At(to, b, height) is { } r && At(from, b, height) is { } s)
        {
            (_corners[0], _corners[1], _corners[2], _corners[3]) = (p, q, r, s);
            Fill(4, colour, celsius, part);
        }
    }

    private void Fill(int count, Vector3 colour, float celsius, int part)
    {
        var texel = Texel.Of(colour, celsius, false);
        var tone = _tone.Levels[(int)(_tone.IsWarmth ? texel >> 24 : texel & 255)];
        var (haze, through) = (_tone.Haze, (int)(256 * _through));
        var chroma = through * _tone.Colour >> 8;
        var luma = haze.Luma + ((tone - haze.Luma) * through >> 8);
        var blue = 128 + (((int)(texel >> 8 & 255) - 128) * chroma >> 8) + ((haze.Blue - 128) * (256 - through) >> 8);
        var red = 128 + (((int)(texel >> 16 & 255) - 128) * chroma >> 8) + ((haze.Red - 128) * (256 - through) >> 8);
        _fill.Fill(_frame, _corners.AsSpan(0, count), (luma, blue, red), part);
    }

    private (float X, float Y)? At(double ahead, double right, double height)
    {
        var (east, north) = (ahead * _course.Sin + right * _course.Cos, ahead * _course.Cos - right * _course.Sin);
        var place = WorldMap.PlaceOf(_object.X + east * _unit, _object.Y + north * _unit);
        return _camera.InPicture(place, _object.HeightMetres + height) is { } at
            ? ((float)((at.Right + 1) * 0.5 * _frame.Width), (float)((at.Down + 1) * 0.5 * _frame.Height))
            : null;
    }

    private static float Distance((float X, float Y) a, (float X, float Y) b) => MathF.Sqrt((a.X - b.X) * (a.X - b.X) + (a.Y - b.Y) * (a.Y - b.Y));
}

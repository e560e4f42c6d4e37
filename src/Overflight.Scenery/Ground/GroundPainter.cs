using System.Numerics;
using Overflight.Geodesy;

namespace Overflight.Scenery.Ground;

/// <summary>
/// Draws ground in squares of 64 by 64 spots, at sizes of spot that double from level to level: a function of place, level, step of daylight and seed. Not safe
/// for use by several threads at once.
/// </summary>
internal sealed class GroundPainter(uint seed, Relief relief, RoadNetwork roads, Settlements towns)
{
    public const int Side = 64;
    public const double FinestUnits = 0.25;
    public const int Levels = 15;

    // What changes slowly is worked out at every eighth spot, where spots are small.
    private const int Stride = 8;
    private const int Nodes = Side / Stride + 1;
    private const double MostStridden = 8;

    private static readonly Vector3 s_asphalt = new(0.40f, 0.385f, 0.37f);
    private static readonly Vector3 s_track = new(0.76f, 0.68f, 0.55f);
    private static readonly Vector3 s_line = new(0.85f, 0.84f, 0.78f);

    private readonly WildCover _wild = new(seed);
    private readonly FieldPattern _fields = new(seed, relief);
    private readonly Surface[] _surfaces = new Surface[Side * Side];
    private readonly float[] _lit = new float[Side * Side];
    private readonly Vector4[] _over = new Vector4[Nodes * Nodes];
    private readonly List<RoadEdge> _roads = [];
    private readonly List<Settlement> _towns = [];

    public static double TexelUnits(int level) => FinestUnits * (1 << level);

    /// <summary>Draws one square, its south-west spot first, rows going north.</summary>
    public void Paint(int level, int squareX, int squareY, long step, Span<uint> texels)
    {
        var texel = TexelUnits(level);
        var (west, south) = (squareX * Side * texel, squareY * Side * texel);
        var (east, north) = (west + Side * texel, south + Side * texel);
        var light = Daylight.At(Rounded(west, south), step);
        _towns.Clear();
        if (texel < 200)
            towns.Collect(west, south, east, north, _towns);
        if (texel <= MostStridden)
            for (var n = 0; n < _over.Length; n++)
                _over[n] = Over(west + n % Nodes * Stride * texel, south + n / Nodes * Stride * texel);
        for (var j = 0; j < Side; j++)
            for (var i = 0; i < Side; i++)
                Spot(i, j, west + (i + 0.5) * texel, south + (j + 0.5) * texel, (float)texel, light);
        if (texel <= 32)
            Roads(west, south, east, north, (float)texel, light);
        foreach (ref readonly var town in System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_towns))
            for (var j = 0; j < Side; j++)
                for (var i = 0; i < Side; i++)
                    if (!_surfaces[j * Side + i].IsSea)
                        town.Apply(ref _surfaces[j * Side + i], west + (i + 0.5) * texel, south + (j + 0.5) * texel, (float)texel, light);
        for (var n = 0; n < texels.Length; n++)
        {
            ref readonly var surface = ref _surfaces[n];
            texels[n] = Texel.Of(surface.Colour * Noise.Mix(1, _lit[n], surface.Shading), surface.Celsius, surface.IsSea);
        }
    }

    private Vector4 Over(double x, double y)
    {
        var shore = relief.Coast.Signed(x, y);
        return shore < -500 ? default : _wild.Broad(x, y, relief.Massif(x, y, shore));
    }

    private Vector4 Between(int i, int j)
    {
        var (u, v) = ((i + 0.5f) / Stride, (j + 0.5f) / Stride);
        var at = (int)v * Nodes + (int)u;
        var (du, dv) = (u - (int)u, v - (int)v);
        return Vector4.Lerp(Vector4.Lerp(_over[at], _over[at + 1], du), Vector4.Lerp(_over[at + Nodes], _over[at + Nodes + 1], du), dv);
    }

    private void Spot(int i, int j, double x, double y, float texel, in Daylight light)
    {
        var n = j * Side + i;
        var shore = relief.Shore(x, y);
        _lit[n] = 1;
        if (shore <= 0)
        {
            _surfaces[n] = _wild.Sea(x, y, shore, texel);
            return;
        }
        var (east, north) = texel <= 16 ? relief.Near.Slope(x, y) : texel <= 128 ? relief.Far.Slope(x, y) : Steep(x, y, texel);
        var slope = MathF.Sqrt(east * east + north * north);
        var over = texel <= MostStridden ? Between(i, j) : Over(x, y);
        // The moon, where there is no sun: from the south, so that relief is seen at all.
        var (sunEast, sunNorth, sunUp) = light.Up > 0.06f ? (light.East, light.North, light.Up) : (0.3f, -0.5f, 0.81f);
        var facing = Math.Max(0, sunUp - sunEast * east - sunNorth * north) / MathF.Sqrt(1 + slope * slope);
        _lit[n] = 0.42f + 0.58f * Math.Min(1.7f, facing / Math.Max(0.22f, sunUp));
        var heat = light.Warmth * Math.Clamp(facing / Math.Max(0.3f, sunUp), 0.3f, 1.4f);
        _surfaces[n] = _wild.Land(x, y, shore, slope, over, heat, texel, light);
        if (shore > 200 && over.X < 0.2f)
            _fields.Apply(ref _surfaces[n], x, y, texel, light);
    }

    private (float East, float North) Steep(double x, double y, float texel)
    {
        var here = relief.Invented(x, y);
        return ((relief.Invented(x + texel, y) - here) / texel, (relief.Invented(x, y + texel) - here) / texel);
    }

    private void Roads(double west, double south, double east, double north, float texel, in Daylight light)
    {
        _roads.Clear();
        roads.Collect(west, south, east, north, texel <= 8, _roads);
        foreach (ref readonly var road in System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_roads))
            for (var pass = road.IsPaved ? 0 : 1; pass < 2; pass++)
                for (var n = 0; n + 1 < road.Points.Length; n++)
                    if (IsNear(road.Points[n], road.Points[n + 1], west, south, east, north))
                        Stroke(road, n, pass == 0, west, south, texel, light);
    }

    private void Stroke(RoadEdge road, int piece, bool isShoulder, double west, double south, float texel, in Daylight light)
    {
        var ((ax, ay), (bx, by)) = (road.Points[piece], road.Points[piece + 1]);
        var half = 0.5 * road.WidthUnits;
        var beside = half + 2.5 + texel;
        var (i0, i1) = (Math.Max(0, (int)((Math.Min(ax, bx) - beside - west) / texel)), Math.Min(Side - 1, (int)Math.Floor((Math.Max(ax, bx) + beside - west) / texel)));
        var (j0, j1) = (Math.Max(0, (int)((Math.Min(ay, by) - beside - south) / texel)), Math.Min(Side - 1, (int)Math.Floor((Math.Max(ay, by) + beside - south) / texel)));
        var (dx, dy) = (bx - ax, by - ay);
        var square = dx * dx + dy * dy;
        for (var j = j0; j <= j1; j++)
            for (var i = i0; i <= i1; i++)
            {
                var (px, py) = (west + (i + 0.5) * texel - ax, south + (j + 0.5) * texel - ay);
                var along = Math.Clamp((px * dx + py * dy) / square, 0, 1);
                var (ex, ey) = (px - along * dx, py - along * dy);
                var off = Math.Sqrt(ex * ex + ey * ey);
                if (off > beside)
                    continue;
                ref var surface = ref _surfaces[j * Side + i];
                Cross(ref surface, road, isShoulder, off, half, road.Along[piece] + along * Math.Sqrt(square), texel, light);
            }
    }

    private static bool IsNear((double X, double Y) a, (double X, double Y) b, double west, double south, double east, double north)
    {
        const double Beside = 45;
        return Math.Min(a.X, b.X) < east + Beside && Math.Max(a.X, b.X) > west - Beside && Math.Min(a.Y, b.Y) < north + Beside && Math.Max(a.Y, b.Y) > south - Beside;
    }

    private static void Cross(ref Surface surface, RoadEdge road, bool isShoulder, double off, double half, double along, float texel, in Daylight light)
    {
        var cover = Math.Min(1, (float)(2 * half) / texel) * Math.Clamp((float)(half - off) / texel + 0.5f, 0, 1);
        if (!road.IsPaved)
        {
            // Two ruts with a strip between.
            var strip = texel < 0.9f ? 0.35f * Noise.Step(0.7f, 0.3f, (float)off) : 0;
            surface.Cover(s_track, light.AirCelsius + 17 * light.Warmth, cover * (0.72f - strip));
            return;
        }
        var shoulder = Math.Clamp((float)(half + 2.4 - off) / texel + 0.5f, 0, 1) * Math.Min(1, 6 / texel);
        if (isShoulder)
        {
            surface.Cover(s_track * 0.9f, light.AirCelsius + 17 * light.Warmth, 0.6f * shoulder);
            return;
        }
        surface.Cover(s_asphalt, light.AirCelsius + 4 + 21 * light.Warmth, cover);
        if (texel > 0.6f)
            return;
        var isDash = along / 12 - Math.Floor(along / 12) < 0.4;
        var line = Math.Max(isDash ? Math.Clamp((float)(0.1 - off) / texel + 0.5f, 0, 1) : 0, Math.Clamp((float)(0.12 - Math.Abs(off - half + 0.5)) / texel + 0.5f, 0, 1));
        surface.Cover(s_line, light.AirCelsius + 2 + 18 * light.Warmth, 0.8f * line);
    }

    // The sun of a place nearby, the same for all squares there.
    private static GeoPoint Rounded(double x, double y)
    {
        const double Step = 16_384;
        return WorldMap.PlaceOf((Math.Floor(x / Step) + 0.5) * Step, (Math.Floor(y / Step) + 0.5) * Step);
    }
}

using System.Numerics;

namespace Overflight.Scenery.Ground;

/// <summary>
/// A drawn spot of ground in 32 bits: luma, two chroma (ITU-R BT.709, full range, chroma about 128) and warmth. The lowest bit of the second chroma says that
/// it is sea.
/// </summary>
internal static class Texel
{
    public const float LeastCelsius = -10;
    public const float GreatestCelsius = 60;
    private const uint SeaBit = 1u << 16;

    public static uint Of(Vector3 rgb, float celsius, bool isSea)
    {
        rgb = Vector3.Clamp(rgb, Vector3.Zero, Vector3.One) * 255;
        var luma = 0.2126f * rgb.X + 0.7152f * rgb.Y + 0.0722f * rgb.Z;
        var blue = 128 + (rgb.Z - luma) / 1.8556f;
        var red = 128 + (rgb.X - luma) / 1.5748f;
        var warm = Math.Clamp((celsius - LeastCelsius) / (GreatestCelsius - LeastCelsius), 0, 1) * 255;
        var packed = (uint)(luma + 0.5f) | (uint)(Math.Clamp(blue, 0, 255) + 0.5f) << 8 | (uint)Math.Clamp(red + 0.5f, 0, 255) << 16 | (uint)(warm + 0.5f) << 24;
        return isSea ? packed | SeaBit : packed & ~SeaBit;
    }

    public static bool IsSea(uint texel) => (texel & SeaBit) != 0;
}

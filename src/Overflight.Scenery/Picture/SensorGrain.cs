using System.Numerics;
using System.Runtime.InteropServices;
using Overflight.Tracks;

namespace Overflight.Scenery.Picture;

/// <summary>The noise of a sensor: a field of noise, at another offset in every row and picture.</summary>
internal sealed class SensorGrain
{
    private const int Length = 8192;
    private const int Strengths = 6;
    private readonly byte[][] _up = new byte[Strengths][];
    private readonly byte[][] _down = new byte[Strengths][];

    public SensorGrain(ulong seed)
    {
        for (var strength = 0; strength < Strengths; strength++)
        {
            (_up[strength], _down[strength]) = (new byte[Length], new byte[Length]);
            for (var n = 0; n < Length; n++)
            {
                var bits = Ground.Noise.Bits(n, strength, (uint)seed + 131);
                // The sum of three even ones is near enough to a normal one.
                var value = (int)Math.Round(strength * ((bits & 255) + (bits >> 8 & 255) + (bits >> 16 & 255) - 382.5) / 147.0);
                (_up[strength][n], _down[strength][n]) = ((byte)Math.Max(0, value), (byte)Math.Max(0, -value));
            }
        }
    }

    /// <summary>Adds noise of so many steps to the luma.</summary>
    public void Add(PictureFrame frame, int strength, UtcInstant time)
    {
        if (strength == 0)
            return;
        var (up, down) = (_up[strength], _down[strength]);
        for (var row = 0; row < frame.Height; row++)
        {
            var offset = (int)(Ground.Noise.Bits(row, (int)time.Microseconds, 137) % (uint)(Length - frame.Width));
            Add(frame.Luma(row), up.AsSpan(offset, frame.Width), down.AsSpan(offset, frame.Width));
        }
    }

    // Luma lies between 16 and 235, noise within 15: nothing runs over.
    private static void Add(Span<byte> luma, ReadOnlySpan<byte> up, ReadOnlySpan<byte> down)
    {
        var vectors = MemoryMarshal.Cast<byte, Vector<byte>>(luma);
        var ups = MemoryMarshal.Cast<byte, Vector<byte>>(up);
        var downs = MemoryMarshal.Cast<byte, Vector<byte>>(down);
        for (var n = 0; n < vectors.Length; n++)
            vectors[n] = Vector.Max(new Vector<byte>(16), Vector.Min(new Vector<byte>(235), vectors[n] + ups[n] - downs[n]));
        for (var n = vectors.Length * Vector<byte>.Count; n < luma.Length; n++)
            luma[n] = (byte)Math.Clamp(luma[n] + up[n] - down[n], 16, 235);
    }
}

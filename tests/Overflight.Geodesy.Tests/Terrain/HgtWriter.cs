using System.Buffers.Binary;

namespace Overflight.Geodesy.Tests.Terrain;

/// <summary>Writes SRTM tiles.</summary>
internal static class HgtWriter
{
    /// <summary>A tile whose height depends on the part of the degree north and east of its corner.</summary>
    public static byte[] Tile(Func<double, double, double> height, int across = 1201)
    {
        var bytes = new byte[across * across * 2];
        for (var row = 0; row < across; row++)
            for (var column = 0; column < across; column++)
                BinaryPrimitives.WriteInt16BigEndian(
                    bytes.AsSpan(2 * (row * across + column)), (short)height(1 - row / (double)(across - 1), column / (double)(across - 1)));
        return bytes;
    }
}

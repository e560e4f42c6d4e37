using System.Buffers.Binary;
using System.Text;

namespace Overflight.Geodesy.Tests.Terrain;

/// <summary>Writes DTED cells by MIL-PRF-89020B.</summary>
internal static class DtedWriter
{
    public const int HeaderBytes = 80 + 648 + 2700;

    /// <summary>A cell of a degree; intervals in tenths of a second; heights by column from the west and row from the south; null for none.</summary>
    public static byte[] Cell(int south, int west, int longitudeTenths, int latitudeTenths, Func<int, int, int?> height)
    {
        var (columns, rows) = (36_000 / longitudeTenths + 1, 36_000 / latitudeTenths + 1);
        var record = 12 + 2 * rows;
        var bytes = new byte[HeaderBytes + columns * record];
        bytes.AsSpan(0, HeaderBytes).Fill((byte)' ');
        Text(0, "UHL1");
        Text(4, $"{Math.Abs(west):000}0000{(west < 0 ? 'W' : 'E')}{Math.Abs(south):000}0000{(south < 0 ? 'S' : 'N')}{longitudeTenths:0000}{latitudeTenths:0000}NA  U  ");
        Text(47, $"{columns:0000}{rows:0000}0");
        Text(80, "DSIU");
        Text(80 + 141, "MSLWGS84");
        Text(728, "ACC");
        for (var column = 0; column < columns; column++)
        {
            var at = bytes.AsSpan(HeaderBytes + column * record, record);
            at[0] = 0xAA;
            at[2] = (byte)(column >> 8);
            at[3] = (byte)column;
            BinaryPrimitives.WriteUInt16BigEndian(at[4..], (ushort)column);
            for (var row = 0; row < rows; row++)
            {
                var metres = height(column, row) ?? -32_767;
                BinaryPrimitives.WriteUInt16BigEndian(at[(8 + 2 * row)..], (ushort)(metres < 0 ? 0x8000 | -metres : metres));
            }
            var sum = 0;
            foreach (var part in at[..^4])
                sum += part;
            BinaryPrimitives.WriteInt32BigEndian(at[^4..], sum);
        }
        return bytes;

        void Text(int offset, string text) => Encoding.ASCII.GetBytes(text).CopyTo(bytes, offset);
    }
}

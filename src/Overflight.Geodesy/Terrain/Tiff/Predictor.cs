using System.Runtime.InteropServices;

namespace Overflight.Geodesy.Terrain.Tiff;

/// <summary>Undoes the predictors (TIFF 6.0, section 14; Adobe, TIFF Technical Note 3) and the file's byte order, in place.</summary>
internal static class Predictor
{
    /// <summary>Leaves samples in the machine's byte order.</summary>
    public static void Undo(int predictor, Span<byte> bytes, int rowBytes, SampleKind kind, bool isLittleEndian)
    {
        // The third predictor has its own order of bytes, whatever the file's.
        if (predictor != 3 && isLittleEndian != BitConverter.IsLittleEndian)
            kind.Reverse(bytes);
        if (predictor == 1)
            return;
        var copy = predictor == 3 ? new byte[rowBytes] : [];
        for (var at = 0; at + rowBytes <= bytes.Length; at += rowBytes)
        {
            var row = bytes.Slice(at, rowBytes);
            if (predictor == 3)
                Planes(row, copy, kind.Bytes);
            else if (kind.Bytes == 2)
                Add(MemoryMarshal.Cast<byte, ushort>(row));
            else if (kind.Bytes == 4)
                Add(MemoryMarshal.Cast<byte, uint>(row));
            else
                Add(MemoryMarshal.Cast<byte, ulong>(row));
        }
    }

    private static void Add<T>(Span<T> row)
        where T : System.Numerics.IBinaryInteger<T>
    {
        for (var i = 1; i < row.Length; i++)
            row[i] = unchecked(row[i] + row[i - 1]);
    }

    /// <summary>A row's highest bytes come first, then the next ones, and all as differences.</summary>
    private static void Planes(Span<byte> row, Span<byte> copy, int size)
    {
        Add(row);
        row.CopyTo(copy);
        var count = row.Length / size;
        for (var i = 0; i < count; i++)
            for (var k = 0; k < size; k++)
                row[i * size + (BitConverter.IsLittleEndian ? size - 1 - k : k)] = copy[k * count + i];
    }
}

using ParquetSharp;
using Encoding = System.Text.Encoding;

namespace Overflight.Archive.Columns;

/// <summary>A text's UTF-8 bytes at an address that never moves, for the Parquet writer.</summary>
internal readonly struct PinnedText
{
    private readonly byte[] _bytes;

    public PinnedText(string text)
    {
        // A byte more, so that the empty text has an address as well.
        _bytes = GC.AllocateUninitializedArray<byte>(Encoding.UTF8.GetByteCount(text) + 1, pinned: true);
        Encoding.UTF8.GetBytes(text, _bytes);
    }

    /// <summary>Valid as long as this value is reachable.</summary>
    public unsafe ByteArray Bytes => new((nint)System.Runtime.CompilerServices.Unsafe.AsPointer(ref _bytes[0]), _bytes.Length - 1);
}

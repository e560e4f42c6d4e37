using System.Buffers.Binary;

namespace Overflight.Record.Tiles;

/// <summary>Entries one after the other, each behind its length as a big-endian uint16 (C2SP tlog-tiles, "Log entries").</summary>
public static class EntryBundle
{
    /// <summary>The longest entry, bytes.</summary>
    public const int MaximumEntryLength = ushort.MaxValue;

    /// <summary>Reads the entry that begins at <paramref name="offset"/> and moves the offset behind it; false where none is whole.</summary>
    public static bool TryRead(ReadOnlySpan<byte> bundle, ref int offset, out ReadOnlySpan<byte> entry)
    {
        entry = default;
        if (bundle.Length - offset < 2)
            return false;
        var length = BinaryPrimitives.ReadUInt16BigEndian(bundle[offset..]);
        if (bundle.Length - offset - 2 < length)
            return false;
        entry = bundle.Slice(offset + 2, length);
        offset += 2 + length;
        return true;
    }

    /// <summary>The entry at a place in the bundle.</summary>
    /// <exception cref="RecordException">The bundle ends before it.</exception>
    public static ReadOnlyMemory<byte> Entry(ReadOnlyMemory<byte> bundle, int place)
    {
        var offset = 0;
        for (var i = 0; ; i++)
        {
            if (!TryRead(bundle.Span, ref offset, out var entry))
                throw new RecordException($"the entry bundle ends before its entry {place}, at byte {offset}");
            if (i == place)
                return bundle.Slice(offset - entry.Length, entry.Length);
        }
    }
}

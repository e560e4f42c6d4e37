using System.Numerics;
using System.Runtime.InteropServices;

namespace Overflight.Archive.Storage;

/// <summary>CRC-32C (Castagnoli; RFC 3720, appendix B.4) by the processor's instruction where it has one.</summary>
internal static class Crc32C
{
    /// <summary>The state before any byte.</summary>
    public const uint Start = uint.MaxValue;

    /// <summary>The state after more bytes.</summary>
    public static uint Add(uint state, ReadOnlySpan<byte> bytes)
    {
        var words = MemoryMarshal.Cast<byte, ulong>(bytes);
        foreach (var word in words)
            state = BitOperations.Crc32C(state, word);
        foreach (var rest in bytes[(words.Length * 8)..])
            state = BitOperations.Crc32C(state, rest);
        return state;
    }

    /// <summary>The checksum that a state stands for.</summary>
    public static uint End(uint state) => ~state;
}

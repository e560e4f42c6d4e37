using System.Buffers.Binary;
using System.Runtime.InteropServices;
using Overflight.Misb.Sets;

namespace Overflight.Misb.Diagnosis.Repairing;

/// <summary>Changes IEEE numbers of universal sets where they stand.</summary>
internal static class ItemBytes
{
    /// <summary>Writes another number over an item's, in its own length. False where the item is no part of the packet or no such number.</summary>
    /// <param name="packet">The packet's bytes, of which the item was read.</param>
    /// <param name="copy">A copy of them, which is changed.</param>
    /// <param name="item">The item.</param>
    /// <param name="value">The number.</param>
    public static bool TryOverwrite(ReadOnlyMemory<byte> packet, byte[] copy, KlvNode item, double value)
    {
        if (!MemoryMarshal.TryGetArray(packet, out var whole) || !MemoryMarshal.TryGetArray(item.Raw, out var part) || whole.Array != part.Array)
            return false;
        var place = copy.AsSpan(part.Offset - whole.Offset, part.Count);
        switch (place.Length)
        {
            case 4:
                BinaryPrimitives.WriteSingleBigEndian(place, (float)value);
                return true;
            case 8:
                BinaryPrimitives.WriteDoubleBigEndian(place, value);
                return true;
            default:
                return false;
        }
    }
}

using System.Numerics;

namespace Overflight.Misb.Sets;

/// <summary>Names of enumerated values and of flags.</summary>
internal static class Labels
{
    public static string? Of(ItemDefinition item, ulong value) =>
        value < (ulong)item.Labels.Count && item.Labels[(int)value] is { Length: > 0 } label ? label : null;

    /// <summary>The labels of the bits that are set, lowest first; the number of a bit without a label.</summary>
    public static IEnumerable<string> OfFlags(ItemDefinition item, ReadOnlyMemory<byte> bytes)
    {
        for (var bit = 0; bit < 8 * bytes.Length; bit++)
            if ((bytes.Span[bytes.Length - 1 - bit / 8] >> bit % 8 & 1) != 0)
                yield return Of(item, (ulong)bit) ?? bit.ToString();
    }
}

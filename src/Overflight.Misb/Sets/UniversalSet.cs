using Overflight.Misb.Klv;

namespace Overflight.Misb.Sets;

/// <summary>Reads universal sets: items named by keys of 16 bytes (SMPTE ST 336), as in EG 0104 and the universal form of ST 0102.</summary>
public static class UniversalSet
{
    /// <summary>Every item of a universal set and all within it, as trees in the order of the bytes; items that are not listed have tag 0 and stay bytes.</summary>
    /// <param name="definition">The standard.</param>
    /// <param name="value">The value of the set's packet.</param>
    /// <param name="problems">Where problems are added, with offsets from the start of the value; null where they do not matter.</param>
    public static IReadOnlyList<KlvNode> Read(SetDefinition definition, ReadOnlyMemory<byte> value, ICollection<KlvProblem>? problems = null)
    {
        ArgumentNullException.ThrowIfNull(definition);
        if (value.IsEmpty)
            return [];
        var whole = Define.UniversalSet(0, definition.Name, () => definition);
        return new NodeReader(problems, null).Read(0, whole, value, 0).Children;
    }
}

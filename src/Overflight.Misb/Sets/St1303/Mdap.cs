using System.Diagnostics.CodeAnalysis;
using Overflight.Misb.Klv;

namespace Overflight.Misb.Sets.St1303;

/// <summary>A multi-dimensional array of numbers (MISB ST 1303.2, MDARRAY), last dimension fastest.</summary>
public sealed class Mdap
{
    /// <summary>The most elements that are read: a run-length code of few bytes may claim any number.</summary>
    public const int MaxElements = 1 << 20;

    private const int MaxDimensions = 16;

    private Mdap(int[] sizes, double[] values)
    {
        Sizes = sizes;
        Values = values;
    }

    /// <summary>The size of each dimension.</summary>
    public IReadOnlyList<int> Sizes { get; }

    /// <summary>The elements; bits as 0 and 1, IMAPB special values as NaN or infinity.</summary>
    public IReadOnlyList<double> Values { get; }

    /// <summary>Reads an array in any of the five array processing algorithms. False where the bytes are not exactly one.</summary>
    /// <param name="bytes">The value of the item.</param>
    /// <param name="elements">How an element of the natural algorithm is coded: one definition for all, or one for each row of the first dimension.</param>
    /// <param name="array">What was read.</param>
    internal static bool TryRead(ReadOnlySpan<byte> bytes, IReadOnlyList<ItemDefinition> elements, [NotNullWhen(true)] out Mdap? array)
    {
        array = null;
        var reader = new OidReader(bytes);
        if (!reader.TryNext(MaxDimensions, out var dimensions) || dimensions == 0)
            return false;
        var sizes = new int[dimensions];
        long count = 1;
        for (var i = 0; i < dimensions; i++)
        {
            if (!reader.TryNext(MaxElements, out sizes[i]) || sizes[i] == 0 || (count *= sizes[i]) > MaxElements)
                return false;
        }
        if (!reader.TryNext(8, out var size) || !reader.TryNext(5, out var algorithm))
            return false;
        var values = new double[count];
        var done = algorithm switch
        {
            1 => Natural(reader.Rest, size, elements, sizes[0], values),
            2 => MdapAlgorithms.TryImapb(reader.Rest, size, values),
            3 => MdapAlgorithms.TryBits(reader.Rest, values),
            4 => MdapAlgorithms.TryBiased(reader, values),
            5 => MdapAlgorithms.TryRuns(reader, size, elements[0], sizes, values),
            _ => false,
        };
        array = done ? new(sizes, values) : null;
        return done;
    }

    private static bool Natural(ReadOnlySpan<byte> rest, int size, IReadOnlyList<ItemDefinition> elements, int rows, double[] values)
    {
        if (size == 0 || rest.Length != (long)values.Length * size || elements.Count > 1 && elements.Count < rows)
            return false;
        for (var i = 0; i < values.Length; i++)
        {
            var element = elements.Count == 1 ? elements[0] : elements[i / (values.Length / rows)];
            if (!MdapAlgorithms.TryElement(element, rest.Slice(i * size, size), out values[i]))
                return false;
        }
        return true;
    }
}

namespace Overflight.Feeds.Asterix;

/// <summary>
/// How a data item is laid out: enough to know its length exactly, whether or not its content is used
/// (EUROCONTROL-SPEC-0149 part 1, "data field" structures).
/// </summary>
internal sealed class ItemForm
{
    /// <summary>Stands for the reserved expansion field.</summary>
    public const int Expansion = 1001;

    /// <summary>Stands for the special purpose field.</summary>
    public const int SpecialPurpose = 1002;

    private readonly ItemShape _shape;
    private readonly int _octets;
    private readonly int _mostParts;
    private readonly ItemForm?[] _parts;

    private ItemForm(int number, ItemShape shape, int octets, int mostParts = int.MaxValue, params ItemForm?[] parts)
    {
        Number = number;
        _shape = shape;
        _octets = octets;
        _mostParts = mostParts;
        _parts = parts;
    }

    /// <summary>The item's number within its category, or <see cref="Expansion"/>, or <see cref="SpecialPurpose"/>.</summary>
    public int Number { get; }

    /// <summary>The item's number as the standard writes it.</summary>
    public string Name => Number switch
    {
        Expansion => "RE",
        SpecialPurpose => "SP",
        _ => Number.ToString("000", System.Globalization.CultureInfo.InvariantCulture),
    };

    /// <summary>The subfields of a compound item by their place in its primary subfield, from 0.</summary>
    public ReadOnlySpan<ItemForm?> Parts => _parts;

    /// <summary>An item of so many octets.</summary>
    public static ItemForm Fixed(int number, int octets) => new(number, ItemShape.Fixed, octets);

    /// <summary>Parts of so many octets, each of whose last bit says whether another follows.</summary>
    public static ItemForm Extended(int number, int octets = 1, int mostParts = int.MaxValue) => new(number, ItemShape.Extended, octets, mostParts);

    /// <summary>An octet with a count, then so many times so many octets.</summary>
    public static ItemForm Repetitive(int number, int octets) => new(number, ItemShape.Repetitive, octets);

    /// <summary>An octet with the length, itself included.</summary>
    public static ItemForm Explicit(int number) => new(number, ItemShape.Explicit, 0);

    /// <summary>A primary subfield whose bits say which of the parts follow; null where none is defined.</summary>
    public static ItemForm Compound(int number, params ItemForm?[] parts) => new(number, ItemShape.Compound, 0, int.MaxValue, parts);

    /// <summary>A compound item whose parts are all of fixed length; 0 where none is defined.</summary>
    public static ItemForm Compound(int number, params ReadOnlySpan<int> octets)
    {
        var parts = new ItemForm?[octets.Length];
        for (var i = 0; i < parts.Length; i++)
            parts[i] = octets[i] == 0 ? null : Fixed(i + 1, octets[i]);
        return Compound(number, parts);
    }

    /// <summary>How many of the octets at the start of some data are the item's; −1 where the data end first or have no such form.</summary>
    public int LengthIn(ReadOnlySpan<byte> data)
    {
        var length = _shape switch
        {
            ItemShape.Fixed => _octets,
            ItemShape.Extended => ExtendedLength(data),
            ItemShape.Repetitive => data.IsEmpty ? -1 : 1 + data[0] * _octets,
            ItemShape.Explicit => data.IsEmpty || data[0] == 0 ? -1 : data[0],
            _ => CompoundLength(data),
        };
        return length <= data.Length ? length : -1;
    }

    private int ExtendedLength(ReadOnlySpan<byte> data)
    {
        var length = _octets;
        for (var part = 1; length <= data.Length && (data[length - 1] & 1) != 0 && part < _mostParts; part++)
            length += _octets;
        return length;
    }

    private int CompoundLength(ReadOnlySpan<byte> data)
    {
        var walker = new CompoundWalker(this, data);
        while (walker.MoveNext())
        {
        }
        return walker.IsWhole ? walker.Position : -1;
    }
}

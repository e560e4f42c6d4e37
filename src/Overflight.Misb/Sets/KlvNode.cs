using Overflight.Misb.Klv;
using Overflight.Misb.Sets.St1303;

namespace Overflight.Misb.Sets;

/// <summary>An item, field or element with all that lies within it, as a tree that stands by itself.</summary>
public sealed record KlvNode
{
    /// <summary>The tag in its set (0 for a key that is not listed), or the place in its pack or series from 1.</summary>
    public required ulong Tag { get; init; }

    /// <summary>The key of an item of a universal set; the default for any other.</summary>
    public UniversalKey Key { get; init; }

    /// <summary>The name in its standard.</summary>
    public string Name { get; init; } = "";

    /// <summary>The unit of its number; null where it has none.</summary>
    public string? Unit { get; init; }

    /// <summary>What its value is.</summary>
    public required ValueKind Kind { get; init; }

    /// <summary>The number, also of an integer; NaN for anything else.</summary>
    public double Number { get; init; } = double.NaN;

    /// <summary>The integer: unsigned ones as their bits.</summary>
    public long IntegerBits { get; init; }

    /// <summary>The special value.</summary>
    public SpecialValue Special { get; init; }

    /// <summary>The text, an identifier as text, or the label of an enumerated value; null where there is none.</summary>
    public string? Text { get; init; }

    /// <summary>The labels of flags that are set.</summary>
    public IReadOnlyList<string> Flags { get; init; } = [];

    /// <summary>The bytes of the value.</summary>
    public ReadOnlyMemory<byte> Raw { get; init; }

    /// <summary>The items of a set, the fields of a pack, or the elements of a series.</summary>
    public IReadOnlyList<KlvNode> Children { get; init; } = [];

    /// <summary>The array, where it is one (ST 1303); null otherwise.</summary>
    public Mdap? Array { get; init; }

    /// <summary>The standard of the set that nests here; null where none does.</summary>
    public string? Standard { get; init; }

    /// <summary>The first child of a tag; null where there is none.</summary>
    public KlvNode? this[ulong tag] => Children.FirstOrDefault(c => c.Tag == tag);

    /// <summary>The first child of a name; null where there is none.</summary>
    public KlvNode? this[string name] => Children.FirstOrDefault(c => c.Name == name);

    /// <summary>A number, to be written in the unit of its item.</summary>
    public static KlvNode Of(ulong tag, double number) => new() { Tag = tag, Kind = ValueKind.Number, Number = number };

    /// <summary>A whole number, to be written.</summary>
    public static KlvNode Of(ulong tag, long number) => new() { Tag = tag, Kind = ValueKind.SignedInteger, Number = number, IntegerBits = number };

    /// <summary>A text, to be written.</summary>
    public static KlvNode Of(ulong tag, string text) => new() { Tag = tag, Kind = ValueKind.Text, Text = text };

    /// <summary>A pack, series or set of its parts, to be written.</summary>
    public static KlvNode Of(ulong tag, params IReadOnlyList<KlvNode> children) => new() { Tag = tag, Kind = ValueKind.Structure, Children = children };
}

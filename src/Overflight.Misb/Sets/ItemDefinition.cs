using Overflight.Misb.Klv;

namespace Overflight.Misb.Sets;

/// <summary>What a standard says of one item: its tag, name, unit, coding, range, special values and what nests in it.</summary>
public sealed record ItemDefinition
{
    private readonly Imapb[] _mappings = [];

    /// <summary>The item's tag in its local set; for a field of a pack, its place from 1.</summary>
    public required ulong Tag { get; init; }

    /// <summary>The item's name in its standard.</summary>
    public required string Name { get; init; }

    /// <summary>The unit of its number; null where it has none.</summary>
    public string? Unit { get; init; }

    /// <summary>How its bytes stand for its value.</summary>
    public required Coding Coding { get; init; }

    /// <summary>The bytes that a value must have; 0 where lengths vary.</summary>
    public int Length { get; init; }

    /// <summary>The most bytes that a value may have; 0 where there is no such limit.</summary>
    public int MaxLength { get; init; }

    /// <summary>The bytes in which a number is written where nothing else says so.</summary>
    public int DefaultLength { get; init; }

    /// <summary>The lowest number, for linear and IMAPB codings.</summary>
    public double Min { get; init; }

    /// <summary>The highest number, for linear and IMAPB codings.</summary>
    public double Max { get; init; }

    /// <summary>What the lowest signed code of a linear coding says; <see cref="SpecialValue.None"/> where codes are unsigned.</summary>
    public SpecialValue Special { get; init; }

    /// <summary>The highest standard deviation that an SDCC pack can state of it in IMAPB, from 0; 0 where its standard gives no such range (ST 1010).</summary>
    public double MaxDeviation { get; init; }

    /// <summary>Names of the values of an enumeration, or of the bits of flags, from 0; an empty name is not assigned.</summary>
    public IReadOnlyList<string> Labels { get; init; } = [];

    /// <summary>The fields of a pack in order, or the one element of a series.</summary>
    public IReadOnlyList<ItemDefinition> Fields { get; init; } = [];

    /// <summary>How it is told from what follows it in a pack or series.</summary>
    public Framing Framing { get; init; }

    /// <summary>Whether the number of elements comes before a series, as BER-OID.</summary>
    public bool Counted { get; init; }

    /// <summary>Whether a set may hold it more than once.</summary>
    public bool Repeats { get; init; }

    /// <summary>Its universal key; the default where this library needs none.</summary>
    public UniversalKey Key { get; init; }

    /// <summary>The set that nests in it; null where none does.</summary>
    public SetDefinition? Set => Nested?.Invoke();

    internal Func<SetDefinition>? Nested { get; init; }

    internal LinearMap Linear { get; init; }

    internal IReadOnlyList<Imapb> Mappings
    {
        get => _mappings;
        init => _mappings = [.. value];
    }

    /// <summary>The IMAPB mapping of this item onto 1 to 8 bytes.</summary>
    internal ref readonly Imapb Mapping(int length) => ref _mappings[length - 1];
}

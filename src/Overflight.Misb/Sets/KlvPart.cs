using Overflight.Misb.Klv;
using Overflight.Misb.Sets.St0903;

namespace Overflight.Misb.Sets;

/// <summary>A part of a nested set, pack or series, read where it stands: value and bytes, without a tree. Allocates nothing but for <see cref="Text"/>.</summary>
public readonly ref struct KlvPart
{
    private readonly Scalar _value;
    private readonly VmtiState? _vmti;
    private readonly int _depth;

    internal KlvPart(ulong tag, ItemDefinition? definition, ReadOnlySpan<byte> raw, VmtiState? vmti, int depth)
    {
        Tag = tag;
        Definition = definition;
        Raw = raw;
        _vmti = vmti;
        _depth = depth;
        if (definition is not null)
            ItemDecoder.TryDecode(definition, raw, out _value, out _);
        else
            _value = raw.IsEmpty ? default : new(ValueKind.Bytes);
    }

    /// <summary>The tag in its set (0 for a key that is not listed), or the place in its pack or series from 1.</summary>
    public ulong Tag { get; }

    /// <summary>What its standard says of it; null for a tag or key that is not listed.</summary>
    public ItemDefinition? Definition { get; }

    /// <summary>The bytes of its value.</summary>
    public ReadOnlySpan<byte> Raw { get; }

    /// <summary>What its value is.</summary>
    public ValueKind Kind => _value.Kind;

    /// <summary>Its value as a number, also for integers; NaN for anything else.</summary>
    public double Number => _value.Number;

    /// <summary>Its value as an unsigned integer; 0 where it is not <see cref="ValueKind.UnsignedInteger"/>.</summary>
    public ulong UnsignedInteger => Kind == ValueKind.UnsignedInteger ? (ulong)_value.Bits : 0;

    /// <summary>Its value as a signed integer; 0 where it is not <see cref="ValueKind.SignedInteger"/>.</summary>
    public long SignedInteger => Kind == ValueKind.SignedInteger ? _value.Bits : 0;

    /// <summary>The special value; <see cref="SpecialValue.None"/> where it is none.</summary>
    public SpecialValue Special => _value.Special;

    /// <summary>Its text, where it is text; null otherwise.</summary>
    public string? Text => Kind == ValueKind.Text ? TextDecoder.Of(Definition!.Coding, Raw) : null;

    /// <summary>What nests in it; none in a value of its own, in arrays (ST 1303) and uncertainties (ST 1010), and deeper than this library follows.</summary>
    public KlvParts Parts => new(Definition, Kind, Raw, _vmti, _depth);
}

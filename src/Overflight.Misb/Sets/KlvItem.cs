using Overflight.Misb.Klv;
using Overflight.Misb.Sets.St0903;
using Overflight.Misb.Sets.St1010;

namespace Overflight.Misb.Sets;

/// <summary>One item of a set that was read: tag, name, unit, bytes and value. A view: it is good until its set reads other bytes.</summary>
public readonly struct KlvItem
{
    private readonly KlvSet _set;
    private readonly int _index;

    internal KlvItem(KlvSet set, int index)
    {
        _set = set;
        _index = index;
    }

    /// <summary>The item's tag.</summary>
    public ulong Tag => _set.PlaceAt(_index).Tag;

    /// <summary>What its standard says of it; null for a tag that is not listed.</summary>
    public ItemDefinition? Definition => _set.DefinitionAt(_index);

    /// <summary>Its name; <c>Tag n</c> for one that is not listed.</summary>
    public string Name => Definition?.Name ?? $"Tag {Tag}";

    /// <summary>The unit of its number; null where it has none.</summary>
    public string? Unit => Definition?.Unit;

    /// <summary>Where it lies in its set.</summary>
    public LocalItem Place => _set.PlaceAt(_index);

    /// <summary>The bytes of its value.</summary>
    public ReadOnlyMemory<byte> Raw => _set.Bytes.Slice(Place.ValueOffset, Place.Length);

    /// <summary>What its value is.</summary>
    public ValueKind Kind => _set.ScalarAt(_index).Kind;

    /// <summary>Its value as a number, also for integers; NaN for anything else.</summary>
    public double Number => _set.ScalarAt(_index).Number;

    /// <summary>Its value as an unsigned integer; 0 where it is not <see cref="ValueKind.UnsignedInteger"/>.</summary>
    public ulong UnsignedInteger => Kind == ValueKind.UnsignedInteger ? (ulong)_set.ScalarAt(_index).Bits : 0;

    /// <summary>Its value as a signed integer; 0 where it is not <see cref="ValueKind.SignedInteger"/>.</summary>
    public long SignedInteger => Kind == ValueKind.SignedInteger ? _set.ScalarAt(_index).Bits : 0;

    /// <summary>The special value; <see cref="SpecialValue.None"/> where it is none.</summary>
    public SpecialValue Special => _set.ScalarAt(_index).Special;

    /// <summary>Its text, where it is text; null otherwise. Bytes that break UTF-8 read as U+FFFD.</summary>
    public string? Text => Kind == ValueKind.Text ? TextDecoder.Of(Definition!.Coding, Raw.Span) : null;

    /// <summary>The name of its value in an enumeration; null where there is none.</summary>
    public string? Label => Definition is { Coding: Coding.Enumeration } item ? Labels.Of(item, UnsignedInteger) : null;

    /// <summary>The uncertainties that an SDCC pack states of the items before it; null where this is none, or fewer items stand before it than it speaks of.</summary>
    public SdccPack? Uncertainties()
    {
        if (Definition is not { Coding: Coding.Sdcc })
            return null;
        var (set, index) = (_set, _index);
        if (!SdccPack.TryRead(Raw.Span, null, out var sizes) || sizes.Size > index)
            return null;
        var first = index - sizes.Size;
        return SdccPack.TryRead(Raw.Span, i => set.DefinitionAt(first + i) is { MaxDeviation: > 0 and var max } ? (0, max) : null, out var pack)
            ? pack.Of([.. Enumerable.Range(first, sizes.Size).Select(i => set.PlaceAt(i).Tag)])
            : null;
    }

    /// <summary>What nests in it, read where it stands, without a tree; none in a value of its own.</summary>
    /// <param name="vmti">What the stream said before of the version of its VMTI sets; null where the set stands alone.</param>
    public KlvParts Parts(VmtiState? vmti = null) => new(Definition, Kind, Raw.Span, vmti, 0);

    /// <summary>The item and all within it, as a tree.</summary>
    /// <param name="problems">Where problems within it are added, with offsets from the start of the set's bytes; null where they do not matter.</param>
    /// <param name="vmti">What the stream said before of the version of its VMTI sets; null where the set stands alone.</param>
    public KlvNode ToNode(ICollection<KlvProblem>? problems = null, VmtiState? vmti = null) => new NodeReader(problems, vmti).Read(this);
}

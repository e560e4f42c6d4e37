using Overflight.Misb.Klv;
using Overflight.Misb.Sets.St0903;

namespace Overflight.Misb.Sets;

/// <summary>Walks the parts of a nested set, pack or series where they stand, for <c>foreach</c>. What cannot be read is passed over; <see cref="KlvItem.ToNode"/> says why.</summary>
public ref struct KlvParts
{
    private readonly ItemDefinition? _item;
    private readonly SetDefinition? _set;
    private readonly ReadOnlySpan<byte> _bytes;
    private readonly VmtiState? _vmti;
    private readonly int _depth;
    private LocalSetReader _local;
    private KlvReader _universal;
    private int _at;
    private int _count;

    internal KlvParts(ItemDefinition? item, ValueKind kind, ReadOnlySpan<byte> bytes, VmtiState? vmti, int depth)
    {
        _bytes = bytes;
        _vmti = vmti;
        _depth = depth + 1;
        if (item is null || kind is not (ValueKind.Set or ValueKind.Structure) || depth >= PartFraming.MaxDepth)
            return;
        _item = item;
        if (kind == ValueKind.Set)
        {
            _set = item.Set!;
            if (ReferenceEquals(_set, St0903Set.Definition))
                _set = (vmti ?? new()).Choose(bytes);
            _local = new LocalSetReader(bytes);
            _universal = new KlvReader(bytes);
        }
        else if (item is { Coding: Coding.Series, Counted: true } && !Ber.TryReadOid(bytes, out _, out _at))
        {
            _at = bytes.Length;
        }
    }

    /// <summary>The part found by <see cref="MoveNext"/>.</summary>
    public KlvPart Current { get; private set; }

    /// <summary>Itself.</summary>
    public readonly KlvParts GetEnumerator() => this;

    /// <summary>Goes to the next part.</summary>
    public bool MoveNext() => _item?.Coding switch
    {
        Coding.LocalSet => NextItem(),
        Coding.UniversalSet => NextKey(),
        Coding.Pack => _count < _item.Fields.Count && NextFramed(_item.Fields[_count], _item.Fields[_count].Tag, _item.Fields.Count - _count),
        Coding.Series => NextFramed(_item.Fields[0], (ulong)_count + 1, 1),
        _ => false,
    };

    private bool NextItem()
    {
        // A problem is the last thing read.
        if (_local.Read() != KlvRead.Found)
            return false;
        var item = _local.Item;
        Current = new KlvPart(item.Tag, _set!.Find(item.Tag), _bytes.Slice(item.ValueOffset, item.Length), _vmti, _depth);
        return true;
    }

    private bool NextKey()
    {
        for (var step = _universal.Read(); step != KlvRead.End; step = _universal.Read())
            if (step == KlvRead.Found)
            {
                var item = _set!.Find(_universal.Packet.Key);
                Current = new KlvPart(item?.Tag ?? 0, item, _universal.Packet.Value, _vmti, _depth);
                return true;
            }
        return false;
    }

    private bool NextFramed(ItemDefinition part, ulong tag, int left)
    {
        if (_at >= _bytes.Length || !PartFraming.TryFrame(part, _bytes[_at..], left, out var skip, out var length) || skip + length == 0 && _item!.Coding == Coding.Series)
            return false;
        Current = new KlvPart(tag, part, _bytes.Slice(_at + skip, length), _vmti, _depth);
        _at += skip + length;
        _count++;
        return true;
    }
}

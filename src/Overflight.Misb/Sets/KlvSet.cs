using Overflight.Misb.Klv;
using Overflight.Misb.Sets.St0903;

namespace Overflight.Misb.Sets;

/// <summary>A local set that was read: its items in their order, each with its value, and what is wrong with it.</summary>
/// <remarks>
/// It reads again without allocating once it has seen as many items before. It does not copy the bytes that it reads: they must stay as they are
/// while the set is used. Changing an item makes new bytes, in which every other item is as it was.
/// </remarks>
public sealed partial class KlvSet
{
    private readonly int[] _firstByTag;
    private readonly List<KlvProblem> _problems = [];
    private Entry[] _entries = new Entry[48];

    /// <summary>Makes an empty set of a standard.</summary>
    public KlvSet(SetDefinition definition)
    {
        ArgumentNullException.ThrowIfNull(definition);
        Definition = definition;
        _firstByTag = new int[definition.MaxTag + 1];
    }

    private struct Entry
    {
        public LocalItem Place;
        public ItemDefinition? Definition;
        public Scalar Value;
    }

    /// <summary>The standard that the items are read by.</summary>
    public SetDefinition Definition { get; }

    /// <summary>The bytes of the set: items, without key and length of the whole.</summary>
    public ReadOnlyMemory<byte> Bytes { get; private set; }

    /// <summary>The number of items.</summary>
    public int Count { get; private set; }

    /// <summary>What is wrong with the set and its items, in order of their bytes; offsets are from the start of <see cref="Bytes"/>. What lies within packs and nested sets is reported by <see cref="KlvItem.ToNode"/>.</summary>
    public IReadOnlyList<KlvProblem> Problems => _problems;

    /// <summary>The item at a place, from 0, in the order of the bytes.</summary>
    public KlvItem this[int index] => (uint)index < (uint)Count ? new(this, index) : throw new ArgumentOutOfRangeException(nameof(index));

    /// <summary>Finds the first item of a tag.</summary>
    public bool TryGet(ulong tag, out KlvItem item)
    {
        var index = IndexOf(tag);
        item = index < 0 ? default : new(this, index);
        return index >= 0;
    }

    /// <summary>Reads a set in place of what was here. Items that are damaged are kept as bytes and reported; those behind a tag or length that cannot be read cannot be found.</summary>
    public void Read(ReadOnlyMemory<byte> bytes)
    {
        Bytes = bytes;
        Count = 0;
        _problems.Clear();
        Array.Clear(_firstByTag);
        var reader = new LocalSetReader(bytes.Span);
        for (var step = reader.Read(); step != KlvRead.End; step = reader.Read())
            if (step == KlvRead.Found)
                Add(reader.Item, reader.Value);
            else
                _problems.Add(reader.Problem);
    }

    /// <summary>Every item and all within it, as trees.</summary>
    /// <param name="problems">Where problems within packs and nested sets are added; null where they do not matter.</param>
    /// <param name="vmti">What the stream said before of the version of its VMTI sets; null where the set stands alone.</param>
    public IReadOnlyList<KlvNode> ToNodes(ICollection<KlvProblem>? problems = null, VmtiState? vmti = null)
    {
        var nodes = new KlvNode[Count];
        for (var i = 0; i < Count; i++)
            nodes[i] = this[i].ToNode(problems, vmti);
        return nodes;
    }

    internal ref readonly LocalItem PlaceAt(int index) => ref _entries[index].Place;

    internal ItemDefinition? DefinitionAt(int index) => _entries[index].Definition;

    internal ref readonly Scalar ScalarAt(int index) => ref _entries[index].Value;

    internal int IndexOf(ulong tag)
    {
        if (tag < (ulong)_firstByTag.Length)
            return _firstByTag[tag] - 1;
        for (var i = 0; i < Count; i++)
            if (_entries[i].Place.Tag == tag)
                return i;
        return -1;
    }

    private void Add(in LocalItem place, ReadOnlySpan<byte> value)
    {
        if (Count == _entries.Length)
            Array.Resize(ref _entries, 2 * Count);
        var definition = Definition.Find(place.Tag);
        ref var entry = ref _entries[Count++];
        entry.Place = place;
        entry.Definition = definition;
        if (definition is null)
        {
            entry.Value = new(value.IsEmpty ? ValueKind.Empty : ValueKind.Bytes);
            _problems.Add(new(KlvReason.UnknownTag, place.Tag, place.Offset));
            return;
        }
        if (!ItemDecoder.TryDecode(definition, value, out entry.Value, out var reason))
            _problems.Add(new(reason, place.Tag, place.Offset, place.Length, definition.Length != 0 ? definition.Length : definition.MaxLength));
        ref var first = ref _firstByTag[place.Tag];
        if (first == 0)
            first = Count;
        else if (!definition.Repeats)
            _problems.Add(new(KlvReason.Repeated, place.Tag, place.Offset));
    }
}

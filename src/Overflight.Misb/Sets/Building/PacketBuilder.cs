using Overflight.Misb.Sets.St0601;

namespace Overflight.Misb.Sets.Building;

/// <summary>
/// Builds packets of ST 0601 item by item and puts them into the order that it prescribes: the time stamp first, the checksum last.
/// The version (65) is put in where it is missing, and in a security set that of ST 0102 (22). Not safe for use by several threads at once.
/// </summary>
public sealed class PacketBuilder
{
    /// <summary>The version of ST 0601 that is written.</summary>
    public const ulong Version = 17;

    private const ulong SecurityVersion = 12;
    private const ulong ChecksumTag = 1;
    private const ulong TimeTag = 2;
    private const ulong SecuritySet = 48;
    private const ulong SecurityVersionTag = 22;
    private const ulong VersionTag = 65;

    private readonly List<(ulong Tag, byte[] Value)> _items = [];
    private readonly Dictionary<ulong, KlvSet> _nested = [];

    /// <summary>Forgets all items.</summary>
    public void Clear()
    {
        _items.Clear();
        _nested.Clear();
    }

    /// <summary>Whether an item is there.</summary>
    public bool Has(ulong tag) => _items.Exists(i => i.Tag == tag) || _nested.ContainsKey(tag);

    /// <summary>Sets an item to a value that people write down; see <see cref="ItemText"/>.</summary>
    /// <exception cref="KlvRangeException">The item cannot hold the value, or is the checksum; the packet is unchanged.</exception>
    public void Set(ItemPath path, string text)
    {
        ArgumentNullException.ThrowIfNull(path);
        SetBytes(path, ItemText.Encode(path.Definition, text));
    }

    /// <summary>Sets an item to bytes.</summary>
    /// <exception cref="KlvRangeException">The item is the checksum, or given in whole and in parts.</exception>
    public void SetBytes(ItemPath path, byte[] value)
    {
        ArgumentNullException.ThrowIfNull(path);
        if (path is { Tag: ChecksumTag, Nested: null })
            throw new KlvRangeException("the checksum is worked out and cannot be given");
        var at = _items.FindIndex(i => i.Tag == path.Tag);
        if (path.Nested is { } nested)
        {
            if (at >= 0)
                throw new KlvRangeException($"tag {path.Tag} is given in whole and in parts");
            if (!_nested.TryGetValue(path.Tag, out var set))
                _nested.Add(path.Tag, set = new KlvSet(St0601Set.Definition.Find(path.Tag)!.Set!));
            set.SetBytes(nested, value);
        }
        else if (_nested.ContainsKey(path.Tag))
            throw new KlvRangeException($"tag {path.Tag} is given in whole and in parts");
        else if (at >= 0)
            _items[at] = (path.Tag, value);
        else
            _items.Add((path.Tag, value));
    }

    /// <summary>The packet.</summary>
    public byte[] Build()
    {
        var packet = new St0601Packet();
        foreach (var (tag, value) in _items.OrderBy(i => i.Tag == TimeTag ? 0 : 1))
            packet.Set.SetBytes(tag, value);
        foreach (var (tag, set) in _nested)
        {
            if (tag == SecuritySet && !set.TryGet(SecurityVersionTag, out _))
                set.SetUnsigned(SecurityVersionTag, SecurityVersion);
            packet.Set.SetBytes(tag, set.Bytes.Span);
        }
        if (!Has(VersionTag))
            packet.Set.SetUnsigned(VersionTag, Version);
        packet.Set.SetBytes(ChecksumTag, new byte[packet.Set.Definition.ChecksumSize]);
        return packet.Encode();
    }
}

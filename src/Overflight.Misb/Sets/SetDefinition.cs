using Overflight.Misb.Klv;

namespace Overflight.Misb.Sets;

/// <summary>What a standard says of one local set: the items it may hold.</summary>
public sealed class SetDefinition
{
    private readonly ItemDefinition?[] _byTag;

    internal SetDefinition(string standard, string name, UniversalKey key, ulong checksumTag, ChecksumKind checksum, params ItemDefinition[] items)
    {
        Standard = standard;
        Name = name;
        Key = key;
        ChecksumTag = checksumTag;
        Checksum = checksum;
        Items = items;
        _byTag = new ItemDefinition?[items.Length == 0 ? 1 : (int)items.Max(i => i.Tag) + 1];
        foreach (var item in items)
            _byTag[item.Tag] = _byTag[item.Tag] is null ? item : throw new ArgumentException($"{standard} lists tag {item.Tag} twice", nameof(items));
    }

    /// <summary>The standard, such as <c>ST 0601</c>.</summary>
    public string Standard { get; }

    /// <summary>The set's name in it.</summary>
    public string Name { get; }

    /// <summary>The key of a packet that holds the set by itself; the default where it only nests.</summary>
    public UniversalKey Key { get; }

    /// <summary>The tag of the checksum that ends the set; 0 where it has none.</summary>
    public ulong ChecksumTag { get; }

    /// <summary>How that checksum is made.</summary>
    public ChecksumKind Checksum { get; }

    /// <summary>The bytes of that checksum.</summary>
    public int ChecksumSize => Checksum switch { ChecksumKind.None => 0, ChecksumKind.Crc32 => 4, _ => 2 };

    /// <summary>The items.</summary>
    public IReadOnlyList<ItemDefinition> Items { get; }

    /// <summary>The highest tag that is listed.</summary>
    public int MaxTag => _byTag.Length - 1;

    /// <summary>The item of a tag; null where the standard lists none.</summary>
    public ItemDefinition? Find(ulong tag) => tag < (ulong)_byTag.Length ? _byTag[tag] : null;

    /// <summary>The item of a universal key, whatever the version of the registry; null where the standard lists none.</summary>
    public ItemDefinition? Find(UniversalKey key)
    {
        foreach (var item in Items)
            if (item.Key != default && item.Key.Names(key))
                return item;
        return null;
    }
}

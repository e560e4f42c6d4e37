using System.Buffers.Binary;

namespace Overflight.Misb.Pictures.Mp4;

/// <summary>Reads numbers of a box one after another. What is not there is refused.</summary>
internal ref struct TableReader(ReadOnlySpan<byte> body, string name)
{
    private readonly string _name = name;
    private ReadOnlySpan<byte> _rest = body;

    public byte Byte() => Take(1)[0];

    public ushort UInt16() => BinaryPrimitives.ReadUInt16BigEndian(Take(2));

    public uint UInt32() => BinaryPrimitives.ReadUInt32BigEndian(Take(4));

    public int Int32() => BinaryPrimitives.ReadInt32BigEndian(Take(4));

    public long Int64() => BinaryPrimitives.ReadInt64BigEndian(Take(8));

    /// <summary>version(8) and flags(24) of a full box (4.2); the version is returned.</summary>
    public byte Version()
    {
        var version = Byte();
        Take(3);
        return version;
    }

    /// <summary>A count of entries, which must fit in what is left.</summary>
    public int Count(int entryBytes)
    {
        var count = UInt32();
        return (long)count * entryBytes <= _rest.Length ? (int)count : throw new InvalidDataException($"is damaged: box {_name} states {count:N0} entries and is too short for them");
    }

    public ReadOnlySpan<byte> Take(int count)
    {
        if (count > _rest.Length)
            throw new InvalidDataException($"is damaged: box {_name} is cut short");
        var taken = _rest[..count];
        _rest = _rest[count..];
        return taken;
    }
}

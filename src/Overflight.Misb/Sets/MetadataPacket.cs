using Overflight.Misb.Klv;

namespace Overflight.Misb.Sets;

/// <summary>A packet of one local set: key, length, items and checksum, to read, change and write again.</summary>
/// <remarks>Reading again allocates nothing. Where nothing was changed, <see cref="Encode"/> gives the bytes that were read, faults and all.</remarks>
public class MetadataPacket
{
    private ReadOnlyMemory<byte> _packet;
    private ReadOnlyMemory<byte> _readValue;

    /// <summary>Makes an empty packet of a standard.</summary>
    public MetadataPacket(SetDefinition definition)
    {
        Set = new(definition);
        Key = definition.Key;
    }

    /// <summary>The items.</summary>
    public KlvSet Set { get; }

    /// <summary>The key, as it stands in the packet.</summary>
    public UniversalKey Key { get; private set; }

    /// <summary>What the checksum said of the packet as it was read.</summary>
    public ChecksumState Checksum { get; private set; }

    /// <summary>The problem of a wrong checksum; null where it is right or absent. Offsets count from the start of the packet.</summary>
    public KlvProblem? ChecksumProblem { get; private set; }

    /// <summary>Reads a packet in place of what was here. The bytes are not copied and must stay as they are.</summary>
    /// <param name="packet">Key, length and value, as <see cref="KlvReader"/> finds them.</param>
    /// <returns>False where the bytes are no such packet, or one of another key; then the packet is empty.</returns>
    public bool Read(ReadOnlyMemory<byte> packet)
    {
        var span = packet.Span;
        if (span.Length < UniversalKey.Size || !UniversalKey.Read(span).Names(Set.Definition.Key)
            || !Ber.TryReadLength(span[UniversalKey.Size..], out var length, out var size) || length > span.Length - UniversalKey.Size - size)
        {
            Key = Set.Definition.Key;
            Take(default, default);
            return false;
        }
        Key = UniversalKey.Read(span);
        var header = UniversalKey.Size + size;
        Take(packet[..(header + (int)length)], packet.Slice(header, (int)length));
        return true;
    }

    /// <summary>The packet's bytes: those that were read where nothing was changed; else with its length and checksum made anew.</summary>
    public byte[] Encode()
    {
        if (!_packet.IsEmpty && Set.Bytes.Span.SequenceEqual(_readValue.Span))
            return _packet.ToArray();
        var value = Set.Bytes.Span;
        var packet = new byte[UniversalKey.Size + Ber.SizeOfLength(value.Length) + value.Length];
        Key.Write(packet);
        var header = UniversalKey.Size + Ber.WriteLength(packet.AsSpan(UniversalKey.Size), value.Length);
        value.CopyTo(packet.AsSpan(header));
        if (ChecksumPlace() is { } place)
            BigEndian.Write(packet.AsSpan(header + place.ValueOffset, place.Length), Sum(packet.AsSpan(0, header + place.ValueOffset)));
        return packet;
    }

    private void Take(ReadOnlyMemory<byte> packet, ReadOnlyMemory<byte> value)
    {
        _packet = packet;
        _readValue = value;
        Set.Read(value);
        Checksum = ChecksumState.Absent;
        ChecksumProblem = null;
        if (ChecksumPlace() is not { } place)
            return;
        var at = packet.Length - value.Length + place.ValueOffset;
        var stated = BigEndian.ReadUnsigned(packet.Span.Slice(at, place.Length));
        var actual = Sum(packet.Span[..at]);
        Checksum = stated == actual ? ChecksumState.Valid : ChecksumState.Invalid;
        if (stated != actual)
            ChecksumProblem = new(KlvReason.WrongChecksum, place.Tag, at, (long)stated, (long)actual);
    }

    private ulong Sum(ReadOnlySpan<byte> bytes) => Set.Definition.Checksum switch
    {
        ChecksumKind.Crc16 => Crc16.Of(bytes),
        ChecksumKind.Crc32 => Crc32.Of(bytes),
        _ => RunningChecksum.Of(bytes),
    };

    // A checksum counts only as the last item and of its own length (ST 0601): anything else is an item like others.
    private LocalItem? ChecksumPlace()
    {
        if (Set.Definition.ChecksumTag == 0 || Set.Count == 0)
            return null;
        var last = Set[Set.Count - 1].Place;
        return last.Tag == Set.Definition.ChecksumTag && last.Length == Set.Definition.ChecksumSize ? last : null;
    }
}

using Overflight.Misb.Klv;
using Overflight.Misb.Sets;
using Overflight.Misb.Sets.St0601;
using Overflight.Misb.Sets.St0903;
using Overflight.Misb.Ts;

namespace Overflight.Benchmarks;

/// <summary>Reads every item of every packet of ST 0601 to its typed value and checks checksums; with nested sets, packs and texts on demand.</summary>
internal sealed class VideoItems(bool withinSets) : TsSink
{
    private readonly St0601Packet _packet = new();
    private readonly VmtiState _vmti = new();
    private byte[] _bytes = new byte[1 << 16];
    private double _sum;

    public long Packets { get; private set; }

    public long Items { get; private set; }

    public long Valid { get; private set; }

    /// <summary>Parts within nested sets and packs.</summary>
    public long Parts { get; private set; }

    /// <summary>Kept so that nothing read can be left out by the compiler.</summary>
    public bool IsFinite => double.IsFinite(_sum);

    public override void OnKlv(in KlvAccessUnit unit)
    {
        if (_bytes.Length < unit.Bytes.Length)
            _bytes = new byte[2 * unit.Bytes.Length];
        unit.Bytes.CopyTo(_bytes);
        Read(_bytes.AsMemory(0, unit.Bytes.Length));
    }

    /// <summary>Reads a run of packets.</summary>
    public void Read(ReadOnlyMemory<byte> bytes)
    {
        var reader = new KlvReader(bytes.Span);
        while (reader.Read() == KlvRead.Found)
            if (_packet.Read(bytes.Slice((int)reader.Packet.Offset, reader.Packet.Bytes.Length)))
                Take();
    }

    private void Take()
    {
        Packets++;
        Valid += _packet.Checksum == ChecksumState.Valid ? 1 : 0;
        var set = _packet.Set;
        Items += set.Count;
        for (var i = 0; i < set.Count; i++)
        {
            var item = set[i];
            switch (item.Kind)
            {
                case ValueKind.Number or ValueKind.SignedInteger or ValueKind.UnsignedInteger:
                    _sum += item.Number;
                    break;
                case ValueKind.Text when withinSets:
                    Parts += item.Text!.Length > 0 ? 1 : 0;
                    break;
                case ValueKind.Set or ValueKind.Structure when withinSets:
                    Parts++;
                    Take(item.Parts(_vmti));
                    break;
                default:
                    _sum += item.Raw.Length;
                    break;
            }
        }
    }

    private void Take(KlvParts parts)
    {
        foreach (var part in parts)
        {
            Parts++;
            switch (part.Kind)
            {
                case ValueKind.Number or ValueKind.SignedInteger or ValueKind.UnsignedInteger:
                    _sum += part.Number;
                    break;
                case ValueKind.Set or ValueKind.Structure:
                    Take(part.Parts);
                    break;
                default:
                    _sum += part.Raw.Length;
                    break;
            }
        }
    }
}

using System.Globalization;
using Overflight.Misb.Klv;
using Overflight.Misb.Sets;
using Overflight.Misb.Sets.St0601;
using Overflight.Misb.Ts;

namespace Overflight.Benchmarks;

/// <summary>Packets of ST 0601 from bytes to typed values, checksum included: the recorded flight of <c>Truck.klv</c>, and one packet of every tag made here, whose lists and nested sets are empty.</summary>
internal static class VideoKlvBenchmark
{
    private const int Runs = 5;

    public static void Run(string recording)
    {
        Console.WriteLine();
        Console.WriteLine("Packets of ST 0601 to typed values, checksums checked");
        Console.WriteLine();
        Console.WriteLine("| packets | items a packet | packets per CPU second | items per CPU second | bytes allocated a packet |");
        Console.WriteLine("|---|---:|---:|---:|---:|");
        Row("Truck.klv", File.ReadAllBytes(recording), 2000);
        Row("every tag of ST 0601, lists and nested sets empty", OfEveryTag(), 400_000);
        var folder = Path.GetDirectoryName(recording)!;
        foreach (var (name, file, repeats) in new[] { ("osh_sample.ts", "osh_sample.ts", 2000), ("h264_klv.ts", "h264_klv.ts", 6000) })
        {
            var klv = KlvOf(Path.Combine(folder, file));
            Deep($"{name}, nested sets left in their bytes", klv, repeats, withinSets: false);
            Deep($"{name}, nested sets, packs and texts read", klv, repeats / 20, withinSets: true);
        }
    }

    /// <summary>The KLV of a transport stream.</summary>
    internal static byte[] KlvOf(string path)
    {
        var gatherer = new Gatherer();
        new TsDemuxer(gatherer).Write(File.ReadAllBytes(path));
        return gatherer.Klv.ToArray();
    }

    /// <summary>The first packet of a run.</summary>
    internal static byte[] FirstPacket(byte[] bytes)
    {
        var reader = new KlvReader(bytes);
        return reader.Read() == KlvRead.Found ? reader.Packet.Bytes.ToArray() : throw new InvalidDataException("no packet is there");
    }

    private static void Deep(string name, byte[] bytes, int repeats, bool withinSets)
    {
        var items = new VideoItems(withinSets);
        void Read()
        {
            for (var i = 0; i < repeats; i++)
                items.Read(bytes);
        }
        items.Read(bytes);
        var (packets, count, parts) = (items.Packets * repeats, items.Items * repeats, items.Parts * repeats);
        var seconds = Timing.MedianCpuSeconds(Runs, Read);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Read();
        var allocated = (double)(GC.GetAllocatedBytesForCurrentThread() - before) / packets;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {name} | {(double)(count + parts) / packets:0.0} | {Timing.Rate(packets, seconds)} | {Timing.Rate(count + parts, seconds)} | {allocated:0.000} |"));
    }

    private sealed class Gatherer : TsSink
    {
        public MemoryStream Klv { get; } = new();

        public override void OnKlv(in KlvAccessUnit unit) => Klv.Write(unit.Bytes);
    }

    private static void Row(string name, byte[] bytes, int repeats)
    {
        var packet = new St0601Packet();
        long packets = 0, items = 0;
        var seconds = Timing.MedianCpuSeconds(Runs, () => (packets, items) = Read(packet, bytes, repeats));
        var before = GC.GetAllocatedBytesForCurrentThread();
        var (counted, _) = Read(packet, bytes, repeats);
        var allocated = (double)(GC.GetAllocatedBytesForCurrentThread() - before) / counted;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {name} | {(double)items / packets:0.0} | {Timing.Rate(packets, seconds)} | {Timing.Rate(items, seconds)} | {allocated:0.000} |"));
    }

    private static (long Packets, long Items) Read(St0601Packet packet, byte[] bytes, int repeats)
    {
        long packets = 0, items = 0;
        var sum = 0.0;
        for (var i = 0; i < repeats; i++)
        {
            var reader = new KlvReader(bytes);
            while (reader.Read() == KlvRead.Found)
            {
                packet.Read(bytes.AsMemory((int)reader.Packet.Offset, reader.Packet.Bytes.Length));
                if (packet.Checksum != ChecksumState.Valid)
                    throw new InvalidDataException("a packet was read wrongly");
                packets++;
                items += packet.Set.Count;
                for (var n = 0; n < packet.Set.Count; n++)
                    if (packet.Set[n].Kind == ValueKind.Number)
                        sum += packet.Set[n].Number;
            }
        }
        return double.IsFinite(sum) ? (packets, items) : throw new InvalidDataException("a value was read wrongly");
    }

    private static byte[] OfEveryTag()
    {
        var packet = new St0601Packet();
        foreach (var item in St0601Set.Definition.Items.Where(i => i.Tag > 1))
            switch (item.Coding)
            {
                case Coding.Linear or Coding.Imapb:
                    packet.Set.SetNumber(item.Tag, item.Min + (item.Max - item.Min) / 3);
                    break;
                case Coding.Utf8:
                    packet.Set.SetText(item.Tag, "OVERFLIGHT");
                    break;
                case Coding.UnsignedInteger or Coding.Enumeration or Coding.Flags:
                    packet.Set.SetUnsigned(item.Tag, 1);
                    break;
                case Coding.SignedInteger:
                    packet.Set.SetInteger(item.Tag, -1);
                    break;
                default:
                    packet.Set.SetBytes(item.Tag, []);
                    break;
            }
        packet.Set.SetUnsigned(1, 0);
        return packet.Encode();
    }
}

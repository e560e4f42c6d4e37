using Overflight.Misb.Klv;
using Overflight.Misb.Sets.St0601;
using Overflight.Misb.Sets.St0903;
using Overflight.Misb.Tests.Sets;
using Overflight.Misb.Tests.Ts;
using Overflight.Testing;

namespace Overflight.Misb.Tests;

/// <summary>The passes of <c>tests/long-video</c>: as many damaged packets and streams as it asks for.</summary>
public sealed class LongRunTests
{
    private const int StreamPackets = 60;

    private static readonly string[] s_recordings = ["osh_sample.ts", "aphill_short.ts", "h264_klv.ts", "h265_tricky_klv.ts"];

    private static string? Recording(string name) => Path.Combine(Recorded.Folder, "video", name) is var path && File.Exists(path) ? path : null;

    [Fact]
    public void Damaged_packets()
    {
        var run = new LongRun("KLV packets", LongRun.RoundsOf("OVERFLIGHT_KLV_PACKETS"));
        var seeds = FuzzTests.Seeds().Concat(RecordedPackets()).ToArray();
        long whole = 0, problems = 0;
        run.Run(
            () =>
            {
                var (packet, told, vmti) = (new St0601Packet(), new List<KlvProblem>(), new VmtiState());
                return round =>
                {
                    var found = FuzzTests.Read(FuzzTests.Damage(seeds[round % seeds.Length], new Random(unchecked((int)(round * 2_654_435_761)))), packet, told, vmti, round);
                    Interlocked.Add(ref whole, found);
                    Interlocked.Add(ref problems, told.Count);
                };
            },
            () => $"from {seeds.Length} packets; {whole:N0} packets read whole, {problems:N0} problems told within sets; none threw, hung or was read past its end");
        Assert.True(whole > 0);
    }

    [Fact]
    public void Damaged_streams()
    {
        var run = new LongRun("transport streams", LongRun.RoundsOf("OVERFLIGHT_TS_FILES"));
        byte[][] seeds = [TsFuzzTests.MadeUp(), HandMade.WithUnits(30), .. s_recordings.Select(Recording).OfType<string>().Select(p => File.ReadAllBytes(p)[..(StreamPackets * 188)])];
        long units = 0, pictures = 0, faults = 0, bytesRead = 0;
        run.Run(
            () => round =>
            {
                var random = new Random(unchecked((int)(round * 2_654_435_761)));
                var bytes = (byte[])seeds[round % seeds.Length].Clone();
                TsFuzzTests.Mutate(bytes, random);
                var length = random.Next(3) == 0 ? random.Next(bytes.Length) : bytes.Length;
                var read = TsFuzzTests.Check(bytes.AsSpan(0, length), 1 + random.Next(700));
                Interlocked.Add(ref units, read.Units.Count);
                Interlocked.Add(ref pictures, read.Pictures.Count);
                Interlocked.Add(ref faults, read.Faults.Count);
                Interlocked.Add(ref bytesRead, length);
            },
            () => $"from {seeds.Length} files, {bytesRead / 1e9:0.0} GB; {units:N0} KLV units, {pictures:N0} pictures, {faults:N0} faults told; none threw, hung or was read past its end");
        Assert.True(units > 0 && faults > 0);
    }

    private static IEnumerable<byte[]> RecordedPackets()
    {
        if (Recording("Truck.klv") is not { } path)
            yield break;
        var file = File.ReadAllBytes(path);
        var places = new List<(int Offset, int Length)>();
        var reader = new KlvReader(file);
        while (places.Count < 8 && reader.Read() == KlvRead.Found)
            places.Add(((int)reader.Packet.Offset, reader.Packet.Bytes.Length));
        foreach (var (offset, length) in places)
            yield return file[offset..(offset + length)];
    }
}

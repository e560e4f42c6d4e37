using System.Net;
using Overflight.Misb.Ts;
using static Overflight.Misb.Tests.Ts.HandMade;

namespace Overflight.Misb.Tests.Ts;

/// <summary>KLV in RTP by itself (RFC 6597).</summary>
public sealed class KlvRtpTests
{
    private sealed record Unit(string Bytes, uint Timestamp, bool IsWhole);

    private static List<byte[]> Packets(IEnumerable<(byte[] Unit, long Ticks)> units, int most = 100)
    {
        var packets = new List<byte[]>();
        var writer = new KlvRtpWriter(d => packets.Add(d.ToArray()), 96, most);
        foreach (var (unit, ticks) in units)
            writer.Write(unit, ticks);
        return packets;
    }

    private static (List<Unit> Units, KlvRtpReader Reader) Read(IEnumerable<byte[]> packets)
    {
        var units = new List<Unit>();
        var reader = new KlvRtpReader((in u) => units.Add(new(Convert.ToHexString(u.Bytes), u.Timestamp, u.IsWhole)));
        foreach (var packet in packets)
            reader.Write(packet);
        reader.Complete();
        return (units, reader);
    }

    private static byte[][] Made(int count) => [.. Enumerable.Range(0, count).Select(i => KlvOf(40 + 37 * i % 400, i))];

    [Fact]
    public void Packets_are_those_of_the_rfc()
    {
        var units = Made(12);
        var packets = Packets(units.Select((u, i) => (u, 3000L * i)));
        var at = 0;
        for (var i = 0; i < units.Length; i++)
        {
            var pieces = (units[i].Length + 87) / 88;
            var own = packets.Skip(at).Take(pieces).ToArray();
            at += pieces;
            Assert.All(own, p => Assert.Equal(0x80, p[0]));
            // The marker bit on the last only, and one timestamp in all.
            Assert.Equal(Enumerable.Range(1, pieces).Select(n => n == pieces ? 0x80 | 96 : 96), own.Select(p => (int)p[1]));
            Assert.Single(own.Select(p => Convert.ToHexString(p, 4, 8)).Distinct());
            Assert.Equal(units[i], own.SelectMany(p => p.Skip(12)).ToArray());
        }
        Assert.Equal(packets.Count, at);
        static int Number(byte[] p, int from) => p[from] << 8 | p[from + 1];
        Assert.All(packets.Zip(packets.Skip(1)), p => Assert.Equal((Number(p.First, 2) + 1) & 0xFFFF, Number(p.Second, 2)));
        var (read, reader) = Read(packets);
        Assert.Equal(units.Select(Convert.ToHexString), read.Select(u => u.Bytes));
        Assert.All(read, u => Assert.True(u.IsWhole));
        Assert.All(read.Zip(read.Skip(1)), p => Assert.Equal(3000u, unchecked(p.Second.Timestamp - p.First.Timestamp)));
        Assert.Equal((packets.Count, 0, 0, 0, 0), (reader.Packets, reader.Damaged, reader.Late, reader.Missing, reader.Foreign));
    }

    [Fact]
    public void Any_loss_leaves_no_unit_whole_that_is_not()
    {
        var units = Made(20);
        var packets = Packets(units.Select((u, i) => (u, 3000L * i)));
        var known = units.Select(Convert.ToHexString).ToHashSet();
        var random = new Random(91);
        for (var round = 0; round < 500; round++)
        {
            var lost = Enumerable.Range(0, random.Next(1, 6)).Select(_ => random.Next(packets.Count)).ToHashSet();
            var arriving = packets.Where((_, i) => !lost.Contains(i)).ToList();
            if (random.Next(3) == 0)
            {
                // One comes a second time, later.
                var again = random.Next(arriving.Count);
                arriving.Insert(random.Next(again + 1, arriving.Count + 1), arriving[again]);
            }
            var (read, reader) = Read(arriving);
            Assert.All(read.Where(u => u.IsWhole), u => Assert.Contains(u.Bytes, known));
            // A lost packet costs its own unit, and at most the one behind it.
            Assert.InRange(read.Count(u => u.IsWhole), units.Length - 2 * lost.Count - 2, units.Length);
            Assert.Equal(read.Count(u => !u.IsWhole), reader.Damaged);
        }
    }

    [Fact]
    public void One_lost_packet_marks_its_unit_and_one_that_is_late_is_counted()
    {
        var units = Made(6);
        var packets = Packets(units.Select((u, i) => (u, 3000L * i)), most: 200);
        // The first packet of the third unit.
        var at = packets.FindIndex(p => p.AsSpan(12).StartsWith(units[2].AsSpan(0, 30)));
        var (read, reader) = Read(packets.Where((_, i) => i != at));
        Assert.DoesNotContain(read, u => u.IsWhole && u.Bytes == Convert.ToHexString(units[2]));
        Assert.Equal(1, reader.Missing);
        Assert.Equal(1, reader.Damaged);
        (read, reader) = Read([.. packets[..2], packets[0], .. packets[2..]]);
        Assert.Equal(1, reader.Late);
        Assert.Equal(units.Length, read.Count(u => u.IsWhole));
        Assert.Throws<ArgumentException>(() => Packets([([], 0L)]));
    }

    [Fact]
    public void Damaged_datagrams_are_read()
    {
        var packets = Packets(Made(8).Select((u, i) => (u, 3000L * i)));
        var random = new Random(92);
        for (var round = 0; round < 2000; round++)
        {
            var (_, reader) = Read(packets.Select(p =>
            {
                var damaged = (byte[])p.Clone();
                for (var times = random.Next(3); times > 0; times--)
                    damaged[random.Next(random.Next(2) == 0 ? 12 : damaged.Length)] = (byte)random.Next(256);
                return damaged[..(random.Next(5) == 0 ? random.Next(damaged.Length) : damaged.Length)];
            }));
            Assert.Equal(packets.Count, reader.Packets + reader.Late + reader.Foreign);
        }
    }

    [Fact]
    public async Task Units_cross_a_socket()
    {
        using var receiver = new TsUdpReceiver(new IPEndPoint(IPAddress.Loopback, 0));
        using var stop = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        var units = Made(10);
        var read = new List<string>();
        var reader = new KlvRtpReader((in u) =>
        {
            read.Add(Convert.ToHexString(u.Bytes));
            if (read.Count == units.Length)
                stop.Cancel();
        });
        var reading = Task.Run(() => receiver.Read(reader, stop.Token), TestContext.Current.CancellationToken);
        using (var sender = new KlvRtpSender(new IPEndPoint(IPAddress.Loopback, receiver.Port)))
            for (var i = 0; i < units.Length; i++)
                sender.Write(units[i], 3000 * i);
        await reading;
        Assert.Equal(units.Select(Convert.ToHexString), read);
    }
}

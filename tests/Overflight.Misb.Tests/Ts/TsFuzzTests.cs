using System.Globalization;
using Overflight.Misb.Ts;
using Overflight.Testing;
using static Overflight.Misb.Tests.Ts.HandMade;

namespace Overflight.Misb.Tests.Ts;

/// <summary>Damaged streams: nothing throws, nothing is placed outside the input, and what is not damaged is read. <c>OVERFLIGHT_LONG=n</c> makes the passes n times as long.</summary>
public sealed class TsFuzzTests
{
    private static readonly int s_length = int.TryParse(Environment.GetEnvironmentVariable("OVERFLIGHT_LONG"), CultureInfo.InvariantCulture, out var n) && n > 0 ? n : 1;

    internal static byte[] MadeUp()
    {
        var made = WithKlv(0x15, KlvMetadata);
        for (var i = 0; i < 12; i++)
        {
            var unit = KlvOf(300 + 40 * i, i);
            made.Packet(256, false, [], i * 900_000L);
            made.Unit(256, PesPacket(0xE0, Convert.FromHexString("0000000109100000000106051C4D4953506D6963726F73656374696D651F0004FFC39DFF51A8FFAD55800000014188"), 3000 * i, length: i % 2 == 0 ? 0 : null));
            made.Unit(257, PesPacket(0xFC, [.. Cell(0, 3 * i, 2, unit[..99]), .. Cell(0, 3 * i + 1, 1, unit[99..]), .. Cell(1, 3 * i + 2, 3, KlvOf(9))], 3000 * i));
            made.Sections(0, Section(0, 1, 0, Programs((1, 4096))));
        }
        return made.Bytes;
    }

    internal static void Mutate(byte[] bytes, Random random)
    {
        for (var times = 1 + random.Next(12); times > 0; times--)
        {
            var at = random.Next(bytes.Length);
            switch (random.Next(5))
            {
                case 0:
                    bytes[at] ^= (byte)(1 << random.Next(8));
                    break;
                case 1:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 2:
                    // Headers are where it matters.
                    bytes[at / 188 * 188 + random.Next(24)] = (byte)random.Next(256);
                    break;
                case 3:
                    bytes.AsSpan(at, Math.Min(bytes.Length - at, random.Next(400))).Fill((byte)random.Next(256));
                    break;
                default:
                    var from = random.Next(bytes.Length);
                    var count = Math.Min(random.Next(500), bytes.Length - Math.Max(at, from));
                    bytes.AsSpan(from, count).ToArray().CopyTo(bytes.AsSpan(at));
                    break;
            }
        }
    }

    /// <summary>Reads bytes as a stream and asks what must hold of anything read; returned is what was found.</summary>
    internal static Collected Check(ReadOnlySpan<byte> bytes, int piece)
    {
        // Now and then there is too little memory.
        var options = new TsOptions { MostUnitBytes = 70_000, MostBufferedBytes = piece % 4 == 0 ? 5_000 : 1 << 20 };
        var read = Collected.From(bytes, options: options);
        var length = bytes.Length;
        Assert.All(read.Faults, f => Assert.InRange(f.Offset, 0, length));
        Assert.All(read.Units, u => Assert.InRange(u.Offset, 0, length));
        Assert.All(read.Units, u => Assert.InRange(u.Intact, 0, u.Bytes.Array.Length));
        Assert.All(read.Pictures.SelectMany(p => p.Stamps), s => Assert.InRange(s.Offset, 0, length - 28));
        Assert.True(read.Units.Sum(u => u.Bytes.Array.Length) + read.Pictures.Sum(p => p.Bytes.Array.Length) <= length, "more came out than went in");
        Assert.Equal(read.Faults.Count, read.Statistics.AllFaults);
        Assert.Equal(length, read.Statistics.Bytes);
        var pieces = Collected.From(bytes, piece, options);
        Assert.Equal(read.Units, pieces.Units);
        Assert.Equal(read.Faults, pieces.Faults);
        Assert.All(pieces.Pictures, p => Assert.InRange(p.Offset, 0, length));
        using var output = new MemoryStream();
        var remuxer = new TsRemuxer(output, new TsRemuxOptions { Keeps = (_, s) => s.Carriage != KlvCarriage.None });
        remuxer.Write(bytes);
        remuxer.Complete();
        Assert.Equal(0, output.Length % 188);
        return read;
    }

    [Fact]
    public void Mutated_streams_are_read()
    {
        var original = MadeUp();
        Assert.Equal(24, Collected.From(original).Units.Count);
        Assert.Equal(0, Collected.From(original).Statistics.AllFaults);
        var random = new Random(71);
        for (var round = 0; round < 1500 * s_length; round++)
        {
            var bytes = (byte[])original.Clone();
            Mutate(bytes, random);
            Check(bytes.AsSpan(0, random.Next(3) == 0 ? random.Next(bytes.Length) : bytes.Length), 1 + random.Next(700));
        }
    }

    [Fact]
    public void Random_bytes_are_read()
    {
        var random = new Random(72);
        for (var round = 0; round < 300 * s_length; round++)
        {
            var bytes = new byte[random.Next(8000)];
            random.NextBytes(bytes);
            // Half of them in packets, so that they are read deeper.
            if (round % 2 == 0)
                for (var at = 0; at < bytes.Length; at += 188)
                {
                    bytes[at] = 0x47;
                    if (at + 3 < bytes.Length)
                        (bytes[at + 1], bytes[at + 2]) = ((byte)(bytes[at + 1] & 0x40), (byte)(bytes[at + 2] & 3));
                }
            Check(bytes, 1 + random.Next(700));
        }
    }

    [Theory]
    [InlineData("osh_sample.ts", 3)]
    [InlineData("aphill_short.ts", 6)]
    [InlineData("h264_klv.ts", 60)]
    [InlineData("h265_tricky_klv.ts", 60)]
    [Trait("Category", "Recorded")]
    public void Mutated_recordings_are_read(string name, int rounds)
    {
        var original = File.ReadAllBytes(Recorded.PathOf("video/" + name));
        var random = new Random(73);
        for (var round = 0; round < rounds * s_length; round++)
        {
            var bytes = (byte[])original.Clone();
            for (var times = random.Next(40); times >= 0; times--)
                Mutate(bytes, random);
            Check(bytes.AsSpan(0, random.Next(3) == 0 ? random.Next(bytes.Length) : bytes.Length), 1 + random.Next(70_000));
        }
    }

    [Theory]
    [InlineData("h264_klv.ts")]
    [InlineData("h265_tricky_klv.ts")]
    [Trait("Category", "Recorded")]
    public void A_packet_lost_or_damaged_costs_only_the_unit_that_it_is_of(string name)
    {
        var original = File.ReadAllBytes(Recorded.PathOf("video/" + name));
        var whole = Collected.From(original).Units;
        var random = new Random(74);
        for (var round = 0; round < 60 * s_length; round++)
        {
            // The first packets hold the tables, which come again only later.
            var packet = 10 + random.Next(original.Length / 188 - 11);
            byte[] without = [.. original.AsSpan(0, packet * 188), .. original.AsSpan((packet + 1) * 188)];
            var damaged = (byte[])original.Clone();
            random.NextBytes(damaged.AsSpan(packet * 188 + 4, 184));
            foreach (var bytes in new[] { without, damaged })
            {
                var read = Collected.From(bytes).Units.Select(u => (u.Pid, u.Bytes)).ToHashSet();
                var missing = whole.Count(u => !read.Contains((u.Pid, u.Bytes)));
                Assert.True(missing <= 1, $"packet {packet} of {name}: {missing} units are missing");
            }
        }
    }
}

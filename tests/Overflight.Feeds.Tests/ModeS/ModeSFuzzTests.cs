using System.Globalization;
using System.Text;
using System.Text.Json;
using Overflight.Feeds.ModeS;
using Overflight.Testing;
using Overflight.Tracks;

namespace Overflight.Feeds.Tests.ModeS;

/// <summary>Damages recordings and asks that reading never throws, never invents a place, accounts for every frame, and writes sound JSON.</summary>
public sealed class ModeSFuzzTests
{
    private static readonly int s_iterations =
        int.TryParse(Environment.GetEnvironmentVariable("OVERFLIGHT_FUZZ_ITERATIONS"), CultureInfo.InvariantCulture, out var given) ? given : 6_000;

    private static readonly (string Name, byte[] Bytes)[] s_inputs = Inputs();

    [Fact]
    public void The_inputs_are_sound_before_they_are_damaged()
    {
        foreach (var (name, bytes) in s_inputs)
        {
            var report = Reading.Of(bytes, Options).Report;
            Assert.True(report.IsComplete, $"{name}: {string.Join("; ", report.Problems)}");
            Assert.True(report.FixesRead >= 10, $"{name}: {report.FixesRead}");
        }
    }

    [Fact]
    public void Damaged_recordings_are_read_as_far_as_they_can_be()
    {
        for (var i = 0; i < s_iterations; i++)
        {
            var (name, bytes) = s_inputs[i % s_inputs.Length];
            Check(Damage(bytes, new Random(i)), $"{name}, seed {i}");
        }
    }

    [Fact]
    public void Random_bytes_after_a_sound_start_are_read_as_far_as_they_can_be()
    {
        for (var i = 0; i < s_iterations / 6; i++)
        {
            var random = new Random(i);
            var noise = new byte[random.Next(1, 2_000)];
            random.NextBytes(noise);
            for (var n = random.Next(100); n > 0; n--)
                noise[random.Next(noise.Length)] = 0x1A;
            Check([.. s_inputs[i % s_inputs.Length].Bytes, .. noise], $"noise, seed {i}");
        }
    }

    [Fact]
    public void The_size_of_the_pieces_makes_no_difference()
    {
        var random = new Random(5);
        // How much of a damaged block a decompressor gives depends on how it is asked; that is not the framing's business.
        foreach (var (name, bytes) in s_inputs.Where(i => i.Name != "beast gz"))
            for (var n = 0; n < 200; n++)
            {
                var damaged = Damage(bytes, random);
                var (whole, pieces) = (Reading.Of(damaged, Options), Reading.InPieces(damaged, random.Next(1, 50), Options));
                Assert.Equal((name, whole.Report.FixesRead, whole.Report.Rejected, whole.Report.IsComplete), (name, pieces.Report.FixesRead, pieces.Report.Rejected, pieces.Report.IsComplete));
            }
    }

    [Fact]
    public void Random_squitters_and_replies_of_sound_parity_are_decoded_and_written_without_a_fault()
    {
        var random = new Random(17);
        var decoder = new ModeSDecoder(new ModeSOptions { CorrectsOneBit = true }, (AircraftAddress _, in Fix fix) => Assert.True(fix.Position.IsValid));
        for (var i = 0; i < s_iterations * 5; i++)
        {
            var address = (uint)random.Next(3);
            var bits = (ulong)random.NextInt64() >> 8;
            var frame = random.Next(3) switch
            {
                0 => Hex.Squitter(address, bits, 0x88 + random.Next(16)),
                1 => Hex.Reply(new[] { 0, 4, 5, 16, 20, 21 }[random.Next(6)], random.Next(8), random.Next(1 << 13), bits, address),
                _ => Hex.AllCall(address, random.Next(8), (uint)random.Next(4)),
            };
            var message = decoder.Decode(Hex.Raw(frame, random.Next(100_000), i));
            Assert.True(!message.HasPosition || message.Fix.Position.IsValid);
            Written(message);
        }
        decoder.Finish();
    }

    [Fact]
    [Trait("Category", "Recorded")]
    public void A_damaged_capture_is_read_as_far_as_it_can_be()
    {
        var bytes = File.ReadAllBytes(Recorded.PathOf("modes/traffic_sample_dump1090.beast"));
        for (var i = 0; i < s_iterations / 10; i++)
            Check(Damage(bytes, new Random(i)), $"capture, seed {i}");
    }

    private static ReadOptions Options => new() { ModeS = new ModeSOptions { Start = UtcInstant.FromUnixSeconds(1_717_664_319), CorrectsOneBit = true } };

    private static void Check(byte[] bytes, string what)
    {
        try
        {
            var reading = Reading.Of(bytes, Options);
            Assert.Equal(reading.Report.FixesRead, reading.Tracks.Sum(t => t.Count));
            Assert.Equal(reading.Report.Rejected, reading.Report.RejectedByKind.Values.Sum());
            Assert.All(reading.Tracks, t => Assert.All(Enumerable.Range(0, t.Count), i => Assert.True(t.PositionAt(i).IsValid, what)));
            var (expected, offset) = (0L, -1L);
            using var stream = new MemoryStream(bytes);
            ModeSFile.Decode(stream, "test", Options, (in DecodedMessage message) =>
            {
                Assert.Equal(expected++, message.Raw.Record);
                Assert.True(message.Raw.Offset > offset, what);
                offset = message.Raw.Offset;
                Written(message);
            });
        }
        catch (Exception e) when (e is not Xunit.Sdk.IAssertionException)
        {
            throw new InvalidOperationException($"reading threw: {what}", e);
        }
    }

    private static void Written(in DecodedMessage message)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes))
            MessageJson.Write(json, message);
        using var document = JsonDocument.Parse(bytes.ToArray());
        Assert.Equal(message.Raw.Record, document.RootElement.GetProperty("record").GetInt64());
        Assert.Equal(message.Raw.Frame.ToString(), document.RootElement.GetProperty("raw").GetString());
    }

    private static (string, byte[])[] Inputs()
    {
        var frames = Enumerable.Range(0, 24).Select(i => i % 4 == 3
            ? Hex.Reply(20, 0, 0x1838, 0x20_2CC3_71C3_2CE0, 0x4840D6)
            : Hex.Squitter(0x4840D6, CprCoding.Message(11, 52 + i * 1e-3, 4, i % 2 == 1))).ToArray();
        byte[] beast = [.. frames.SelectMany((f, i) => BeastText.Record(f, 6_000_000L * (i + 4)))];
        byte[] timed = [.. frames.SelectMany((f, i) => (byte[])[.. BeastText.Time(1_717_664_319_000 + i * 500), .. BeastText.Record(f, 0)])];
        var avr = string.Concat(frames.Select((f, i) => $"@{6_000_000L * (i + 4):X12}{f};\n"));
        var lines = string.Concat(frames.Select((f, i) => $"{{\"timestamp\":{1717664319 + i * 0.5},\"frame\":\"{f}\"}}\n"));
        return
        [
            ("beast", beast), ("timed beast", timed), ("avr", Encoding.ASCII.GetBytes(avr)), ("lines", Encoding.ASCII.GetBytes(lines)),
            ("beast gz", Reading.Gzip(beast)),
        ];
    }

    private static byte[] Damage(byte[] sound, Random random) =>
        Damaged.Of(sound, random, "\u001a123457;*@<{}\"\n", ["\u001a", "\u001a\u001a", "\u001a\u001a\u001a", "\u001a3", "\u001a4", "*;", ";;", "@", "{}\n"]);
}

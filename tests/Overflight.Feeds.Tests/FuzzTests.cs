using System.Diagnostics;
using System.Globalization;
using Overflight.Testing;

namespace Overflight.Feeds.Tests;

/// <summary>Damages sound inputs and asks that reading never throws, never invents a place, and always says what was lost.</summary>
public sealed class FuzzTests
{
    private static readonly int s_iterations =
        int.TryParse(Environment.GetEnvironmentVariable("OVERFLIGHT_FUZZ_ITERATIONS"), CultureInfo.InvariantCulture, out var given) ? given : 12_000;

    private const string Characters = "{}[]\",:\\\n\t<>-.e0 ";

    private static readonly string[] s_words = ["NaN", "null", "1e999", "-", "\"", "[[[[", "{{{{", "999", "\\u", "</", "]]>", ",,,", "\r\n", "\0"];

    [Fact]
    public void Small_inputs_are_sound_before_they_are_damaged()
    {
        foreach (var (name, bytes) in SmallInputs.All)
        {
            var report = Reading.Of(bytes).Report;
            Assert.True(report.IsComplete, $"{name}: {string.Join("; ", report.Problems)}");
            Assert.True(report.FixesRead >= 24, $"{name}: {report.FixesRead}");
        }
    }

    [Fact]
    public void Damaged_inputs_are_read_as_far_as_they_can_be()
    {
        for (var i = 0; i < s_iterations; i++)
        {
            var (name, bytes) = SmallInputs.All[i % SmallInputs.All.Count];
            Read(Damage(bytes, new Random(i)), $"{name}, seed {i}");
        }
    }

    [Fact]
    public void A_cut_is_always_told()
    {
        var random = new Random(11);
        foreach (var (name, bytes) in SmallInputs.All)
        {
            // Text tables, lines, blocks and packets may end anywhere between two; all other forms have an end of their own.
            var hasEnd = name is not ("lines" or "opensky csv" or "flightradar" or "tsv" or "sbs" or "cot" or "aircraft list" or "asterix" or "asterix pcap" or "asterix pcapng");
            for (var i = 0; i < 40; i++)
            {
                var report = Read(bytes[..random.Next(1, bytes.Length - 1)], name).Report;
                Assert.True(!hasEnd || !report.IsComplete, name);
            }
        }
    }

    [Fact]
    public void The_size_of_the_pieces_makes_no_difference()
    {
        var random = new Random(5);
        foreach (var (name, bytes) in SmallInputs.All)
        {
            var damaged = Damage(bytes, random);
            foreach (var input in new[] { bytes, damaged })
            {
                var whole = Reading.Of(input);
                var pieces = Reading.InPieces(input, random.Next(1, 50));
                Assert.Equal((name, whole.Report.FixesRead, whole.Report.Rejected, whole.Report.IsComplete), (name, pieces.Report.FixesRead, pieces.Report.Rejected, pieces.Report.IsComplete));
            }
        }
    }

    [Fact]
    [Trait("Category", "Recorded")]
    public void Damaged_recordings_are_read_as_far_as_they_can_be()
    {
        string[] files = ["readsb/trace_full_ac671b.json.gz", "noisy/noisy_ground.json.gz", "ambulances/rega_zh.json.gz", "traces/processed_abfd8c.geojson.gz", "traces/raw_abfd8c_2025-02-09_2025-02-09.csv.gz"];
        var clock = Stopwatch.StartNew();
        for (var i = 0; i < Math.Max(5, s_iterations / 50) && (clock.Elapsed.TotalSeconds < 5 || s_iterations > 12_000); i++)
        {
            var file = files[i % files.Length];
            var random = new Random(i);
            var packed = File.ReadAllBytes(Recorded.PathOf("tracks/" + file));
            var bytes = i % 3 == 0 ? packed : Unpack(packed);
            Read(Damage(bytes, random), $"{file}, seed {i}");
        }
    }

    private static Reading Read(byte[] bytes, string what)
    {
        try
        {
            var reading = Reading.Of(bytes);
            Assert.Equal(reading.Report.FixesRead, reading.Tracks.Sum(t => t.Count));
            Assert.Equal(bytes.Length, reading.Report.Bytes);
            Assert.Equal(reading.Report.Rejected, reading.Report.RejectedByKind.Values.Sum());
            foreach (var track in reading.Tracks)
            {
                for (var i = 0; i < track.Count; i++)
                {
                    Assert.True(track.PositionAt(i).IsValid, what);
                    Assert.True(TimeRange.Holds(track.TimesMicroseconds[i]) || IsUndated(reading.Report, track.TimesMicroseconds[i]), what);
                    Assert.True(i == 0 || track.TimesMicroseconds[i] >= track.TimesMicroseconds[i - 1], what);
                }
            }
            return reading;
        }
        catch (Exception e) when (e is not Xunit.Sdk.IAssertionException)
        {
            throw new InvalidOperationException($"reading threw: {what}", e);
        }
    }

    // Reports that hold times of day only are dated 1970-01-01, and on from there by the clock, half a day a report at most.
    private static bool IsUndated(ReadReport report, long time) =>
        report.Format == TrackFormat.Asterix && Math.Abs(time) < 100 * 86_400_000_000;

    private static byte[] Damage(byte[] sound, Random random) => Damaged.Of(sound, random, Characters, s_words);

    private static byte[] Unpack(byte[] packed)
    {
        using var gzip = new System.IO.Compression.GZipStream(new MemoryStream(packed), System.IO.Compression.CompressionMode.Decompress);
        using var plain = new MemoryStream();
        gzip.CopyTo(plain);
        return plain.ToArray();
    }
}

using Overflight.Misb.Diagnosis;
using Overflight.Testing;

namespace Overflight.Misb.Tests.Diagnosis;

/// <summary>Every defect of the recordings is found by name, and nothing else.</summary>
[Trait("Category", "Recorded")]
public sealed class RecordedDiagnosisTests
{
    [Theory]
    [InlineData("osh_sample.ts", "async-with-pts heading-truncated minimum-set pcr-interval target-heights-sea-level vmti-legacy vmti-version-missing")]
    [InlineData("Truck.klv", "ground-speed-wrong minimum-set target-width-wrong")]
    [InlineData("DayFlight.klv", "altitude-impossible angles-earth-referenced ground-range-wrong minimum-set wrong-length")]
    [InlineData("aphill_short.ts", "async-with-pts azimuth-grid-north clocks-apart pcr-interval stamp-rate stamp-unit")]
    [InlineData("bad-klv-packet.klv", "damaged-packet")]
    [InlineData("h264_klv.ts", "centre-disagrees ground-range-wrong stamp-unlocked target-width-wrong wrong-length")]
    [InlineData("h265_tricky_klv.ts", "cell-sequence centre-disagrees empty-pid ground-range-wrong minimum-set stamp-unlocked target-width-wrong wrong-length")]
    public void A_recording_has_these_defects(string file, string ids) =>
        Assert.Equal(ids.Split(' '), Diagnosed.Ids(Diagnosed.OfFile(file)));

    [Fact]
    public void DayFlight_is_put_right_to_under_a_metre()
    {
        var diagnosis = Diagnosed.OfFile("DayFlight.klv");
        var angles = Diagnosed.Find(diagnosis, "angles-earth-referenced")!;
        var altitude = Diagnosed.Find(diagnosis, "altitude-impossible")!;
        var length = Diagnosed.Find(diagnosis, "wrong-length")!;

        Assert.True(angles.EffectSize > 5_000);
        Assert.True(diagnosis.Fit.Metres95 < 1);
        Assert.Equal((6, 6, 25UL), (altitude.Count, altitude.Of, altitude.Tag!.Value));
        Assert.Equal(706, altitude.EffectSize, 2.0);
        Assert.Equal((22UL, 6), (length.Tag!.Value, length.Count));
        Assert.Contains("53.25 to 1128.25 m", length.Evidence, StringComparison.Ordinal);
    }

    [Fact]
    public void Aphill_counts_from_grid_north_and_its_pictures_by_a_clock_of_their_own()
    {
        var diagnosis = Diagnosed.OfFile("aphill_short.ts");

        Assert.Equal(1.465, Diagnosed.Find(diagnosis, "azimuth-grid-north")!.EffectSize, 0.005);
        Assert.Equal(96, Diagnosed.Find(diagnosis, "stamp-unit")!.Count);
        Assert.Equal(109.865, Diagnosed.Find(diagnosis, "clocks-apart")!.EffectSize, 0.005);
    }

    [Theory]
    [InlineData("DayFlight.klv", "minimum-set")]
    [InlineData("aphill_short.ts", "clocks-apart pcr-interval")]
    [InlineData("osh_sample.ts", "heading-truncated minimum-set pcr-interval vmti-legacy")]
    [InlineData("Truck.klv", "ground-speed-wrong minimum-set")]
    public void A_repaired_copy_has_only_what_no_repair_can_know(string file, string ids)
    {
        var (copy, notes) = Diagnosed.Repaired(File.ReadAllBytes(Recorded.PathOf($"video/{file}")));

        Assert.Equal(ids.Split(' '), Diagnosed.Ids(Diagnosed.Of(copy)));
        Assert.NotEmpty(notes);
        Assert.All(notes, n => Assert.Equal(0, n.Left));
    }

    [Fact]
    public void A_repair_leaves_alone_what_no_finding_names()
    {
        // Of Truck.klv the target width alone is put right: two bytes a packet, and the checksum.
        var before = Diagnosed.Packets("Truck.klv");
        var (copy, _) = Diagnosed.Repaired([.. before.SelectMany(p => p)]);
        Assert.Equal(before.Sum(p => p.Length), copy.Length);
        var at = 0;
        foreach (var packet in before)
        {
            var differing = Enumerable.Range(0, packet.Length).Count(i => packet[i] != copy[at + i]);
            Assert.InRange(differing, 1, 4);
            at += packet.Length;
        }
    }
}

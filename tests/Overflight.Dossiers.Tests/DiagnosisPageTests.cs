using System.Globalization;
using System.Xml.Linq;
using Overflight.Dossiers.Diagnosis;
using Overflight.Geodesy;
using Overflight.Misb.Diagnosis;
using Overflight.Misb.Sets.St0902;
using Overflight.Misb.Sight;

namespace Overflight.Dossiers.Tests;

/// <summary>The page of a diagnosis, whatever the stream was.</summary>
public class DiagnosisPageTests
{
    private const ulong Start = 1_700_000_000_000_000;

    private static readonly PoseReading s_earth = new() { Angles = AngleReference.Earth };

    [Fact]
    public void A_stream_with_everything_makes_a_whole_page()
    {
        var page = Checked(Html(Whole(60)));

        Assert.Equal(["Findings", "Where it was and where it looked", "How it is to be read", "Over the stream", "Which items are there", "Sources, and how to make this again"], page.Descendants("h2").Select(h => h.Value));
        Assert.Contains("1 error, 1 note", page.Descendants("h1").Single().Value, StringComparison.Ordinal);
        Assert.Equal(["is-error", "is-note"], page.Descendants("ol").Single().Elements("li").Select(l => (string?)l.Attribute("class")));
        Assert.Equal(MinimumSet.Count, page.Descendants("table").Single().Element("tbody")!.Elements("tr").Count());
        Assert.Equal(2, page.Descendants("tr").Count(r => (string?)r.Attribute("class") == "missing" && r.Value.EndsWith("never", StringComparison.Ordinal)));
        Assert.Equal(3, Strips(page).Count);
        Assert.Empty(OfClass(page, "row absent"));
        Assert.DoesNotContain("NaN", page.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("Infinity", page.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_far_off_is_said_and_does_not_widen_the_map()
    {
        // By the standard the platform's attitude is added, and the camera looks nearly level, tens of kilometres away.
        var near = Checked(Html(Whole(60) with { Fit = Fit(PoseReading.Standard) }));
        var far = Checked(Html(Whole(60, turned: true)));

        Assert.Equal(Scale(near), Scale(far));
        Assert.Contains("lie beyond this map", far.Descendants("figcaption").First().Value, StringComparison.Ordinal);
        Assert.Contains(OfClass(far, "dot chosen"), _ => true);
        Assert.DoesNotContain("lie beyond this map", near.Descendants("figcaption").First().Value, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void Few_packets_do_no_harm(int count)
    {
        var page = Checked(Html(Whole(count)));
        Assert.Equal(count > 0, page.Descendants("figure").Any());
    }

    [Fact]
    public void A_stream_of_nothing_says_what_is_absent()
    {
        var page = Checked(Html(new StreamDiagnosis(0, 0, Unfitted, [], new DiagnosisSeries([], [], [], []))));

        Assert.Empty(Strips(page));
        Assert.Equal(4, OfClass(page, "empty").Count);
        Assert.Contains("Nothing is wrong with it.", page.Descendants("h1").Single().Value, StringComparison.Ordinal);
    }

    [Fact]
    public void Series_that_are_absent_are_left_out_with_a_reason()
    {
        var series = Whole(20).Series;
        var page = Checked(Html(Whole(20) with { Series = series with { Stamps = [], Clocks = [], Packets = [.. series.Packets.Select(p => p with { Pts = null, Pose = null })] } }));

        Assert.Empty(Strips(page));
        Assert.Equal(3, OfClass(page, "row absent").Count);
        Assert.All(OfClass(page, "row absent"), a => Assert.Contains("Left out", a.Value, StringComparison.Ordinal));
        Assert.Empty(page.Descendants("figure"));
    }

    [Fact]
    public void Clocks_apart_get_a_second_strip_that_shows_what_each_does()
    {
        var whole = Whole(60);
        var apart = whole with { Series = whole.Series with { Stamps = [.. whole.Series.Stamps.Select(s => s with { Time = s.Time - 100_000_000 })] } };

        Assert.Equal(4, Strips(Checked(Html(apart))).Count);
        Assert.Contains(Strips(Checked(Html(apart))), s => s.Attribute("aria-label")!.Value.Contains("pictures -100 s to -100 s", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(ulong.MaxValue)]
    [InlineData(0UL)]
    public void Wild_times_and_places_do_no_harm(ulong time)
    {
        var whole = Whole(30);
        var packets = whole.Series.Packets.Select((p, i) => i % 3 == 1
            ? p with { Time = time, Pts = i % 2 == 0 ? long.MaxValue / 4 : null, Pose = p.Pose! with { Sensor = new GeoPoint(-90, 180), Centre = new GeoPoint(90, -180), SlantRangeMetres = double.PositiveInfinity, CentreElevationMetres = 1e9 } }
            : p).ToList();
        var page = Checked(Html(whole with { Series = whole.Series with { Packets = packets, Clocks = [new ClockPoint(1e12, 1e12), new ClockPoint(double.Epsilon, 0)] } }));
        Assert.NotEmpty(Strips(page));
    }

    [Fact]
    public void Long_streams_make_pages_of_bounded_size()
    {
        var random = new Random(1);
        var whole = Whole(4_000);
        var findings = Enumerable.Range(0, 8_000).Select(i => new Finding("wrong-length", FindingGrade.Warning, "A length is wrong", new string('9', 5_000)) { Pid = i });
        var wild = whole.Series with { Stamps = [.. whole.Series.Stamps.Select(s => s with { Time = s.Time + (ulong)random.Next() })] };
        var html = Html(whole with { Series = wild, Findings = [.. findings] });

        Checked(html);
        Assert.True(html.Length < 1_000_000, html.Length.ToString(CultureInfo.InvariantCulture));
    }

    [Theory, MemberData(nameof(HostileTextTests.Names), MemberType = typeof(HostileTextTests))]
    public void Hostile_text_stays_text(string text)
    {
        var finding = new Finding(text, FindingGrade.Error, text, text) { Effect = text, CorrectedReading = text };
        var html = Html(Whole(3) with { Findings = [finding] }, new DiagnosisHeader(text, text, text, true, [text]));
        var page = Checked(html);

        Assert.DoesNotContain("<img", html, StringComparison.Ordinal);
        Assert.Single(page.Descendants("script"));
        Assert.Single(page.Descendants("style"));
    }

    [Fact]
    public void Nothing_of_a_culture_is_in_it()
    {
        var here = CultureInfo.CurrentCulture;
        var invariant = Html(Whole(60));
        try
        {
            // Tests may run without the data of cultures, so one is made.
            var other = (CultureInfo)CultureInfo.InvariantCulture.Clone();
            (other.NumberFormat.NumberDecimalSeparator, other.NumberFormat.NumberGroupSeparator, other.NumberFormat.NegativeSign) = (",", ".", "~");
            CultureInfo.CurrentCulture = other;
            Assert.Equal(invariant, Html(Whole(60)));
        }
        finally
        {
            CultureInfo.CurrentCulture = here;
        }
    }

    private static XElement Checked(string html)
    {
        var page = Page.Parse(html);
        Page.ReachesNothing(page);
        Page.IsAccessible(page);
        return page;
    }

    private static List<XElement> Strips(XElement page) => OfClass(page, "plot strip");

    private static List<XElement> OfClass(XElement page, string name) => [.. page.Descendants().Where(e => (string?)e.Attribute("class") == name)];

    private static string Scale(XElement page) => OfClass(page, "furniture")[0].Value;

    private static string Html(StreamDiagnosis diagnosis, DiagnosisHeader? header = null)
    {
        using var text = new StringWriter();
        DiagnosisHtml.Write(text, header ?? new DiagnosisHeader("1.2.3", "overflight video diagnose a.ts --format html", "/data/a.ts", true, []), diagnosis);
        return text.ToString();
    }

    private static ReadingFit Unfitted => new(PoseReading.Standard, null, null, [], double.NaN, double.NaN);

    private static ReadingFit Fit(PoseReading reading)
    {
        var (standard, other) = (new ReadingResidual(AngleReference.Platform, GroundSource.StatedCentre, 60, 900, double.MaxValue), new ReadingResidual(AngleReference.Earth, GroundSource.StatedCentre, 60, 0.5, 0.9));
        return new ReadingFit(reading, standard, reading.Angles is null ? standard : other, [other, standard], double.NaN, double.NaN) { MedianMetres = 0.5, Metres95 = 0.9, MedianRangeMetres = 1_000 };
    }

    /// <summary>A camera 1,000 m up that looks south, 45° down, by angles from north; the platform heads north, or, turned, west and down, so that by the standard the camera looks far off.</summary>
    private static StreamDiagnosis Whole(int count, bool turned = false)
    {
        var packets = Enumerable.Range(0, count).Select(i =>
        {
            var sensor = new GeoPoint(48 + 1e-4 * i, 11);
            return new PacketPoint(i, 90_000L * i, Start + 1_000_000UL * (ulong)i, new StatedPose
            {
                TimeMicroseconds = Start + 1_000_000UL * (ulong)i,
                Sensor = sensor,
                SensorAltitudeMetres = 1_000,
                HeadingDegrees = turned ? 270 : 0,
                PitchDegrees = turned ? -43 : 0,
                RollDegrees = 0,
                AzimuthDegrees = 180,
                ElevationDegrees = -45,
                Centre = Geodesic.Direct(sensor, 180, 1_000),
                CentreElevationMetres = 0,
            }, true, [2, 13, 14]);
        }).ToList();
        var with = Enumerable.Range(0, MinimumSet.Count).Select(i => i < 2 ? 0L : count / 2).ToList();
        var series = new DiagnosisSeries(
            packets, [.. packets.Select(p => new StampPoint(p.Pts, p.Time!.Value))],
            [.. Enumerable.Range(1, 10 * count).Select(i => new ClockPoint(0.1 * i, i % 9 == 0 ? 0.2 : 0.04))],
            count == 0 ? [] : [new ItemStretch(count, with), new ItemStretch(count, with)]);
        return new StreamDiagnosis(count, count, Fit(s_earth),
        [
            new Finding("angles-earth-referenced", FindingGrade.Error, "Angles are counted from north", "by 12 m") { Count = 3, Of = 4, FirstOffset = 188, Pid = 257, Tag = 18, Effect = "it is off", CorrectedReading = "read it so", CanRepair = true },
            new Finding("vmti-legacy", FindingGrade.Note, "Old coding", "version 3"),
        ], series);
    }
}

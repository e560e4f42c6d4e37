using System.Globalization;
using System.Text.Json;
using System.Xml.Linq;
using Overflight.Airspace.Verdicts;
using Overflight.Feeds;
using Overflight.Geodesy;
using Overflight.Patterns;
using Overflight.Testing;

namespace Overflight.Dossiers.Tests;

[Trait("Category", "Recorded")]
public class RecordedTests
{
    [Theory]
    [InlineData("tracks/readsb/trace_full_ac671b.json.gz")]
    [InlineData("tracks/surveillance/border_control.json.gz")]
    [InlineData("tracks/noisy/noisy_spoofing.json.gz")]
    public void Every_form_is_well_formed(string file)
    {
        foreach (var analysis in Analysed(file, out var report))
        {
            var page = Page.Parse(Outputs.Html(analysis, Pack.Index, report));
            Page.ReachesNothing(page);
            Page.IsAccessible(page);
            JsonDocument.Parse(Outputs.GeoJson(analysis)).Dispose();
            Assert.NotNull(XDocument.Parse(Outputs.Kml(analysis)).Root);
            Assert.Equal(1 + analysis.Verdicts.Count, CsvText.Parse(Outputs.Csv(analysis)).Count);
        }
    }

    [Fact]
    public void The_flight_over_Yucatan_leads_with_Mexico()
    {
        var analysis = Analysed("tracks/readsb/trace_full_ac671b.json.gz", out var report)[0];
        var page = Page.Parse(Outputs.Html(analysis, Pack.Index, report));
        Assert.Equal(
            "N899DN entered Mexican airspace on 4 February 2025 from 21:25:33 to 21:51:30 UTC (between 21:23:38 and 22:11:38 at the widest), recorded at most 158 km inside.",
            page.Descendants("h1").Single().Value);
    }

    [Fact]
    public void The_silence_near_Canada_cannot_be_ruled_out()
    {
        var analysis = Analysed("tracks/readsb/trace_full_ac671b.json.gz", out _)[1];
        Assert.Equal(
            "That N899DN entered Canadian airspace cannot be ruled out: during a silence of 46 minutes on 5 February 2025 from 04:51:45 to 05:37:55 UTC it could have gone in and come back at 529 kt or more; 650 kt was allowed.",
            VerdictSentence.Of(analysis.Analysis, analysis.Verdicts.Single(v => v.Airspace == "CAN")));
    }

    [Fact]
    public void The_witness_on_the_page_can_be_checked_with_two_inverses()
    {
        var analysis = Analysed("tracks/readsb/trace_full_ac671b.json.gz", out var report)[1];
        var box = Page.Parse(Outputs.Html(analysis, Pack.Index, report)).Descendants("div").Single(d => (string?)d.Attribute("class") == "witness-check");
        var lines = box.Element("pre")!.Value.Split('\'')[1].Split("\\n", StringSplitOptions.RemoveEmptyEntries);
        var sum = 0.0;
        foreach (var line in lines)
        {
            var n = line.Split(' ').Select(t => double.Parse(t, CultureInfo.InvariantCulture)).ToArray();
            sum += Geodesic.DistanceMetres(new GeoPoint(n[0], n[1]), new GeoPoint(n[2], n[3]));
        }
        var metres = box.Descendants("tr").Skip(1).Select(r => double.Parse(r.Elements().Last().Value, CultureInfo.InvariantCulture)).ToArray();
        Assert.Equal(2, lines.Length);
        Assert.Equal(metres[2], sum, 0.2);
        Assert.True(sum <= metres[3]);
    }

    private static List<FlightExamination> Analysed(string file, out ReadReport report)
    {
        var examiner = new FlightExaminer(new FlightAnalyzer(Pack.Index, new AnalyzerOptions()));
        var flights = new List<FlightExamination>();
        report = TrackFile.Read(Recorded.PathOf(file), new ReadOptions(), track => flights.AddRange(examiner.Examine(track)));
        return flights;
    }
}

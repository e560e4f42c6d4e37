using System.Text.Json;
using System.Xml.Linq;
using Overflight.Airspace;
using Overflight.Airspace.Verdicts;
using Overflight.Geodesy;
using Overflight.Patterns;

namespace Overflight.Dossiers.Tests;

public class DocumentTests
{
    private static readonly FlightExamination Empty = Flights.Examined(Flights.Through([]));

    [Fact]
    public void A_flight_that_is_judged_makes_a_whole_page()
    {
        var index = Pack.Index;
        var analysis = Judged(Flights.Eastward(32.5, -118.5, 100));
        Assert.Contains(analysis.Verdicts, v => v is { Airspace: "MEX", Kind: AirspaceVerdictKind.Entered });
        var html = Outputs.Html(analysis, index);
        var page = Page.Parse(html);
        Page.ReachesNothing(page);
        Page.IsAccessible(page);
        Assert.Equal(VerdictSentence.Of(analysis.Analysis, analysis.Verdicts.Single(v => v.Airspace == "MEX")), page.Descendants("h1").Single().Value);
        Assert.Contains("© OpenStreetMap contributors, ODbL", html, StringComparison.Ordinal);
    }

    [Fact]
    public void All_flights_on_one_page()
    {
        var page = Page.Parse(Outputs.HtmlOfAll(Pack.Index, Judged(Flights.Eastward(32.5, -118.5, 100)), Judged(Flights.Eastward(50, 1, 40)), Empty));
        Page.ReachesNothing(page);
        Page.IsAccessible(page);
        Assert.Equal(3, page.Descendants("article").Count());
    }

    [Fact]
    public void Flights_across_the_date_line_are_not_drawn_around_the_world()
    {
        var analysis = Judged(Flights.Eastward(52, 178, 100), secondsApart: 30);
        var page = Page.Parse(Outputs.Html(analysis, Pack.Index));
        Assert.Contains(page.Descendants(), e => e.Attribute("class")?.Value.StartsWith("track", StringComparison.Ordinal) == true);
        using var json = JsonDocument.Parse(Outputs.GeoJson(analysis));
        var geometry = json.RootElement.GetProperty("features")[0].GetProperty("geometry");
        Assert.Equal("MultiLineString", geometry.GetProperty("type").GetString());
        Assert.All(geometry.GetProperty("coordinates").EnumerateArray(), NeverJumps);
        Assert.Equal(
            geometry.GetProperty("coordinates").EnumerateArray().Select(p => p.GetArrayLength()),
            json.RootElement.GetProperty("features")[0].GetProperty("properties").GetProperty("coordTimes").EnumerateArray().Select(p => p.GetArrayLength()));
    }

    [Fact]
    public void A_silence_is_a_gap_with_a_lens()
    {
        var analysis = Judged([new(27, -112), new(27.2, -112.2), new(27.4, -112.4)], secondsApart: 600);
        using var json = JsonDocument.Parse(Outputs.GeoJson(analysis));
        var kinds = json.RootElement.GetProperty("features").EnumerateArray().Select(f => f.GetProperty("properties").GetProperty("overflight:kind").GetString()).ToList();
        Assert.Equal(2, kinds.Count(k => k == "gap"));
        foreach (var ring in json.RootElement.GetProperty("features").EnumerateArray().Where(f => f.GetProperty("properties").GetProperty("overflight:kind").GetString() == "gap")
                     .SelectMany(f => f.GetProperty("geometry").GetProperty("coordinates").EnumerateArray()).Select(p => p[0]))
        {
            var corners = ring.EnumerateArray().Select(c => (X: c[0].GetDouble(), Y: c[1].GetDouble())).ToList();
            Assert.Equal(corners[0], corners[^1]);
            Assert.True(corners.Zip(corners.Skip(1)).Sum(e => e.First.X * e.Second.Y - e.Second.X * e.First.Y) > 0, "outer rings turn left");
        }
        var kml = XDocument.Parse(Outputs.Kml(analysis));
        Assert.Equal(2, kml.Descendants("{http://www.opengis.net/kml/2.2}Polygon").Count());
    }

    [Fact]
    public void Kml_names_only_styles_that_it_has()
    {
        var kml = XDocument.Parse(Outputs.Kml(Judged(Flights.Eastward(32.5, -118.5, 100)), Judged([new(27, -112), new(27.4, -112.4)], secondsApart: 900)));
        var styles = kml.Descendants("{http://www.opengis.net/kml/2.2}Style").Select(s => "#" + s.Attribute("id")!.Value).ToList();
        Assert.All(kml.Descendants("{http://www.opengis.net/kml/2.2}styleUrl"), s => Assert.Contains(s.Value, styles));
        Assert.All(kml.Descendants("{http://www.google.com/kml/ext/2.2}Track"), t => Assert.Equal(
            t.Elements("{http://www.opengis.net/kml/2.2}when").Count(), t.Elements("{http://www.google.com/kml/ext/2.2}coord").Count()));
    }

    [Fact]
    public void Flights_without_fixes_are_said_to_be_so()
    {
        Assert.Contains("holds no usable fix", Outputs.Html(Empty, Pack.Index), StringComparison.Ordinal);
        Assert.Empty(JsonDocument.Parse(Outputs.GeoJson(Empty)).RootElement.GetProperty("features").EnumerateArray());
        Assert.NotNull(XDocument.Parse(Outputs.Kml(Empty)).Root);
        Assert.Single(CsvText.Parse(Outputs.Csv(Empty)));
    }

    [Fact]
    public void Analyses_without_flights_are_whole_documents()
    {
        Assert.Contains("No flight was found", Outputs.HtmlOfAll(Pack.Index), StringComparison.Ordinal);
        Assert.NotNull(XDocument.Parse(Outputs.Kml()).Root);
        Assert.Equal(JsonValueKind.Object, JsonDocument.Parse(Outputs.GeoJson()).RootElement.ValueKind);
    }

    [Fact]
    public void One_fix_alone_is_drawn()
    {
        var analysis = Judged([new GeoPoint(21, -89)]);
        Page.IsAccessible(Page.Parse(Outputs.Html(analysis, Pack.Index)));
        using var json = JsonDocument.Parse(Outputs.GeoJson(analysis));
        Assert.Equal("Point", json.RootElement.GetProperty("features")[0].GetProperty("geometry").GetProperty("type").GetString());
    }

    [Theory]
    [InlineData(89.99, 0)]
    [InlineData(-89.5, 100)]
    public void The_poles_do_no_harm(double latitude, double longitude)
    {
        var analysis = Judged(Flights.Eastward(latitude, longitude, 50, step: 3), secondsApart: 120);
        Page.Parse(Outputs.Html(analysis, Pack.Index));
        XDocument.Parse(Outputs.Kml(analysis));
        JsonDocument.Parse(Outputs.GeoJson(analysis)).Dispose();
    }

    private static FlightExamination Judged(IEnumerable<GeoPoint> places, double secondsApart = 20) =>
        new FlightExaminer(new FlightAnalyzer(Pack.Index, new AnalyzerOptions { MaxSpeedKnots = 650 })).ExamineFlight(Flights.Through(places, secondsApart).Track);

    private static void NeverJumps(JsonElement line)
    {
        var longitudes = line.EnumerateArray().Select(p => p[0].GetDouble()).ToList();
        Assert.All(longitudes.Zip(longitudes.Skip(1)), pair => Assert.True(Math.Abs(pair.First - pair.Second) < 180));
    }
}

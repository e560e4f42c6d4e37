using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using Overflight.Airspace.Verdicts;
using Overflight.Geodesy;
using Overflight.Patterns;
using Overflight.Patterns.Reach;
using Overflight.Tracks;

namespace Overflight.Dossiers.Tests;

/// <summary>What a flight could see, in every output.</summary>
public class ReachTests
{
    private static readonly SensorReach s_reach = new()
    {
        Airspace = "MEX",
        Sensor = Sensor.Optical,
        Altitude = AltitudeOrigin.Barometric,
        FixesWithoutHeight = 0,
        AreaSquareMetres = new Estimate(80e9, 91e9, 99.4e9),
        RegionSquareMetres = 2_275e9,
        VisibleSeconds = new Estimate(22_000, 22_320, 22_400),
        SilentSeconds = 0,
        IsOutsideThroughout = true,
        ClosestMetres = 37_040,
        ClosestTime = Flights.Start,
        Deepest = new DeepestView
        {
            Place = new GeoPoint(27, -110),
            DepthMetres = new Estimate(360_000, 380_400, 395_000),
            Time = Flights.Start,
            Fix = 3,
            From = new GeoPoint(26, -114),
            Eye = new EyeHeight(new Estimate(12_600, 13_716, 14_800), AltitudeOrigin.Barometric),
            SurfaceMetres = 447_000,
            GeometricHorizonMetres = 417_000,
            OpticalHorizonMetres = 451_000,
            RadarHorizonMetres = 482_000,
        },
    };

    [Fact]
    public void A_sentence_can_be_quoted() => Assert.Equal(
        "could see up to 380 km into Mexican airspace (360 km to 395 km), 91,000 km² of it (80,000 km² to 99,400 km²; 4 %), some part for 6 h 12 min, within the optical horizon; "
        + "the deepest place 27.00000° N, 110.00000° W at 21:00:00 UTC from 13,716 m above the sea (barometric, 12,600 m to 14,800 m); every fix was outside, the nearest 37.0 km away",
        ReachSentence.Of(s_reach));

    [Fact]
    public void Nothing_is_said_without_altitude_and_nothing_is_made_of_nothing()
    {
        Assert.Equal("nothing is said of what could be seen of Mexican airspace: no altitude is known", ReachSentence.Of(s_reach with { Altitude = AltitudeOrigin.None }));
        var unseen = s_reach with { Deepest = null, AreaSquareMetres = default, VisibleSeconds = default, Sensor = Sensor.Optical with { RangeMetres = 60_000 } };
        Assert.Equal("no part of Mexican airspace lay within 60.0 km and the optical horizon", ReachSentence.Of(unseen));
        Assert.Equal(
            "no part of Mexican airspace lay within the optical horizon, but at the greatest altitude that its source allows up to 12.0 km² did",
            ReachSentence.Of(unseen with { AreaSquareMetres = new Estimate(0, 0, 12e6), Sensor = Sensor.Optical }));
    }

    [Fact]
    public void Terrain_is_told_with_what_is_missing() => Assert.EndsWith(
        "; over terrain 60,000 km², and 1,200 km² where terrain is missing",
        ReachSentence.Of(s_reach with { OverTerrain = new TerrainReach(2_000, 1_300, 674, 26, 60e9, 1.2e9) }), StringComparison.Ordinal);

    [Fact]
    public void Every_output_tells_it()
    {
        var index = Pack.Index;
        var flight = new FlightExaminer(new FlightAnalyzer(index, new AnalyzerOptions { MaxSpeedKnots = 650, NearMetres = 300_000 })).ExamineFlight(Flights.Through(Flights.Eastward(25, -117, 60)).Track);
        IReadOnlyList<SensorReach> Source(Tracks.Preparing.PreparedFlight prepared, IReadOnlyList<AirspaceVerdict> verdicts) =>
            [.. verdicts.Select(v => ReachFinder.Find(prepared, index.Region(v.Airspace)!, Sensor.Optical, withOutline: true))];
        var reach = Assert.Single(Source(flight.Flight, flight.Verdicts));
        Assert.Equal("MEX", reach.Airspace);
        var sentence = ReachSentence.Of(reach);

        using (var text = new StringWriter())
        {
            Run(new AnalysisTextWriter(text, false, null, Source));
            Assert.Contains(sentence, text.ToString(), StringComparison.Ordinal);
        }
        using (var text = new StringWriter())
        {
            HtmlDossier.Write(text, Flights.Header(index), flight, Outputs.Report(), index, Source);
            var page = Page.Parse(text.ToString());
            Page.ReachesNothing(page);
            Page.IsAccessible(page);
            Assert.Contains(page.Descendants("h2"), h => h.Value == "What it could see");
            Assert.Contains(page.Descendants("li"), l => l.Value.EndsWith(sentence[1..] + ".", StringComparison.Ordinal));
            Assert.Contains(page.Descendants(), p => p.Name.LocalName == "path" && (string?)p.Attribute("class") == "seen");
        }
        using (var stream = new MemoryStream())
        {
            using (var writer = new GeoJsonWriter(stream, Source))
                Run(writer);
            using var document = JsonDocument.Parse(Encoding.UTF8.GetString(stream.ToArray()));
            var feature = Assert.Single(document.RootElement.GetProperty("features").EnumerateArray(), f => f.GetProperty("properties").GetProperty("overflight:kind").GetString() == "sensor-reach");
            foreach (var polygon in feature.GetProperty("geometry").GetProperty("coordinates").EnumerateArray())
                IsRing([.. polygon[0].EnumerateArray().Select(p => (p[0].GetDouble(), p[1].GetDouble()))]);
        }
        using (var stream = new MemoryStream())
        {
            using (var writer = new KmlWriter(stream, Source))
                Run(writer);
            var document = XDocument.Parse(Encoding.UTF8.GetString(stream.ToArray()));
            Assert.Contains(document.Descendants(), e => e.Name.LocalName == "styleUrl" && e.Value == "#seen");
        }

        void Run(IAnalysisWriter writer)
        {
            writer.Begin(Flights.Header(index));
            writer.Flight("in", flight);
            writer.Input(Outputs.Report());
            writer.Finish();
        }
    }

    /// <summary>Closed, and wound to the left (RFC 7946 3.1.6).</summary>
    private static void IsRing((double X, double Y)[] ring)
    {
        Assert.True(ring.Length >= 4);
        Assert.Equal(ring[0], ring[^1]);
        Assert.True(ring.Zip(ring.Skip(1), (a, b) => (a.X - ring[0].X) * (b.Y - ring[0].Y) - (b.X - ring[0].X) * (a.Y - ring[0].Y)).Sum() >= 0);
    }
}

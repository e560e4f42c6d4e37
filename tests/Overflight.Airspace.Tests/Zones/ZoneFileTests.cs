using Overflight.Airspace.Zones;
using Overflight.Geodesy;
using Overflight.Testing;

namespace Overflight.Airspace.Tests.Zones;

public sealed class ZoneFileTests : IDisposable
{
    private readonly string _path = Path.GetTempFileName();

    public void Dispose() => File.Delete(_path);

    [Fact]
    public void Open_air_circles_arcs_and_levels_are_read()
    {
        var zones = Read("""
            * made for this test
            AC R
            AN ROUND
            AL GND
            AH FL 65
            V X=45:00:00 N 010:00:00 E
            DC 10

            AC D
            AN SECTOR
            AL 1500 ft AMSL
            AH 3000m MSL
            V X=45:00:00 N 012:00:00 E
            V D=+
            DP 45:00:00 N 012:00:00 E
            DA 20,0,90

            AC D
            AN SECTOR
            AL SFC
            AH UNL
            DP 50:00:00 N 012:00:00 E
            DP 50:30:00 N 012:00:00 E
            DP 50:30:00 N 012:30.5:00 E
            """, out var problems);

        Assert.Empty(problems);
        Assert.Equal(["ROUND", "SECTOR", "SECTOR (2)"], zones.Select(z => z.Name));
        var centre = new GeoPoint(45, 10);
        Assert.Equal(10 * 1852, zones[0].DistanceTo(centre).SignedMetres, 3.0);
        Assert.Equal(new VerticalLimits(double.NegativeInfinity, 6_500), zones[0].Vertical);
        Assert.True(zones[1].Contains(Geodesic.Direct(new GeoPoint(45, 12), 45, 15 * 1852)));
        Assert.False(zones[1].Contains(Geodesic.Direct(new GeoPoint(45, 12), 135, 1 * 1852)));
        Assert.False(zones[1].Contains(Geodesic.Direct(new GeoPoint(45, 12), 45, 21 * 1852)));
        Assert.Equal(3_000 / 0.3048, zones[1].Vertical!.Value.CeilingFeet, 1e-6);
    }

    [Fact]
    public void Bad_lines_are_told_and_the_rest_is_read()
    {
        var zones = Read("AC R\nAN A\nDP nonsense\nDP 45:00:00 N 010:00:00 E\nDP 46:00:00 N 010:00:00 E\nDP 46:00:00 N 011:00:00 E\nAC R\nAN B\nDP 45:00:00 N 010:00:00 E\nDC x\n", out var problems);

        Assert.Equal("A", Assert.Single(zones).Name);
        Assert.Contains(problems, p => p.StartsWith("line 3:", StringComparison.Ordinal));
        Assert.Contains(problems, p => p.StartsWith("line 10:", StringComparison.Ordinal));
        Assert.Contains(problems, p => p.Contains("\"B\"", StringComparison.Ordinal));
    }

    [Fact]
    public void Geodesic_sides_bulge_from_chords_and_parallels_stay()
    {
        const string box = """{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"name":"Z","reading":"READING"},"geometry":{"type":"Polygon","coordinates":[[[0,40],[60,50],[60,30],[0,30],[0,40]]]}}]}""";
        var chord = Read(box.Replace("READING", "chord", StringComparison.Ordinal), out _)[0];
        var geodesic = Read(box.Replace("READING", "geodesic", StringComparison.Ordinal), out _)[0];

        // Halfway along the slanting side the geodesic runs north of the straight line on the map.
        var beyond = new GeoPoint(45.5, 30);
        Assert.False(chord.Contains(beyond));
        Assert.True(geodesic.Contains(beyond));
        // The southern side lies along a parallel, which law reads as the parallel (14 CFR 99.41).
        Assert.True(geodesic.Contains(new GeoPoint(30.0001, 30)));
        Assert.False(geodesic.Contains(new GeoPoint(29.9999, 30)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("hello")]
    [InlineData("{")]
    [InlineData("{}")]
    [InlineData("{\"type\":\"FeatureCollection\"}")]
    [InlineData("{\"type\":\"FeatureCollection\",\"features\":3}")]
    public void What_is_no_zone_file_is_refused_with_a_reason(string text) =>
        Assert.NotEmpty(Assert.Throws<InvalidDataException>(() => Read(text, out _)).Message);

    [Theory]
    [InlineData("""{"type":"Feature","geometry":null}""")]
    [InlineData("""{"type":"Feature","geometry":{"type":"Polygon","coordinates":[[[0,95],[1,1],[2,2],[0,95]]]}}""")]
    [InlineData("""{"type":"Feature","geometry":{"type":"Polygon","coordinates":"x"}}""")]
    [InlineData("""{"type":"Feature","properties":{"validFrom":"soon"},"geometry":{"type":"Polygon","coordinates":[[[0,0],[1,1],[2,0],[0,0]]]}}""")]
    [InlineData("""{"type":"Feature","geometry":{"type":"Polygon","coordinates":[[[179,0],[-179,1],[-179,0],[179,0]]]}}""")]
    public void A_bad_feature_costs_that_feature_only(string feature)
    {
        const string good = """{"type":"Feature","properties":{"name":"good"},"geometry":{"type":"Polygon","coordinates":[[[10,10],[11,10],[11,11],[10,10]]]}}""";

        var zones = Read($$"""{"type":"FeatureCollection","features":[{{feature}},{{good}}]}""", out var problems);

        Assert.Equal("good", Assert.Single(zones).Name);
        Assert.Single(problems);
    }

    [Fact]
    public void Random_damage_never_does_more_than_throw_what_it_says()
    {
        const string text = """{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"name":"Z","floorFeet":100},"geometry":{"type":"Polygon","coordinates":[[[0,40],[6,50],[6,30],[0,30],[0,40]]]}}]}""";
        var random = new Random(7);
        for (var i = 0; i < 300; i++)
        {
            var bytes = System.Text.Encoding.UTF8.GetBytes(text);
            for (var k = 0; k < 1 + i % 4; k++)
                bytes[random.Next(bytes.Length)] = (byte)random.Next(32, 127);
            File.WriteAllBytes(_path, bytes);
            try
            {
                ZoneFile.Read(_path);
            }
            catch (InvalidDataException)
            {
                // The file as a whole is refused, with a message.
            }
        }
    }

    [Fact]
    [Trait("Category", "Recorded")]
    public void A_hobby_networks_regions_load_with_overlaps_and_bad_rings()
    {
        var file = ZoneFile.Read(Recorded.PathOf("zones/vatsim_fir.geojson"));

        Assert.True(file.Zones.Count + file.Problems.Count >= 1_102);
        Assert.True(file.Zones.Count > 900);
        Assert.Contains(file.Zones, z => z.Name.StartsWith("MMFR", StringComparison.Ordinal) && z.Contains(new GeoPoint(25.7, -100.2)));
    }

    private IReadOnlyList<AirspaceRegion> Read(string text, out IReadOnlyList<string> problems)
    {
        File.WriteAllText(_path, text);
        var file = ZoneFile.Read(_path);
        problems = file.Problems;
        return file.Zones;
    }
}

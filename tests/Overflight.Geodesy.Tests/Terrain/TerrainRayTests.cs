using Overflight.Geodesy.Terrain;

namespace Overflight.Geodesy.Tests.Terrain;

public sealed class TerrainRayTests(ITestOutputHelper output) : MadeFolder
{
    private const double Spacing = 0.0005;

    private static double NoGeoid(GeoPoint place) => 0;

    private static double Slope(GeoPoint place) => 40 + 2 * Math.Sin(3 * place.LatitudeDegrees) + 2 * Math.Cos(double.DegreesToRadians(120 * place.LongitudeDegrees));

    /// <summary>A raster of 200 by 200 samples about 55 m by 35 m apart, the south-west one at the corner.</summary>
    private void Raster(string name, double south, double west, Func<int, int, double> height) =>
        Put(name, new TiffWriter
        {
            Width = 200,
            Height = 200,
            RowsPerStrip = 50,
            Bits = 32,
            Format = 3,
            IsPoint = true,
            NoData = "-9999",
            Scale = (west, south + 199 * Spacing, Spacing, Spacing),
        }.File((column, row) => height(column, 199 - row)));

    private static double Hills(int x, int y) => 300 + 120 * Math.Sin(x * 0.31) * Math.Cos(y * 0.23) + 60 * Math.Sin(x * 1.7 + y * 2.3);

    private static double Ridges(int x, int y) => x % 23 == 0 ? 700 : y % 37 == 0 ? 500 : 50;

    private static double Cliffs(int x, int y) => ((x / 20) + (y / 15)) % 2 == 0 ? 400 : 20;

    private static double Spikes(int x, int y) => (x * 31 + y * 17) % 101 == 0 ? 600 : 100 + x % 3;

    private static ((double X, double Y, double Z) Origin, (double X, double Y, double Z) Direction) Ray(GeoPoint from, double height, double azimuth, double depression)
    {
        var frame = new EnuFrame(from, height);
        var (sa, ca) = Math.SinCos(double.DegreesToRadians(azimuth));
        var (sd, cd) = Math.SinCos(double.DegreesToRadians(depression));
        return (frame.ToEcef(0, 0, 0), frame.Unrotate(cd * sa, cd * ca, -sd));
    }

    [Theory]
    [InlineData("hills", false)]
    [InlineData("hills", true)]
    [InlineData("ridges", false)]
    [InlineData("cliffs", false)]
    [InlineData("spikes", true)]
    [InlineData("two", false)]
    [InlineData("hgt", false)]
    [InlineData("antimeridian", true)]
    [InlineData("utm", false)]
    public void Agrees_with_looking_every_few_centimetres(string kind, bool withGeoid)
    {
        var (south, west) = kind == "antimeridian" ? (51.0, 179.95) : (51.0, 8.0);
        switch (kind)
        {
            case "two":
                // Two files that meet without sharing samples, and a finer one over both.
                Raster("a.tif", south, west - 100 * Spacing, Hills);
                Raster("b.tif", south, west + 100 * Spacing, (x, y) => Hills(x + 200, y));
                Put("c.tif", new TiffWriter { Width = 150, Height = 150, Bits = 32, Format = 3, Scale = (west + 0.04, south + 0.06, Spacing / 5, Spacing / 5) }.File((x, y) => Ridges(x, y) / 2));
                break;
            case "hgt":
                // Whole metres, and the edge between two tiles.
                Put("N51E007.hgt", HgtWriter.Tile((north, east) => 300 + 100 * Math.Sin(800 * north) * Math.Sin(900 * east)));
                Put("N51E008.hgt", HgtWriter.Tile((north, east) => 300 + 100 * Math.Sin(700 * north) * Math.Sin(900 * east)));
                west -= 0.05;
                break;
            case "utm":
                var corner = Utm.From(new GeoPoint(south, west), 32);
                Put("u.tif", new TiffWriter { Width = 260, Height = 300, Bits = 32, Format = 3, Keys = [(1024, 1), (3072, 32632)], Scale = (corner.EastingMetres - 300, corner.NorthingMetres + 11_700, 40, 40) }.File(Hills));
                break;
            default:
                Raster("a.tif", south, west, kind switch { "hills" or "antimeridian" => Hills, "ridges" => Ridges, "cliffs" => Cliffs, _ => Spikes });
                break;
        }
        var terrain = new TerrainFolder(Folder);
        Func<GeoPoint, double> undulation = withGeoid ? Slope : NoGeoid;
        var random = new Random(kind.Length);
        var (met, left, unknown, below, worst) = (0, 0, 0, 0, 0.0);
        const double Step = 0.05;
        const double GreatestRange = 3_000;
        for (var i = 0; i < 70; i++)
        {
            var place = new GeoPoint(south + 0.01 + 0.08 * random.NextDouble(), west + 0.01 + 0.08 * random.NextDouble()).Normalised();
            var ground = undulation(place) + terrain.HeightMetres(place);
            // Steep, shallow, grazing, upwards; some from within the ground.
            var depression = (i % 5) switch { 0 => 90 * random.NextDouble(), 1 => 8 * random.NextDouble(), 2 => random.NextDouble() - 0.5, 3 => 90, _ => -20 * random.NextDouble() };
            var (origin, direction) = Ray(place, ground + (i % 7 == 0 ? -30 * random.NextDouble() : 250 * random.NextDouble()), 360 * random.NextDouble(), depression);
            var (expected, clearance) = RayOracle.First(terrain, origin, direction, GreatestRange, Step, undulation);
            var found = TerrainRay.Trace(terrain, origin, direction, GreatestRange, undulationMetres: undulation);
            var what = $"ray {i}: {found}, oracle {expected}, clearance {clearance}";
            below += found.IsFromBelow ? 1 : 0;
            if (found.Outcome == TerrainRayOutcome.Met)
            {
                met++;
                // It lies on the surface, which only one of the two can have stepped over; and never after the oracle's.
                var (at, height) = Ecef.ToGeodetic(
                    origin.X + found.RangeMetres * direction.X, origin.Y + found.RangeMetres * direction.Y, origin.Z + found.RangeMetres * direction.Z);
                Assert.True(Geodesic.DistanceMetres(at, found.Place) < 1e-6 && Math.Abs(height - found.HeightMetres) < 1e-6, what);
                var above = height - undulation(at) - terrain.HeightMetres(at);
                var slack = kind is "two" ? double.PositiveInfinity : 0.004;
                Assert.True(Math.Abs(above) < slack, $"{what}: {above} above");
                Assert.True(expected is null || found.RangeMetres <= Math.Abs(expected.Value) + 0.002, what);
                // Met earlier than the oracle saw it: then the ray only just touched the ground there.
                if (expected is not >= 0 || found.RangeMetres < expected - Step - 0.002)
                    Assert.True(Touches(terrain, undulation, origin, direction, found.RangeMetres), what);
                else
                    worst = Math.Max(worst, Math.Max(found.RangeMetres - expected.Value, expected.Value - Step - found.RangeMetres));
            }
            else if (found.Outcome == TerrainRayOutcome.Unknown)
            {
                unknown++;
                Assert.True(expected <= 0 && Math.Abs(found.RangeMetres + expected.Value) < Step + 0.01, what);
            }
            else
            {
                left++;
                Assert.True(expected is null || expected < 0 && -expected > GreatestRange - 1 || found.HeightMetres > TerrainRay.GreatestTerrainMetres, what);
            }
        }
        output.WriteLine($"{met} met, {left} left, {unknown} unknown, {below} from below; beyond the oracle's step by {worst * 1000:0.00} mm");
        Assert.True(met > 30 && below >= 8, $"{met} {below}");
    }

    /// <summary>Whether the surface is passed within less than a step of the oracle: looked at every tenth of a millimetre.</summary>
    private static bool Touches(TerrainFolder terrain, Func<GeoPoint, double> undulation, (double X, double Y, double Z) o, (double X, double Y, double Z) d, double range)
    {
        var (least, greatest) = (double.PositiveInfinity, double.NegativeInfinity);
        for (var at = Math.Max(0, range - 0.01); at < range + 0.1; at += 1e-4)
        {
            var (place, height) = Ecef.ToGeodetic(o.X + at * d.X, o.Y + at * d.Y, o.Z + at * d.Z);
            var above = height - undulation(place) - terrain.HeightMetres(place);
            (least, greatest) = (Math.Min(least, above), Math.Max(greatest, above));
        }
        return least < 0.003 && greatest > -0.003;
    }

    [Fact]
    public void Straight_down_from_high_up_and_from_below_up()
    {
        Raster("a.tif", 51, 8, (x, y) => x + 2 * y);
        var terrain = new TerrainFolder(Folder);
        var place = new GeoPoint(51 + 40.5 * Spacing, 8 + 30.25 * Spacing);
        foreach (var height in (double[])[500, 12_000, 700_000])
        {
            var (origin, direction) = Ray(place, height, 0, 90);
            var found = TerrainRay.Trace(terrain, origin, direction, 1e6, undulationMetres: NoGeoid);
            Assert.Equal(TerrainRayOutcome.Met, found.Outcome);
            Assert.Equal(111.25, found.HeightMetres, 1e-3);
            Assert.Equal(height - 111.25, found.RangeMetres, 1e-3);
            Assert.False(found.IsFromBelow);
        }
        var (under, up) = Ray(place, 50, 0, -90);
        var out1 = TerrainRay.Trace(terrain, under, up, undulationMetres: NoGeoid);
        Assert.Equal((TerrainRayOutcome.Met, true), (out1.Outcome, out1.IsFromBelow));
        Assert.Equal(61.25, out1.RangeMetres, 1e-3);
        var (over, higher) = Ray(place, 150, 0, -90);
        Assert.Equal(TerrainRayOutcome.Left, TerrainRay.Trace(terrain, over, higher, undulationMetres: NoGeoid).Outcome);
    }

    [Fact]
    public void A_ray_that_stays_above_all_terrain_or_misses_the_earth_leaves()
    {
        Raster("a.tif", 51, 8, Hills);
        var terrain = new TerrainFolder(Folder);
        var (origin, level) = Ray(new GeoPoint(51.05, 8.05), 10_000, 90, 0);
        var found = TerrainRay.Trace(terrain, origin, level);
        Assert.Equal(TerrainRayOutcome.Left, found.Outcome);
        // The horizon of 10 km lies 357 km off: what dips to 9,500 m and rises again has met nothing known or unknown.
        var (_, dipping) = Ray(new GeoPoint(51.05, 8.05), 10_000, 90, 0.7);
        Assert.Equal(TerrainRayOutcome.Left, TerrainRay.Trace(terrain, origin, dipping).Outcome);
        var (_, down) = Ray(new GeoPoint(51.05, 8.05), 10_000, 90, 60);
        Assert.Equal(TerrainRayOutcome.Left, TerrainRay.Trace(terrain, origin, down, 5_000).Outcome);
    }

    [Fact]
    public void What_is_not_known_is_told_where_it_begins()
    {
        Raster("a.tif", 51, 8, (x, y) => x is > 120 and < 130 ? -9999 : 100);
        var terrain = new TerrainFolder(Folder);
        // 1 km above ground that ends in a gap: the ray goes down too slowly to meet anything before it.
        var (origin, direction) = Ray(new GeoPoint(51.05, 8 + 100 * Spacing), 1_100, 90, 1);
        var found = TerrainRay.Trace(terrain, origin, direction, undulationMetres: NoGeoid);
        Assert.Equal(TerrainRayOutcome.Unknown, found.Outcome);
        Assert.Equal(8 + 120 * Spacing, found.Place.LongitudeDegrees, 2e-8);
        // Where no terrain is as high as the ray over the gap, the gap does not matter.
        var (steep, down) = Ray(new GeoPoint(51.05, 8 + 100 * Spacing), 1_100, 90, 25);
        Assert.Equal(TerrainRayOutcome.Unknown, TerrainRay.Trace(terrain, steep, down, undulationMetres: NoGeoid).Outcome);
        var met = TerrainRay.Trace(terrain, steep, down, greatestTerrainMetres: 150, undulationMetres: NoGeoid);
        Assert.Equal(TerrainRayOutcome.Met, met.Outcome);
        Assert.Equal(100, met.HeightMetres, 1e-3);
        var (outside, any) = Ray(new GeoPoint(40, 8), 1_100, 90, 25);
        Assert.Equal((TerrainRayOutcome.Unknown, 0.0), (TerrainRay.Trace(terrain, outside, any).Outcome, TerrainRay.Trace(terrain, outside, any).RangeMetres));
    }

    [Fact]
    public void A_level_ray_does_not_pass_through_the_tip_of_a_spike()
    {
        // One sample of 200 m in a plain of 100: a tent whose tip is a point. Rays pass its side at each tenth of a sample.
        Raster("a.tif", 51, 8, (x, y) => x == 100 && y == 100 ? 200 : 100);
        var terrain = new TerrainFolder(Folder);
        foreach (var beside in Enumerable.Range(-9, 19).Select(i => 0.1 * i))
            foreach (var below in (double[])[0.5, 0.02])
            {
                var from = new GeoPoint(51 + (100 + beside) * Spacing, 8 + 60.37 * Spacing);
                var tip = 100 + 100 * (1 - Math.Abs(beside));
                var target = Ecef.From(new GeoPoint(51 + (100 + beside) * Spacing, 8 + 100 * Spacing), tip - below);
                var origin = Ecef.From(from, tip + 1);
                var direction = (target.X - origin.X, target.Y - origin.Y, target.Z - origin.Z);
                var found = TerrainRay.Trace(terrain, origin, direction, 2_500, undulationMetres: NoGeoid);
                Assert.Equal(TerrainRayOutcome.Met, found.Outcome);
                Assert.InRange(found.Place.LongitudeDegrees, 8 + 99 * Spacing, 8 + 100.001 * Spacing);
            }
    }

    [Fact]
    public void The_geoid_is_that_of_the_grid_unless_another_is_given()
    {
        if (!Geoid.IsAvailable)
            Assert.Skip("geoid-egm96.bin absent: data/geoid/build makes it and needs npm");
        Raster("a.tif", 51, 8, (_, _) => 100);
        var terrain = new TerrainFolder(Folder);
        var random = new Random(96);
        for (var i = 0; i < 200; i++)
        {
            var (origin, direction) = Ray(new GeoPoint(51.02 + 0.06 * random.NextDouble(), 8.02 + 0.06 * random.NextDouble()), 1_000, 360 * random.NextDouble(), 50 + 40 * random.NextDouble());
            var found = TerrainRay.Trace(terrain, origin, direction);
            Assert.Equal(TerrainRayOutcome.Met, found.Outcome);
            Assert.Equal(100 + Geoid.UndulationMetres(found.Place), found.HeightMetres, 2e-3);
        }
    }

    [Fact]
    public void A_ray_without_direction_or_place_is_an_error()
    {
        Raster("a.tif", 51, 8, Hills);
        var terrain = new TerrainFolder(Folder);
        Assert.Throws<ArgumentException>(() => TerrainRay.Trace(terrain, (7e6, 0, 0), (0, 0, 0)));
        Assert.Throws<ArgumentException>(() => TerrainRay.Trace(terrain, (double.NaN, 0, 0), (1, 0, 0)));
    }
}

using Overflight.Geodesy.Terrain;

namespace Overflight.Geodesy.Tests.Terrain;

public sealed class GeoTiffSystemTests : MadeFolder
{
    private TerrainFolder Read(TiffWriter writer, Func<int, int, double>? sample = null)
    {
        Put("a.tif", writer.File(sample ?? ((column, row) => 10 * column + row)));
        return new TerrainFolder(Folder);
    }

    [Theory]
    [InlineData(4326)]
    [InlineData(4269)]
    [InlineData(4258)]
    public void Geographic_systems_like_WGS_84(int code) =>
        Assert.Equal(43, Read(new TiffWriter { Keys = [(1024, 2), (2048, code)] }).HeightMetres(new GeoPoint(50 - 0.035, 10.045)), 1e-3);

    public static TheoryData<(int, int)[], (int, double)[]> SelfDescribed => new()
    {
        { [(2048, 32767), (2050, 6326), (2054, 9102)], [] },
        { [(2048, 32767), (2050, 32767), (2056, 7030)], [] },
        { [(2048, 32767), (2051, 8901)], [(2057, 6378137.0), (2059, 298.257223563)] },
        { [(2048, 32767), (2051, 32767)], [(2057, 6378137.0), (2058, 6356752.314245179), (2061, 0.0)] },
    };

    [Theory]
    [MemberData(nameof(SelfDescribed))]
    public void Systems_that_describe_WGS_84(object keys, object doubles) =>
        Assert.Equal(43, Read(new TiffWriter { Keys = [(1024, 2), .. ((int, int)[])keys], DoubleKeys = ((int, double)[])doubles }).HeightMetres(new GeoPoint(50 - 0.035, 10.045)), 1e-3);

    [Theory]
    [InlineData(32632, 32, true)]
    [InlineData(32733, 33, false)]
    [InlineData(26917, 17, true)]
    [InlineData(25831, 31, true)]
    [InlineData(32601, 1, true)]
    [InlineData(32760, 60, false)]
    public void Utm_zones(int code, int zone, bool isNorth)
    {
        var terrain = Read(new TiffWriter { Keys = [(1024, 1), (3072, code), (3076, 9001)], Scale = (600_000, 5_400_000, 30, 30) });
        for (var i = 0; i < 15; i++)
            Assert.Equal(11 * i, terrain.HeightMetres(Utm.ToGeoPoint(zone, isNorth, 600_015 + 30 * i, 5_399_985 - 30 * i)), 1e-3);
        Assert.Equal(5 * 11 + 5, terrain.HeightMetres(Utm.ToGeoPoint(zone, isNorth, 600_015 + 30 * 5.5, 5_399_985 - 30 * 5)), 1e-3);
        Assert.True(double.IsNaN(terrain.HeightMetres(Utm.ToGeoPoint(zone, isNorth, 599_000, 5_399_985))));
        Assert.True(double.IsNaN(terrain.HeightMetres(new GeoPoint(0, 0))));
        Assert.Empty(terrain.Problems);
    }

    [Fact]
    public void A_utm_projection_over_a_system_described()
    {
        var terrain = Read(new TiffWriter { Keys = [(1024, 1), (2048, 4326), (3072, 32767), (3074, 16132)], Scale = (600_000, 5_400_000, 30, 30) });
        Assert.Equal(22, terrain.HeightMetres(Utm.ToGeoPoint(32, false, 600_075, 5_399_925)), 1e-3);
    }

    [Theory]
    [InlineData(0, 1.0)]
    [InlineData(9001, 1.0)]
    [InlineData(9002, 0.3048)]
    [InlineData(9003, 1200.0 / 3937)]
    public void Vertical_units(int unit, double metres) =>
        Assert.Equal(43 * metres, Read(new TiffWriter { Keys = [(1024, 2), (2048, 4326), (4096, 5703), (4099, unit)] }).HeightMetres(new GeoPoint(50 - 0.035, 10.045)), 1e-3);

    [Fact]
    public void A_system_in_feet_needs_no_unit() =>
        Assert.Equal(43 * 1200.0 / 3937, Read(new TiffWriter { Keys = [(1024, 2), (2048, 4269), (4096, 6360)] }).HeightMetres(new GeoPoint(50 - 0.035, 10.045)), 1e-3);

    [Theory]
    [InlineData(4979, 0, true)]
    [InlineData(4326, 5030, true)]
    [InlineData(4326, 4979, true)]
    [InlineData(4979, 5773, false)]
    [InlineData(4326, 3855, false)]
    public void Heights_above_the_ellipsoid_become_heights_above_the_sea(int code, int vertical, bool isAboveEllipsoid)
    {
        if (!Geoid.IsAvailable)
            Assert.Skip("geoid-egm96.bin absent: data/geoid/build makes it and needs npm");
        (int, int)[] keys = vertical == 0 ? [(1024, 2), (2048, code)] : [(1024, 2), (2048, code), (4096, vertical)];
        // Finer than a step of the geoid and coarser.
        foreach (var spacing in (double[])[0.0003, 0.01])
        {
            var terrain = Read(new TiffWriter { Bits = 32, Format = 3, Keys = keys, Width = 50, Height = 50, Scale = (10, 50, spacing, spacing) });
            for (var i = 0; i < 49; i++)
            {
                var place = new GeoPoint(50 - spacing * (i + 0.5), 10 + spacing * (i + 0.5));
                Assert.Equal(11 * i - (isAboveEllipsoid ? Geoid.UndulationMetres(place) : 0), terrain.HeightMetres(place), 0.002);
            }
        }
    }

    [Fact]
    public void What_is_not_read_is_named()
    {
        var cases = new (string Problem, Func<TiffWriter> Make)[]
        {
            ("GeographicType (key 2048 of tag 34735) is 4277", () => new TiffWriter { Keys = [(1024, 2), (2048, 4277)] }),
            ("GeographicType (key 2048 of tag 34735) is not given", () => new TiffWriter { Keys = [(1024, 2)] }),
            ("GeographicType (key 2048 of tag 34735) is 32767", () => new TiffWriter { Keys = [(1024, 2), (2048, 32767), (2050, 6277)] }),
            ("GeographicType (key 2048 of tag 34735) is 32767", () => new TiffWriter { Keys = [(1024, 2), (2048, 32767), (2051, 8903), (2050, 6326)] }),
            ("GTModelType (key 1024 of tag 34735) is 3", () => new TiffWriter { Keys = [(1024, 3)] }),
            ("GTModelType (key 1024 of tag 34735) is not given", () => new TiffWriter { Keys = [] }),
            ("GeogAngularUnits (key 2054 of tag 34735) is 9101", () => new TiffWriter { Keys = [(1024, 2), (2048, 4326), (2054, 9101)] }),
            ("ProjectedCSType (key 3072 of tag 34735) is 27700", () => new TiffWriter { Keys = [(1024, 1), (3072, 27700)] }),
            ("ProjLinearUnits (key 3076 of tag 34735) is 9002", () => new TiffWriter { Keys = [(1024, 1), (3072, 32632), (3076, 9002)] }),
            ("Projection (key 3074 of tag 34735) is 19000", () => new TiffWriter { Keys = [(1024, 1), (2048, 4326), (3072, 32767), (3074, 19000)] }),
            ("VerticalCSType (key 4096 of tag 34735) is 5715", () => new TiffWriter { Keys = [(1024, 2), (2048, 4326), (4096, 5715)] }),
            ("VerticalCSType (key 4096 of tag 34735) is 5001", () => new TiffWriter { Keys = [(1024, 2), (2048, 4326), (4096, 5001)] }),
            ("VerticalUnits (key 4099 of tag 34735) is 9036", () => new TiffWriter { Keys = [(1024, 2), (2048, 4326), (4099, 9036)] }),
            ("Compression (tag 259) is 50000", () => new TiffWriter { Compression = 50000 }),
            ("Predictor (tag 317) is 4", () => new TiffWriter { Predictor = 4 }),
            ("Predictor (tag 317) 3 is for floating point only", () => new TiffWriter { Predictor = 3 }),
            ("samples of 64 bits of format 2", () => new TiffWriter { Bits = 64 }),
            ("SampleFormat (tag 339) is 6", () => With(339, 3, 6)),
            ("SamplesPerPixel (tag 277) is 3", () => With(277, 3, 3)),
            ("Orientation (tag 274) is 3", () => With(274, 3, 3)),
            ("FillOrder (tag 266) is 2", () => With(266, 3, 2)),
            ("ImageWidth (tag 256) is 0", () => With(256, 3, 0)),
            ("ImageWidth (tag 256) is 4000000000", () => With(256, 4, 4e9)),
            ("more than 4194304 blocks", () => With(257, 4, 16_777_216, 278, 1)),
            ("BitsPerSample (tag 258) has 1 values of type 12", () => With(258, 12, 16)),
            ("no ModelPixelScale", () => new TiffWriter { Scale = null }),
            ("ModelTiepoint (tag 33922) has 12 values", () => With(33922, 12, 0, 0, 0, 1, 1, 1, 2, 2, 2, 2, 2, 2)),
            ("ModelTransformation (tag 34264) has 3 values", () => With(34264, 12, 0, 0, 0)),
            ("do not lie apart", () => new TiffWriter { Scale = (10, 50, 0, 0.01) }),
            ("where no place is", () => new TiffWriter { Scale = (10, 99, 0.01, 0.01) }),
            ("where no place is", () => new TiffWriter { Scale = (10, 50, 30, 0.01) }),
            ("where no place is", () => new TiffWriter { Keys = [(1024, 1), (3072, 32632)], Scale = (10, 5e8, 30, 30) }),
            ("GeoKeyDirectory (tag 34735) is damaged", () => With(34735, 3, 1, 1, 0, 9)),
            ("GdalNoData (tag 42113) \"none\" is no number", () => new TiffWriter { NoData = "none" }),
            ("GdalMetadata (tag 42112) has role=\"scale\"", Scaled),
            ("GTRasterType (key 1025 of tag 34735) is 7", () => With(34735, 3, 1, 1, 0, 3, 1024, 0, 1, 2, 1025, 0, 1, 7, 2048, 0, 1, 4326)),
            ("key 2057 points beyond GeoDoubleParams", () => With(34735, 3, 1, 1, 0, 1, 2057, 34736, 1, 4)),
        };
        foreach (var (problem, make) in cases)
        {
            var terrain = Read(make());
            Assert.True(double.IsNaN(terrain.HeightMetres(new GeoPoint(49.95, 10.05))));
            var told = Assert.Single(terrain.Problems);
            Assert.StartsWith(Path.Combine(Folder, "a.tif") + ": ", told, StringComparison.Ordinal);
            Assert.Contains(problem == "no ModelPixelScale" ? "ModelPixelScale (tag 33550)" : problem, told, StringComparison.Ordinal);
        }

        static TiffWriter With(int tag, int type, params double[] values)
        {
            var writer = new TiffWriter();
            if (tag == 257)
            {
                writer.Set(278, 3, values[2]);
                values = [values[0]];
            }
            writer.Set(tag, type, values);
            return writer;
        }

        static TiffWriter Scaled()
        {
            var writer = new TiffWriter();
            writer.SetText(42112, "<GDALMetadata><Item name=\"SCALE\" sample=\"0\" role=\"scale\">0.1</Item></GDALMetadata>");
            return writer;
        }
    }
}

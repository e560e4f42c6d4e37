using System.Text;
using CsCheck;
using Overflight.Geodesy;
using Overflight.Sorties.Atmosphere;

namespace Overflight.Sorties.Tests;

public sealed class AtmosphereTests
{
    /// <summary>Rows of the tables of ICAO Doc 7488 by geopotential altitude: temperature K, pressure hPa, density kg/m³.</summary>
    [Theory]
    [InlineData(0, 288.15, 1013.25, 1.2250)]
    [InlineData(5_000, 255.65, 540.20, 0.73612)]
    [InlineData(11_000, 216.65, 226.32, 0.36392)]
    [InlineData(15_000, 216.65, 120.45, 0.19367)]
    [InlineData(20_000, 216.65, 54.749, 0.088035)]
    [InlineData(25_000, 221.65, 25.110, 0.039466)]
    public void The_standard_atmosphere_is_that_of_the_tables(double altitude, double temperature, double hectopascals, double density)
    {
        var pressure = StandardAtmosphere.PressurePascals(altitude);
        Assert.Equal(temperature, StandardAtmosphere.TemperatureKelvin(altitude), 1e-9);
        Assert.Equal(hectopascals, pressure / 100, hectopascals * 2e-4);
        Assert.Equal(density, pressure / (287.05287 * temperature), density * 2e-4);
        Assert.Equal(altitude, StandardAtmosphere.PressureAltitudeMetres(pressure), 1e-6);
    }

    [Fact]
    public void Height_and_pressure_altitude_are_inverse_on_any_day()
    {
        Gen.Select(Gen.Double[-500, 20_000], Gen.Double[-40, 40], Gen.Double[950, 1050]).Sample((height, offset, qnh) =>
        {
            var column = new AirColumn(offset, qnh);
            Assert.Equal(height, column.HeightMetres(column.PressureAltitudeMetres(height)), 1e-4);
        }, iter: 1000, seed: "0000KKKKKKKK");
    }

    [Fact]
    public void A_column_is_hydrostatic()
    {
        // dp/dH = −ρ g, by differences of what the column itself says.
        foreach (var column in new[] { AirColumn.Standard, new AirColumn(15, 1003), new AirColumn(-20, 1030) })
        {
            for (var height = 0.0; height < 20_000; height += 777)
            {
                var (low, high, middle) = (column.At(height - 1), column.At(height + 1), column.At(height));
                var gravity = 9.80665 * Math.Pow(6_356_766 / (6_356_766 + height), 2);
                Assert.Equal(-middle.DensityKilogramsPerCubicMetre * gravity, (high.PressurePascals - low.PressurePascals) / 2, 0.002 * middle.DensityKilogramsPerCubicMetre * gravity);
            }
        }
        Assert.Equal(100_300, new AirColumn(15, 1003).At(0).PressurePascals, 0.01);
    }

    [Fact]
    public void A_grid_gives_back_its_nodes_and_what_is_linear_between_them()
    {
        double[] latitudes = [30, 31, 33], longitudes = [178, 180, 183], heights = [0, 1000, 5000];
        double Linear(double y, double x, double h, double t) => 0.1 * y + 0.2 * x - 0.001 * h + 0.5 * t;
        var (east, north) = (new List<double>(), new List<double>());
        foreach (var t in new[] { 0.0, 2 })
            foreach (var h in heights)
                foreach (var y in latitudes)
                    foreach (var x in longitudes)
                    {
                        east.Add(Linear(y, x, h, t));
                        north.Add(-Linear(y, x, h, t));
                    }
        var field = new GridWind(latitudes, longitudes, heights, [Scenes.Start, Scenes.Start.AddSeconds(7200)], east, north).Build();

        Gen.Select(Gen.Double[30, 33], Gen.Double[178, 183], Gen.Double[0, 5000], Gen.Double[0, 2]).Sample((y, x, h, t) =>
        {
            var wind = field.At(new GeoPoint(y, x).Normalised(), h, Scenes.Start.AddSeconds(t * 3600));
            Assert.Equal(Linear(y, x, h, t), wind.EastMetresPerSecond, 1e-6);
            Assert.Equal(-Linear(y, x, h, t), wind.NorthMetresPerSecond, 1e-6);
        }, iter: 300, seed: "0000KKKKKKKK");
    }

    [Fact]
    public void A_vortex_turns_the_way_it_is_told_and_is_fastest_at_its_core()
    {
        var centre = new GeoPoint(20, -110);
        var field = new VortexWind(centre, 10_000, 30, Clockwise: false).Build();
        var east = field.At(Geodesic.Direct(centre, 90, 10_000), 0, Scenes.Start);
        Assert.Equal(30, east.NorthMetresPerSecond, 0.1);
        Assert.Equal(0, east.EastMetresPerSecond, 0.1);
        Assert.Equal(15, field.At(Geodesic.Direct(centre, 10, 20_000), 0, Scenes.Start).SpeedMetresPerSecond, 0.01);
        Assert.Equal(15, field.At(Geodesic.Direct(centre, 200, 5_000), 0, Scenes.Start).SpeedMetresPerSecond, 0.01);
    }

    [Fact]
    public void Winds_are_read_from_JSON_and_faults_are_named()
    {
        var wind = SortieJson.Read<WindFieldData>("""{"kind":"sum","parts":[{"kind":"constant","fromDegrees":270,"speedMetresPerSecond":10},{"kind":"shear","levels":[{"heightMetres":0,"fromDegrees":0,"speedMetresPerSecond":0},{"heightMetres":1000,"fromDegrees":270,"speedMetresPerSecond":10}]}]}"""u8, "wind.json").Build();
        Assert.Equal(15, wind.At(default, 500, Scenes.Start).EastMetresPerSecond, 1e-9);

        foreach (var (json, named) in new[]
        {
            ("""{"kind":"constant","fromDegrees":270,"speedMetresPerSecond":-1}""", "wind.speedMetresPerSecond"),
            ("""{"kind":"shear","levels":[]}""", "wind.levels"),
            ("""{"kind":"constant","fromDegrees":270,"speedMetresPerSecond":1,"gust":3}""", "gust"),
            ("""{"kind":"tornado"}""", "tornado"),
            ("""{"kind":"grid","latitudesDegrees":[1],"longitudesDegrees":[1],"heightsMetres":[0],"times":["2026-03-02T06:00:00Z"],"eastMetresPerSecond":[1,2],"northMetresPerSecond":[1]}""", "wind.eastMetresPerSecond"),
        })
        {
            var error = Assert.Throws<InvalidDataException>(() => SortieJson.Read<WindFieldData>(Encoding.UTF8.GetBytes(json), "wind.json").Build());
            Assert.Contains(named, error.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Gusts_have_the_strength_asked_whatever_the_step_and_come_again_by_seed()
    {
        foreach (var metres in new[] { 10.0, 100 })
        {
            var (gusts, again, other) = (new Gusts(7, 2), new Gusts(7, 2), new Gusts(8, 2));
            double sum = 0, same = 0;
            const int Count = 200_000;
            for (var i = 0; i < Count; i++)
            {
                var gust = gusts.Advance(metres);
                Assert.Equal(gust, again.Advance(metres));
                sum += gust.EastMetresPerSecond * gust.EastMetresPerSecond;
                same += gust == other.Advance(metres) ? 1 : 0;
            }
            Assert.Equal(4, sum / Count, 0.35);
            Assert.Equal(0, same);
        }
    }
}

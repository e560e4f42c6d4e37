using System.Text.Json;
using NJsonSchema;
using Overflight.Testing;

namespace Overflight.EndToEnd;

/// <summary><c>analyze --reach</c> as a program.</summary>
public class ReachTests
{
    private const string Patrol = "tracks/surveillance/border_control.json.gz";

    [Fact]
    [Trait("Category", "Recorded")]
    public async Task Json_of_reach_satisfies_its_schema()
    {
        var schema = await JsonSchema.FromFileAsync(Path.Combine(Repository.Root, "docs/schemas/analysis-1.schema.json"), TestContext.Current.CancellationToken);
        var result = CommandLine.Run("analyze", Recorded.PathOf(Patrol), "--format", "json", "--sensor-range", "60");
        Assert.Equal(0, result.ExitCode);
        Assert.Empty(schema.Validate(result.Output));
        using var document = JsonDocument.Parse(result.Output);
        var reaches = document.RootElement.GetProperty("flights")[0].GetProperty("sensorReach").EnumerateArray().ToArray();
        Assert.Equal(["FRA", "FRA", "GBR", "GBR"], reaches.Select(r => r.GetProperty("airspace").GetString()));
        var (horizon, range) = (Area(reaches[0]), Area(reaches[1]));
        Assert.InRange(horizon, 9_000, 9_500);
        Assert.InRange(range, 5_500, 7_000);

        static double Area(JsonElement reach) => reach.GetProperty("areaSquareKilometres").GetProperty("likely").GetDouble();
    }

    [Fact]
    [Trait("Category", "Recorded")]
    public void A_folder_without_tiles_is_an_error_and_a_damaged_tile_is_told()
    {
        var folder = Directory.CreateTempSubdirectory("overflight-tiles").FullName;
        try
        {
            var none = CommandLine.Run("analyze", Recorded.PathOf(Patrol), "--terrain", folder);
            Assert.Equal(3, none.ExitCode);
            Assert.Contains("no terrain there", none.Error, StringComparison.Ordinal);
            foreach (var name in (string[])["N50E001.hgt", "N51E001.hgt", "N50E002.hgt"])
                File.WriteAllBytes(Path.Combine(folder, name), new byte[10]);
            var damaged = CommandLine.Run("analyze", Recorded.PathOf(Patrol), "--airspace", "FRA", "--terrain", folder);
            Assert.Equal(3, damaged.ExitCode);
            Assert.Contains("N50E001.hgt: 10 bytes", damaged.Error, StringComparison.Ordinal);
            Assert.Contains("where terrain is missing", damaged.Output, StringComparison.Ordinal);
        }
        finally
        {
            Directory.Delete(folder, true);
        }
    }

    [Theory]
    [InlineData("--sensor-range", "0")]
    [InlineData("--sensor-range", "-5")]
    public void A_range_that_is_none_is_a_matter_of_usage(params string[] arguments) =>
        Assert.Equal(2, CommandLine.Run(["analyze", "nothing.json", .. arguments]).ExitCode);
}

using System.Text.Json;
using Overflight.Testing;

namespace Overflight.EndToEnd;

/// <summary>Recordings of surveillance sources give verdicts, as tracks of other forms do.</summary>
public class SourceFormatTests
{
    [Theory]
    [Trait("Category", "Recorded")]
    [InlineData("modes/readsb_tutorial.cat021.gz", "Asterix", "400f99", "FRA,GBR", "--date", "2024-06-06")]
    [InlineData("modes/readsb_tutorial.sbs.gz", "Sbs", "400f99", "FRA,GBR")]
    [InlineData("asterix/cat_062_065.pcap", "Asterix", "4cac7f", "ALB")]
    public void A_recording_gives_the_States_that_it_entered(string file, string format, string aircraft, string entered, params string[] options)
    {
        var result = CommandLine.Run(["analyze", Recorded.PathOf(file), "--format", "json", .. options]);

        Assert.Equal(0, result.ExitCode);
        using var document = JsonDocument.Parse(result.Output);
        Assert.Equal(format, document.RootElement.GetProperty("inputs")[0].GetProperty("format").GetString());
        var flight = document.RootElement.GetProperty("flights").EnumerateArray().Single(f => f.GetProperty("aircraft").GetString() == aircraft);
        var states = flight.GetProperty("verdicts").EnumerateArray()
            .Where(v => v.GetProperty("verdict").GetString() == "entered").Select(v => v.GetProperty("airspace").GetString()).Order();
        Assert.Equal(entered, string.Join(',', states));
    }

    [Fact]
    [Trait("Category", "Recorded")]
    public void Plots_of_a_radar_whose_place_is_not_known_exit_3_until_it_is_given()
    {
        var plot = Recorded.PathOf("asterix/cat048.raw");
        Assert.Equal(3, CommandLine.Run("analyze", plot, "--date", "2016-05-05").ExitCode);
        var placed = CommandLine.Run("analyze", plot, "--date", "2016-05-05", "--radar", "25/201=43.5,16.4,780");
        Assert.Equal(0, placed.ExitCode);
        Assert.Contains("AUT  entered", placed.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--radar", "somewhere")]
    [InlineData("--date", "2024-13-01")]
    [InlineData("--sbs-offset", "two")]
    [InlineData("--asterix-021", "0.5")]
    public void Options_of_another_form_exit_2(string option, string value) =>
        Assert.Equal(2, CommandLine.Run("analyze", "no-such-file", option, value).ExitCode);
}

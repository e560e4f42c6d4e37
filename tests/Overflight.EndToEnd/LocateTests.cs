using System.Text;
using System.Text.Json;

namespace Overflight.EndToEnd;

public class LocateTests
{
    [Theory]
    [InlineData("27.5", "-114.9831", "MEX")]
    [InlineData("27.5", "-115.0230", "MEX")]
    [InlineData("27.5", "-115.0563", "")]
    [InlineData("27.5", "-115.1038", "")]
    [InlineData("27.0", "-111.2", "")]
    [InlineData("30.6", "-113.9", "MEX")]
    [InlineData("32.5", "-117.215", "MEX")]
    [InlineData("32.534", "-117.22", "USA")]
    public void Known_places_are_whose_they_are(string latitude, string longitude, string expected)
    {
        var result = CommandLine.Run("locate", latitude, longitude, "--format", "json");

        Assert.Equal(0, result.ExitCode);
        using var document = JsonDocument.Parse(result.Output);
        Assert.Equal(expected, string.Join(';', document.RootElement.GetProperty("claims").EnumerateArray().Select(c => c.GetString())));
    }

    [Fact]
    public void Lines_come_back_in_order_with_claims_distance_and_errors()
    {
        var result = CommandLine.Run(Encoding.UTF8.GetBytes("27.5,-114.9831\n27.0,-111.2\n45.3,34.4\nabc\n91,0\n"), ["locate", "--stdin", "--distance"]);

        Assert.Equal(3, result.ExitCode);
        var lines = result.Output.TrimEnd('\n').Split('\n');
        Assert.Matches(@"^27\.5,-114\.9831,MEX,36\d\d\.\d$", lines[0]);
        Assert.Matches(@"^27\.0,-111\.2,,-\d+\.\d$", lines[1]);
        Assert.Matches(@"^45\.3,34\.4,RUS;UKR,\d+\.\d$", lines[2]);
        Assert.Equal("abc,error", lines[3]);
        Assert.Equal("91,0,error", lines[4]);
        Assert.Contains("line 4", result.Error);
    }

    [Fact]
    public void A_place_off_the_earth_is_refused()
    {
        var result = CommandLine.Run("locate", "91", "0");

        Assert.Equal(2, result.ExitCode);
        Assert.Contains("latitude", result.Error);
    }
}

namespace Overflight.Feeds.Tests;

public sealed class SquawkTests
{
    [Theory]
    [InlineData("7700", 7700)]
    [InlineData("0021", 21)]
    [InlineData("21", 21)]
    [InlineData("1000.0", 1000)]
    [InlineData("0000", 0)]
    [InlineData("8000", -1)]
    [InlineData("", -1)]
    [InlineData("12345", -1)]
    public void Four_octal_digits_are_a_squawk(string text, int expected)
    {
        var track = Reading.Of($"time,icao24,lat,lon,squawk\n1600000000,abcdef,10,20,{text}\n").Only;

        Assert.Equal(expected, track[0].Squawk);
    }

    [Fact]
    public void A_reader_of_single_fixes_gets_each_at_once_with_its_call_sign()
    {
        var seen = new List<string>();
        var report = Reading.Of("time,icao24,lat,lon,callsign\n1600000000,abcdef,10,20,ONE\n1600000001,abcdee,10,20,TWO\n1600000002,abcdef,10,20.1,THREE\n", new ReadOptions
        {
            EachFix = (Tracks.Aircraft aircraft, string callsign, in Tracks.Fix fix) => seen.Add($"{aircraft.Id} {callsign} {fix.Record}"),
        }).Report;

        Assert.Equal(["abcdef ONE 0", "abcdee TWO 1", "abcdef THREE 2"], seen);
        Assert.Equal(3, report.FixesRead);
    }
}

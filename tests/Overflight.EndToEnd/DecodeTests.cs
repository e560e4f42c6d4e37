using System.Text;
using System.Text.Json;
using Overflight.Testing;

namespace Overflight.EndToEnd;

public class DecodeTests
{
    private const string Frames = "modes/traffic_tutorial_71939_frames.jsonl.gz";
    private const string Beast = "modes/traffic_sample_dump1090.beast";

    // An identification, an airborne pair, a Mode A/C reply, a reply of an address heard, one of an address not heard, and damage.
    private const string Avr = """
        @0000018CBA808D4840D6202CC371C32CE0576098;
        @0000018CBA818D40621D58C382D690C8AC2863A7;
        @0000018CBA828D40621D58C386435CC412692AD6;
        @0000018CBA831200;
        @0000018CBA845D4840D6F8D5F0;
        what is this
        @0000018CBA85a10000b9201493b51d6820b723c3;
        @0000018CBA868D4840D6202CC371C32CE0576099;

        """;

    [Fact]
    public void Every_message_is_an_object_a_line_in_order_and_damage_is_told_on_standard_error()
    {
        var result = CommandLine.Run(Encoding.ASCII.GetBytes(Avr), ["decode", "-", "--start", "2024-06-06T08:58:39Z"]);

        Assert.Equal(3, result.ExitCode);
        Assert.Contains("no AVR record", result.Error);
        var lines = Lines(result.Output);
        Assert.Equal(Enumerable.Range(0, 7), lines.Select(l => l.GetProperty("record").GetInt32()));
        Assert.Equal("2024-06-06T08:58:39.000000Z", lines[0].GetProperty("time").GetString());
        Assert.Equal(("4840d6", "KLM1023", "ok", 17), (Text(lines[0], "icao"), Text(lines[0], "callsign"), Text(lines[0], "crc"), lines[0].GetProperty("df").GetInt32()));
        Assert.Equal((38_000, "barometric"), (lines[1].GetProperty("altitudeFeet").GetInt32(), Text(lines[1], "altitudeType")));
        Assert.False(lines[1].TryGetProperty("latitude", out _));
        Assert.Equal((JsonValueKind.Null, "1200"), (lines[3].GetProperty("df").ValueKind, Text(lines[3], "modeA")));
        Assert.Equal("unconfirmed", Text(lines[5], "crc"));
        Assert.False(lines[5].TryGetProperty("icao", out _));
        Assert.Equal("bad", Text(lines[6], "crc"));
    }

    [Fact]
    public void What_is_no_recording_is_refused_and_so_are_options_that_say_nothing()
    {
        using var workspace = new CommandLine.Workspace();
        File.WriteAllText(workspace.File("a.csv"), "time,lat,lon\n1,2,3\n");

        var refused = CommandLine.Run("decode", workspace.File("a.csv"));
        Assert.Equal((3, ""), (refused.ExitCode, refused.Output));
        Assert.Contains("not a recording of Mode S messages", refused.Error);
        Assert.Equal(3, CommandLine.Run("decode", "/nowhere/at-all.beast").ExitCode);
        Assert.Equal(2, CommandLine.Run("decode", workspace.File("a.csv"), "--start", "yesterday").ExitCode);
        Assert.Equal(2, CommandLine.Run("decode", workspace.File("a.csv"), "--airport", "here").ExitCode);
        Assert.Equal(2, CommandLine.Run("decode").ExitCode);
    }

    [Fact]
    [Trait("Category", "Recorded")]
    public void A_recording_gives_every_frame_and_reading_the_output_again_gives_the_output()
    {
        using var workspace = new CommandLine.Workspace();
        var first = CommandLine.Run("decode", Recorded.PathOf(Frames), "--out", workspace.File("messages.jsonl"));
        var again = CommandLine.Run("decode", workspace.File("messages.jsonl"));

        Assert.Equal((0, 0), (first.ExitCode, again.ExitCode));
        var lines = File.ReadAllLines(workspace.File("messages.jsonl"));
        Assert.Equal(71_939, lines.Length);
        Assert.Equal(13_467, lines.Count(l => l.Contains("\"latitude\":", StringComparison.Ordinal)));
        Assert.Equal(lines.Select(WithoutOffset), again.Output.TrimEnd('\n').Split('\n').Select(WithoutOffset));

        static string WithoutOffset(string line) => System.Text.RegularExpressions.Regex.Replace(line, "\"offset\":\\d+", "");
    }

    [Fact]
    [Trait("Category", "Recorded")]
    public void Statistics_are_text_or_one_object()
    {
        var text = CommandLine.Run("decode", Recorded.PathOf(Frames), "--stats");
        Assert.Equal(0, text.ExitCode);
        Assert.Contains("13,467 of 13,469 codes", text.Output);
        Assert.Contains("DF17 30,900, DF20 22,581, DF21 18,458", text.Output);

        using var json = JsonDocument.Parse(CommandLine.Run("decode", Recorded.PathOf(Beast), "--stats", "--format", "json").Output);
        Assert.Equal((239, 3, true), (json.RootElement.GetProperty("messages").GetInt32(), json.RootElement.GetProperty("addresses").GetInt32(), json.RootElement.GetProperty("complete").GetBoolean()));
        Assert.Contains("--start", json.RootElement.GetProperty("notes")[0].GetString());
    }

    [Fact]
    [Trait("Category", "Recorded")]
    public void A_recording_of_messages_is_analyzed_like_any_track()
    {
        var frames = CommandLine.Run("analyze", Recorded.PathOf(Frames), "--airspace", "FRA,GBR", "--format", "json");

        Assert.Equal(0, frames.ExitCode);
        using var document = JsonDocument.Parse(frames.Output);
        var flight = document.RootElement.GetProperty("flights").EnumerateArray().Single(f => Text(f, "aircraft") == "400f99");
        Assert.All(flight.GetProperty("verdicts").EnumerateArray(), v => Assert.Equal("entered", Text(v, "verdict")));
        Assert.Equal(2, flight.GetProperty("verdicts").GetArrayLength());

        var beast = CommandLine.Run("analyze", Recorded.PathOf(Beast), "--start", "2024-06-06T09:00:00Z", "--airspace", "FRA");
        Assert.Equal(0, beast.ExitCode);
        Assert.Contains("FRA  entered", beast.Output);
        Assert.Contains("6 June 2024", beast.Output);
    }

    private static JsonElement[] Lines(string output) => [.. output.TrimEnd('\n').Split('\n').Select(l => JsonElement.Parse(l))];

    private static string? Text(JsonElement element, string name) => element.GetProperty(name).GetString();
}

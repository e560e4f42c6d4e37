using System.Text;
using System.Text.Json;
using NJsonSchema;
using Overflight.Geodesy;
using Overflight.Testing;

namespace Overflight.EndToEnd;

public class AnalyzeTests
{
    private const string Trace = "tracks/readsb/trace_full_ac671b.json.gz";

    [Fact]
    [Trait("Category", "Recorded")]
    public void A_recorded_trace_says_when_it_entered_Mexico_and_exits_0()
    {
        var result = CommandLine.Run("analyze", Recorded.PathOf(Trace));

        Assert.Equal(0, result.ExitCode);
        Assert.Contains("MEX  entered", result.Output);
        Assert.Contains("4 February 2025", result.Output);
        Assert.Contains("CAN  cannot be ruled out", result.Output);
        Assert.DoesNotContain("\u001b[", result.Output);
    }

    [Fact]
    [Trait("Category", "Recorded")]
    public async Task Json_satisfies_its_schema_and_every_witness_checks_with_two_geodesics()
    {
        var schema = await JsonSchema.FromFileAsync(Path.Combine(Repository.Root, "docs/schemas/analysis-1.schema.json"), TestContext.Current.CancellationToken);
        var witnesses = 0;
        foreach (var track in new[] { Trace, "tracks/surveillance/border_control.json.gz", "tracks/noisy/noisy_spoofing.json.gz", "tracks/firefighting/calfire.json.gz" })
        {
            var result = CommandLine.Run("analyze", Recorded.PathOf(track), "--format", "json");
            Assert.Equal(0, result.ExitCode);
            Assert.Empty(schema.Validate(result.Output).Select(e => $"{track}: {e}"));
            using var document = JsonDocument.Parse(result.Output);
            foreach (var flight in document.RootElement.GetProperty("flights").EnumerateArray())
                foreach (var verdict in flight.GetProperty("verdicts").EnumerateArray())
                    foreach (var interval in verdict.GetProperty("intervals").EnumerateArray())
                        if (interval.TryGetProperty("witness", out var witness))
                        {
                            witnesses++;
                            Assert.True(
                                witness.GetProperty("metresFromFirst").GetDouble() + witness.GetProperty("metresToSecond").GetDouble() <= witness.GetProperty("allowedMetres").GetDouble() + 0.1);
                            Assert.True(witness.GetProperty("metresFromEdge").GetDouble() <= witness.GetProperty("edge").GetProperty("uncertaintyMetres").GetDouble() + 0.1);
                        }
        }
        Assert.True(witnesses > 10);
    }

    [Fact]
    [Trait("Category", "Recorded")]
    public async Task Evidence_is_the_very_messages_of_the_recording()
    {
        const string frames = "modes/traffic_tutorial_71939_frames.jsonl.gz";
        var result = CommandLine.Run("analyze", Recorded.PathOf(frames), "--airspace", "FRA,ESP,GBR", "--format", "json", "--evidence");

        Assert.Equal(0, result.ExitCode);
        var schema = await JsonSchema.FromFileAsync(Path.Combine(Repository.Root, "docs/schemas/analysis-1.schema.json"), TestContext.Current.CancellationToken);
        Assert.Empty(schema.Validate(result.Output).Select(e => e.ToString()));
        using var reader = new StreamReader(new System.IO.Compression.GZipStream(File.OpenRead(Recorded.PathOf(frames)), System.IO.Compression.CompressionMode.Decompress));
        var lines = (await reader.ReadToEndAsync(TestContext.Current.CancellationToken)).Split('\n');
        using var document = JsonDocument.Parse(result.Output);
        var checkedFrames = 0;
        foreach (var flight in document.RootElement.GetProperty("flights").EnumerateArray())
        {
            var evidence = flight.GetProperty("evidence").EnumerateArray().ToDictionary(e => e.GetProperty("fix").GetInt32());
            foreach (var verdict in flight.GetProperty("verdicts").EnumerateArray())
                Assert.All(verdict.GetProperty("decidedBy").EnumerateArray(), f => Assert.True(evidence.ContainsKey(f.GetProperty("fix").GetInt32())));
            foreach (var frame in evidence.Values)
            {
                var raw = frame.GetProperty("raw").GetString()!;
                Assert.Contains(raw, lines[frame.GetProperty("record").GetInt32()]);
                // The address is in the message.
                Assert.Equal(flight.GetProperty("aircraft").GetString(), raw[2..8]);
                checkedFrames++;
            }
        }
        Assert.True(checkedFrames > 10, $"{checkedFrames} messages");
        Assert.Equal(2, CommandLine.Run("analyze", Recorded.PathOf(frames), "--format", "csv", "--evidence").ExitCode);
    }

    [Fact]
    [Trait("Category", "Recorded")]
    public void Only_the_airspace_asked_for_is_judged_and_standard_input_is_read()
    {
        var result = CommandLine.Run(File.ReadAllBytes(Recorded.PathOf(Trace)), ["analyze", "-", "--airspace", "MEX", "--format", "json"]);

        Assert.Equal(0, result.ExitCode);
        using var document = JsonDocument.Parse(result.Output);
        foreach (var flight in document.RootElement.GetProperty("flights").EnumerateArray())
            Assert.Equal("MEX", Assert.Single(flight.GetProperty("verdicts").EnumerateArray()).GetProperty("airspace").GetString());
    }

    [Fact]
    [Trait("Category", "Recorded")]
    public void The_same_input_gives_the_same_bytes()
    {
        string Once(int jobs) => CommandLine.Run("analyze", Recorded.PathOf(Trace), Recorded.PathOf("tracks/firefighting/calfire.json.gz"), "--format", "json", "--jobs", $"{jobs}").Output;

        Assert.Equal(Once(1), Once(4));
    }

    [Fact]
    [Trait("Category", "Recorded")]
    public void A_truncated_file_gives_the_rest_of_the_answer_a_message_and_exit_code_3()
    {
        using var workspace = new CommandLine.Workspace();
        var whole = File.ReadAllBytes(Recorded.PathOf(Trace));
        File.WriteAllBytes(workspace.File("cut.json.gz"), whole[..(whole.Length / 2)]);

        var result = CommandLine.Run("analyze", workspace.File("cut.json.gz"));

        Assert.Equal(3, result.ExitCode);
        Assert.Contains("MEX  entered", result.Output);
        Assert.Contains("cut.json.gz", result.Output);
    }

    [Fact]
    public void A_folder_of_junk_is_told_file_by_file_and_the_good_file_is_judged()
    {
        using var workspace = new CommandLine.Workspace();
        File.WriteAllBytes(workspace.File("a.bin"), [0, 1, 2, 3, 250]);
        File.WriteAllText(workspace.File("b.txt"), "nothing of interest");
        File.WriteAllText(workspace.File("c.csv"), Csv((31.0, -113.0), (31.0, -112.9), (31.0, -112.8)));
        File.CreateSymbolicLink(workspace.File("d.csv"), workspace.File("c.csv"));
        Directory.CreateSymbolicLink(workspace.File("round"), workspace.Folder);

        var result = CommandLine.Run("analyze", workspace.Folder, "--airspace", "MEX");

        Assert.Equal(3, result.ExitCode);
        Assert.Contains("a.bin", result.Output);
        Assert.Contains("b.txt", result.Output);
        Assert.Contains("2 flights, 6 fixes: 2 times entered", result.Output);
    }

    [Fact]
    public void Usage_errors_say_what_to_do_and_exit_with_2()
    {
        using var workspace = new CommandLine.Workspace();
        File.WriteAllText(workspace.File("c.csv"), Csv((31.0, -113.0), (31.0, -112.9)));

        var unknown = CommandLine.Run("analyze", workspace.File("c.csv"), "--airspace", "XXX");
        Assert.Equal(2, unknown.ExitCode);
        Assert.Contains("XXX", unknown.Error);
        Assert.Equal(2, CommandLine.Run("analyze").ExitCode);
        Assert.Equal(2, CommandLine.Run("analyze", workspace.File("c.csv"), "--max-speed", "-3").ExitCode);
        Assert.Equal(2, CommandLine.Run("fly-away").ExitCode);
    }

    [Fact]
    public void A_missing_file_is_named_and_exits_with_3()
    {
        var result = CommandLine.Run("analyze", "/nowhere/at-all.json");

        Assert.Equal(3, result.ExitCode);
        Assert.Contains("/nowhere/at-all.json", result.Output);
    }

    [Fact]
    public void User_zones_are_judged_with_floor_and_name()
    {
        using var workspace = new CommandLine.Workspace();
        File.WriteAllText(workspace.File("zones.geojson"), """
            {"type":"FeatureCollection","features":[
              {"type":"Feature","properties":{"name":"LOW BOX","ceilingFeet":5000},"geometry":{"type":"Polygon","coordinates":[[[-114,30.5],[-112,30.5],[-112,31.5],[-114,31.5],[-114,30.5]]]}},
              {"type":"Feature","properties":{"name":"HIGH BOX","floorFeet":10000},"geometry":{"type":"Polygon","coordinates":[[[-114,30.5],[-112,30.5],[-112,31.5],[-114,31.5],[-114,30.5]]]}}]}
            """);
        File.WriteAllText(workspace.File("c.csv"), Csv((31.0, -113.0), (31.0, -112.95), (31.0, -112.9)));

        var result = CommandLine.Run("analyze", workspace.File("c.csv"), "--zones", workspace.File("zones.geojson"), "--airspace", "LOW BOX,HIGH BOX", "--format", "json");

        using var document = JsonDocument.Parse(result.Output);
        var verdicts = document.RootElement.GetProperty("flights")[0].GetProperty("verdicts").EnumerateArray().ToDictionary(v => v.GetProperty("airspace").GetString()!, v => v.GetProperty("verdict").GetString());
        Assert.Equal("entered", verdicts["HIGH BOX"]);
        Assert.NotEqual("entered", verdicts["LOW BOX"]);
    }

    private static string Csv(params (double Latitude, double Longitude)[] places)
    {
        var text = new StringBuilder("time,icao24,latitude,longitude,altitude_ft,groundspeed_kt\n");
        for (var i = 0; i < places.Length; i++)
        {
            var metres = i == 0 ? 0 : Geodesic.DistanceMetres(new GeoPoint(places[0].Latitude, places[0].Longitude), new GeoPoint(places[i].Latitude, places[i].Longitude));
            var time = DateTimeOffset.UnixEpoch.AddDays(20_000).AddSeconds(metres / 100);
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"{time:yyyy-MM-ddTHH:mm:ss}Z,f00001,{places[i].Latitude},{places[i].Longitude},22000,194\n");
        }
        return text.ToString();
    }
}

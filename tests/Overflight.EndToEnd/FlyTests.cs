using System.Text.Json;
using Overflight.Testing;

namespace Overflight.EndToEnd;

/// <summary>Exercises flown by the command line, and what the other verbs make of what they leave.</summary>
public class FlyTests
{
    private static readonly string s_papers = Path.Combine(Repository.Root, "data", "lantern", "papers");
    private static readonly string s_scenario = Path.Combine(Repository.Root, "data", "lantern", "scenario.json");

    [Fact]
    public void A_scenario_is_flown_judged_recorded_and_found_again_by_what_was_heard()
    {
        using var workspace = new CommandLine.Workspace();
        var run = CommandLine.Run("fly", s_scenario, "--papers", s_papers, "--out", workspace.Folder, "--format", "json");

        // Two of three stay on the ground.
        Assert.Equal((1, ""), (run.ExitCode, run.Error));
        using var flown = JsonDocument.Parse(run.Output);
        Assert.Equal(["LANTERN 5", "LANTERN 8"], flown.RootElement.GetProperty("refused").EnumerateArray().Select(r => r.GetProperty("aircraft").GetString()));
        var aircraft = Assert.Single(flown.RootElement.GetProperty("aircraft").EnumerateArray());
        Assert.True(aircraft.GetProperty("kept").GetBoolean());
        using var analysis = JsonDocument.Parse(CommandLine.Run("analyze", workspace.File("adsb.beast"), "--airspace", "MEX", "--format", "json").Output);
        var verdict = analysis.RootElement.GetProperty("flights")[0].GetProperty("verdicts")[0];
        Assert.Equal("entered", verdict.GetProperty("verdict").GetString());
        Assert.StartsWith("Sound", UserRecord.Done("record", "fsck", workspace.File("record")), StringComparison.Ordinal);
        // The paper of what was flown, and the telemetry's track, are judged by plan as anybody can.
        File.Copy(Path.Combine(workspace.Folder, "papers", "flown.flown.s-06.v1.json"), Path.Combine(workspace.Folder, "flown.json"));
        Assert.Contains("\"sortie\": \"s-06\"", File.ReadAllText(workspace.File("flown.json")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_sensor_that_looks_leaves_motion_imagery_that_the_video_verbs_read()
    {
        using var workspace = new CommandLine.Workspace();
        var scenario = workspace.File("scenario.json");
        File.WriteAllText(scenario, """
            {
              "kind": "scenario", "id": "short", "until": "2026-03-02T06:21:00Z", "guardEverySeconds": 0,
              "aircraft": [{
                "name": "LANTERN 1", "sortie": "s-06", "address": "ADFE01",
                "commands": [
                  { "at": "2026-03-02T06:20:00Z", "by": "Station A", "say": "look 32.70 -117.60" },
                  { "at": "2026-03-02T06:20:08Z", "by": "Station A", "say": "stow" }
                ]
              }]
            }
            """);
        var run = CommandLine.Run("fly", scenario, "--papers", s_papers, "--out", workspace.File("out"), "--video", workspace.File("video"), "--format", "json");

        Assert.Contains("\"sensorIntervals\": 1", run.Output, StringComparison.Ordinal);
        var klv = CommandLine.Run("video", "klv", workspace.File(Path.Combine("video", "lantern-1.ts")));
        Assert.Equal(0, klv.ExitCode);
        var lines = klv.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.InRange(lines.Length, 150, 330);
        Assert.Contains("EXERCISE LANTERN 1", lines[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--rate", "fast", "--rate takes max")]
    [InlineData("--mavlink", "udp://127.0.0.1:14550", "--mavlink goes with --rate 1")]
    [InlineData("--record", "/tmp/x", "--record needs --key")]
    [InlineData("--vault", "/tmp/x", "--vault needs --compartment")]
    public void What_makes_no_sense_is_refused(string option, string value, string message)
    {
        using var workspace = new CommandLine.Workspace();
        var run = CommandLine.Run("fly", s_scenario, "--papers", s_papers, "--out", workspace.File("out"), option, value);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
    }
}

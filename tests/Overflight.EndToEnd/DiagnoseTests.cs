using System.Text.Json;
using System.Text.RegularExpressions;
using NJsonSchema;
using Overflight.Testing;

namespace Overflight.EndToEnd;

/// <summary><c>video diagnose</c> as a user runs it, on recorded streams.</summary>
[Trait("Category", "Recorded")]
public sealed class DiagnoseTests
{
    [Theory]
    [InlineData("osh_sample.ts", 1, "vmti-version-missing")]
    [InlineData("DayFlight.klv", 1, "angles-earth-referenced")]
    [InlineData("aphill_short.ts", 1, "azimuth-grid-north")]
    [InlineData("Truck.klv", 0, "minimum-set")]
    [InlineData("bad-klv-packet.klv", 1, "damaged-packet")]
    public async Task A_diagnosis_in_JSON_keeps_to_its_schema(string file, int exitCode, string id)
    {
        var result = CommandLine.Run("video", "diagnose", Recorded.PathOf($"video/{file}"), "--format", "json");
        var schema = await JsonSchema.FromFileAsync(Path.Combine(Repository.Root, "docs/schemas/diagnosis-1.schema.json"), TestContext.Current.CancellationToken);

        Assert.Equal(exitCode, result.ExitCode);
        Assert.Empty(schema.Validate(result.Output));
        using var document = JsonDocument.Parse(result.Output);
        Assert.Contains(document.RootElement.GetProperty("findings").EnumerateArray(), f => f.GetProperty("id").GetString() == id);
    }

    [Fact]
    public void The_text_says_what_is_wrong_what_it_does_and_how_to_read_it_right()
    {
        var result = CommandLine.Run("video", "diagnose", Recorded.PathOf("video/DayFlight.klv"));

        Assert.Contains("who reads it by the standard alone is misled", result.Output, StringComparison.Ordinal);
        Assert.Contains("[angles-earth-referenced]", result.Output, StringComparison.Ordinal);
        Assert.Contains("Effect: by the standard the frame centre is off by 37.4 km", result.Output, StringComparison.Ordinal);
        Assert.Contains("Read it right:", result.Output, StringComparison.Ordinal);
        Assert.All(result.Output.Split('\n'), l => Assert.True(l.Length <= 102, l));
    }

    [Fact]
    public void A_repair_writes_a_copy_that_reads_right_and_a_note_beside_it()
    {
        using var workspace = new CommandLine.Workspace();
        var copy = workspace.File("mended.klv");
        var result = CommandLine.Run("video", "diagnose", Recorded.PathOf("video/DayFlight.klv"), "--repair", copy);

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("Repaired:", result.Output, StringComparison.Ordinal);
        Assert.Equal(0, CommandLine.Run("video", "diagnose", copy).ExitCode);
        using var note = JsonDocument.Parse(File.ReadAllText(copy + ".repair.json"));
        Assert.Equal(
            ["altitude-impossible", "angles-earth-referenced", "ground-range-wrong", "wrong-length"],
            note.RootElement.GetProperty("changes").EnumerateArray().Select(c => c.GetProperty("id").GetString()));
        var standard = CommandLine.Run("video", "footprints", copy, "--reading", "standard", "--format", "json").Output;
        using var footprints = JsonDocument.Parse(standard);
        Assert.All(footprints.RootElement.GetProperty("frames").EnumerateArray(), f => Assert.True(f.GetProperty("centreDifferenceMetres").GetDouble() < 2));
    }

    [Fact]
    public void A_repaired_transport_stream_keeps_its_pictures()
    {
        using var workspace = new CommandLine.Workspace();
        var copy = workspace.File("mended.ts");
        CommandLine.Run("video", "diagnose", Recorded.PathOf("video/osh_sample.ts"), "--repair", copy);
        var info = CommandLine.Run("video", "info", copy).Output;

        Assert.Contains("KLV, synchronous, 277 units", info, StringComparison.Ordinal);
        Assert.Contains("277 pictures carry a time stamp", info, StringComparison.Ordinal);
        Assert.Contains("checksums 277 valid", info, StringComparison.Ordinal);
        var (before, after) = (PacketsOf(Recorded.PathOf("video/osh_sample.ts"), 256), PacketsOf(copy, 256));
        Assert.Equal(before, after);
    }

    [Fact]
    public void Every_finding_is_in_the_documentation()
    {
        var checks = Path.Combine(Repository.Root, "src/Overflight.Misb/Diagnosis/Checks");
        var ids = Directory.EnumerateFiles(checks, "*.cs").SelectMany(f => Regex.Matches(File.ReadAllText(f), "(?:Finding\\(|Make\\(|Angles\\(|=> \\(|isOrder \\? |: )\"([a-z]+(?:-[a-z0-9]+)+|junk)\"").Select(m => m.Groups[1].Value)).Distinct().ToList();
        var documentation = File.ReadAllText(Path.Combine(Repository.Root, "docs/diagnosis.md"));

        Assert.True(ids.Count > 50, $"{ids.Count} ids");
        Assert.All(ids, id => Assert.Contains($"`{id}`", documentation, StringComparison.Ordinal));
    }

    [Fact]
    public void What_cannot_be_read_or_written_is_refused()
    {
        using var workspace = new CommandLine.Workspace();
        File.WriteAllText(workspace.File("text.ts"), "no stream");
        Assert.Equal(3, CommandLine.Run("video", "diagnose", workspace.File("text.ts")).ExitCode);
        File.WriteAllBytes(workspace.File("copy.klv"), File.ReadAllBytes(Recorded.PathOf("video/DayFlight.klv")));
        Assert.Equal(2, CommandLine.Run("video", "diagnose", workspace.File("copy.klv"), "--repair", workspace.File("copy.klv")).ExitCode);
        Assert.Equal(File.ReadAllBytes(Recorded.PathOf("video/DayFlight.klv")), File.ReadAllBytes(workspace.File("copy.klv")));
    }

    [Fact]
    public void What_a_sensor_looked_at_takes_over_from_what_its_flight_suggests()
    {
        using var workspace = new CommandLine.Workspace();
        var (video, track) = (Recorded.PathOf("video/Truck.klv"), workspace.File("truck.cot"));
        CommandLine.Run("video", "footprints", video, "--format", "cot", "--out", track);
        using var with = JsonDocument.Parse(CommandLine.Run("analyze", track, "--video", video, "--format", "json").Output);
        using var without = JsonDocument.Parse(CommandLine.Run("analyze", track, "--format", "json").Output);
        using var ofAnother = JsonDocument.Parse(CommandLine.Run("analyze", track, "--video", Recorded.PathOf("video/osh_sample.ts"), "--format", "json").Output);

        Assert.All(Watched(with), w => Assert.Equal("sensor", w.GetProperty("by").GetString()));
        Assert.Equal(148, Watched(with).Sum(w => w.GetProperty("seconds").GetDouble()), 15.0);
        Assert.All(Watched(without), w => Assert.Equal("flight", w.GetProperty("by").GetString()));
        Assert.Equal(Watched(without).Select(w => w.GetRawText()), Watched(ofAnother).Select(w => w.GetRawText()));
    }

    private static JsonElement[] Watched(JsonDocument analysis) => [.. analysis.RootElement.GetProperty("flights")[0].GetProperty("watched").EnumerateArray()];

    /// <summary>The packets of a PID, byte for byte.</summary>
    private static List<string> PacketsOf(string path, int pid)
    {
        var bytes = File.ReadAllBytes(path);
        return [.. Enumerable.Range(0, bytes.Length / 188).Select(i => bytes.AsSpan(188 * i, 188).ToArray()).Where(p => ((p[1] & 0x1F) << 8 | p[2]) == pid).Select(Convert.ToHexString)];
    }
}

using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Overflight.Testing;

namespace Overflight.EndToEnd;

/// <summary><c>ingest</c> and <c>query</c> as a user runs them. <c>OVERFLIGHT_LONG=n</c> makes the pass of kills n times as long.</summary>
public class ArchiveTests
{
    private static readonly int s_length = int.TryParse(Environment.GetEnvironmentVariable("OVERFLIGHT_LONG"), CultureInfo.InvariantCulture, out var n) && n > 0 ? n : 1;

    /// <summary>A flight southwards across the land border at Mexicali, and one that stays north of it.</summary>
    private static string Flight(string address, double longitude, double south) => "icao,time,lat,lon,altitude_ft,callsign,squawk\n" + string.Concat(Enumerable.Range(0, 60).Select(i =>
        string.Create(CultureInfo.InvariantCulture, $"{address},2025-02-04T12:{i:00}:00Z,{34 - (34 - south) * i / 59:0.######},{longitude},{5_000 + 100 * i},TEST{address[^1]},{(address[^1] == '1' ? "7700" : "1200")}\n")));

    private static string Ingested(CommandLine.Workspace workspace)
    {
        File.WriteAllText(workspace.File("a.csv"), Flight("a00001", -115.5, 31.5));
        File.WriteAllText(workspace.File("b.csv"), Flight("a00002", -115.5, 33.5));
        var archive = workspace.File("archive");
        var result = CommandLine.Run("ingest", workspace.File("a.csv"), workspace.File("b.csv"), "--archive", archive);
        Assert.True(result.ExitCode == 0, result.Error);
        Assert.Contains("2 inputs ingested, 120 fixes", result.Output);
        return archive;
    }

    private static JsonElement Rows(params string[] arguments)
    {
        var result = CommandLine.Run([.. arguments, "--format", "json"]);
        Assert.True(result.ExitCode == 0, result.Error);
        return JsonDocument.Parse(result.Output).RootElement.Clone();
    }

    [Fact]
    public void What_was_ingested_is_found_by_airspace_area_code_and_sql()
    {
        using var workspace = new CommandLine.Workspace();
        var archive = Ingested(workspace);

        var row = Rows("query", "--archive", archive, "--airspace", "MEX").GetProperty("rows").EnumerateArray().Single();
        Assert.Equal("a00001", row.GetProperty("aircraft").GetString());
        Assert.Equal(workspace.File("a.csv"), row.GetProperty("firstInput").GetString());
        Assert.True(row.GetProperty("firstRecord").GetInt64() > 20);
        Assert.Equal(2, Rows("query", "--archive", archive, "--airspace", "USA,MEX").GetProperty("count").GetInt32());
        Assert.Equal(60, Rows("query", "--archive", archive, "--squawk", "7700", "--fixes").GetProperty("count").GetInt32());
        Assert.Equal(60, Rows("query", "--archive", archive, "--aircraft", "a00002", "--fixes").GetProperty("count").GetInt32());
        Assert.Equal(1, Rows("query", "--archive", archive, "--callsign", "*2").GetProperty("count").GetInt32());
        Assert.Equal(2, Rows("query", "--archive", archive, "--circle", "34,-115.5,1").GetProperty("count").GetInt32());
        Assert.Equal(1, Rows("query", "--archive", archive, "--box", "31,-116,32,-115").GetProperty("count").GetInt32());
        Assert.Equal(0, Rows("query", "--archive", archive, "--from", "2025-02-05").GetProperty("count").GetInt32());
        Assert.Equal(20, Rows("query", "--archive", archive, "--fixes", "--min-altitude", "10000", "--to", "2025-02-04T23:00:00Z").GetProperty("count").GetInt32());
        var sum = Rows("query", "--archive", archive, "--sql", "select address, count(*) as n, max(squawk) as code from fixes group by 1 order by 1").GetProperty("rows");
        Assert.Equal(("a00001", 60, 7700), (sum[0].GetProperty("address").GetString(), sum[0].GetProperty("n").GetInt32(), sum[0].GetProperty("code").GetInt32()));
    }

    /// <summary>Ten times round a place near Mexicali, a fix every ten seconds.</summary>
    private static string Orbit(string address, double longitude) => "icao,time,lat,lon,altitude_ft,callsign\n" + string.Concat(Enumerable.Range(0, 300).Select(i =>
    {
        var (sine, cosine) = Math.SinCos(2 * Math.PI * i / 30);
        return string.Create(CultureInfo.InvariantCulture, $"{address},2025-02-04T{12 + i / 360:00}:{i / 6 % 60:00}:{10 * (i % 6):00}Z,{33 + 0.02 * cosine:0.######},{longitude + 0.024 * sine:0.######},9000,ORBIT{address[^1]}\n");
    }));

    [Fact]
    public void Flights_are_found_by_what_they_did_and_by_what_they_are_like()
    {
        using var workspace = new CommandLine.Workspace();
        var archive = Ingested(workspace);
        File.WriteAllText(workspace.File("o1.csv"), Orbit("b00001", -115.5));
        File.WriteAllText(workspace.File("o2.csv"), Orbit("b00002", -115.3));
        File.WriteAllText(workspace.File("o3.csv"), Orbit("b00003", -100));
        Assert.Equal(0, CommandLine.Run("ingest", workspace.File("o1.csv"), workspace.File("o2.csv"), workspace.File("o3.csv"), "--archive", archive).ExitCode);

        var orbits = Rows("query", "--archive", archive, "--pattern", "orbit", "--circle", "33,-115.5,50").GetProperty("rows").EnumerateArray().ToArray();
        Assert.Equal(["b00001", "b00002"], orbits.Select(o => o.GetProperty("aircraft").GetString()));
        Assert.All(orbits, o => Assert.InRange(o.GetProperty("turns").GetDouble(), 9, 10.5));
        Assert.All(orbits, o => Assert.InRange(o.GetProperty("radiusMetres").GetDouble(), 2_100, 2_400));
        Assert.Equal(0, Rows("query", "--archive", archive, "--pattern", "ladder,drawing").GetProperty("count").GetInt32());

        var alike = Rows("query", "--archive", archive, "--like", workspace.File("o1.csv")).GetProperty("rows").EnumerateArray().ToArray();
        Assert.Equal(["b00002", "b00003"], alike.Select(o => o.GetProperty("aircraft").GetString()));
        Assert.All(alike, o => Assert.True(o.GetProperty("shape").GetDouble() > 0.95));
        Assert.True(alike[0].GetProperty("likeness").GetDouble() > alike[1].GetProperty("likeness").GetDouble());

        var refused = CommandLine.Run("query", "--archive", archive, "--pattern", "spiral");
        Assert.Equal(2, refused.ExitCode);
        Assert.Contains("figure-eight", refused.Error);
        Assert.Equal(3, CommandLine.Run("query", "--archive", archive, "--like", workspace.File("a.csv")).ExitCode);
    }

    [Fact]
    public void Verdicts_out_of_the_archive_are_those_of_analyze()
    {
        using var workspace = new CommandLine.Workspace();
        var archive = Ingested(workspace);
        foreach (var verdict in new[] { "entered", "did-not-enter", "cannot-be-ruled-out" })
        {
            using var asked = JsonDocument.Parse(CommandLine.Run("query", "--archive", archive, "--airspace", "MEX", "--verdict", verdict, "--format", "json").Output);
            using var analyzed = JsonDocument.Parse(CommandLine.Run("analyze", workspace.File("a.csv"), workspace.File("b.csv"), "--airspace", "MEX", "--format", "json").Output);
            var expected = analyzed.RootElement.GetProperty("flights").EnumerateArray().Where(f => f.GetProperty("verdicts")[0].GetProperty("verdict").GetString() == verdict);
            Assert.Equal(
                expected.Select(f => f.GetProperty("verdicts")[0].GetRawText()),
                asked.RootElement.GetProperty("flights").EnumerateArray().Select(f => f.GetProperty("verdicts")[0].GetRawText()));
        }
    }

    [Fact]
    [Trait("Category", "Recorded")]
    public void A_query_can_print_the_very_messages_as_long_as_the_recording_is_what_it_was()
    {
        const string frames = "modes/traffic_tutorial_71939_frames.jsonl.gz";
        using var workspace = new CommandLine.Workspace();
        File.Copy(Recorded.PathOf(frames), workspace.File("frames.jsonl.gz"));
        var archive = workspace.File("archive");
        Assert.Contains("13,467 fixes", CommandLine.Run("ingest", workspace.File("frames.jsonl.gz"), "--archive", archive).Output);

        using var reader = new StreamReader(new System.IO.Compression.GZipStream(File.OpenRead(workspace.File("frames.jsonl.gz")), System.IO.Compression.CompressionMode.Decompress));
        var lines = reader.ReadToEnd().Split('\n');
        var flight = Rows("query", "--archive", archive, "--airspace", "GBR", "--evidence", "--aircraft", "400f99").GetProperty("rows").EnumerateArray().Single();
        Assert.Contains(flight.GetProperty("firstRaw").GetString()!, lines[flight.GetProperty("firstRecord").GetInt32()]);
        Assert.Contains(flight.GetProperty("lastRaw").GetString()!, lines[flight.GetProperty("lastRecord").GetInt32()]);
        var fixes = Rows("query", "--archive", archive, "--box", "51,-1,52,0", "--max-altitude", "4000", "--fixes", "--evidence").GetProperty("rows").EnumerateArray().ToArray();
        Assert.True(fixes.Length > 100);
        Assert.All(fixes, f => Assert.Contains(f.GetProperty("raw").GetString()!, lines[f.GetProperty("record").GetInt32()]));
        Assert.Contains("the messages behind", CommandLine.Run("query", "--archive", archive, "--airspace", "GBR", "--verdict", "entered", "--evidence").Output);

        File.AppendAllText(workspace.File("frames.jsonl.gz"), "more");
        var changed = CommandLine.Run("query", "--archive", archive, "--airspace", "GBR", "--evidence", "--format", "json");
        Assert.Contains("not here any more as it was ingested", changed.Error);
        Assert.DoesNotContain("8d400f99", changed.Output);
    }

    [Fact]
    public void A_polygon_file_csv_and_geojson_work_together()
    {
        using var workspace = new CommandLine.Workspace();
        var archive = Ingested(workspace);
        File.WriteAllText(workspace.File("area.geojson"), """{"type":"Feature","properties":{},"geometry":{"type":"Polygon","coordinates":[[[-116,31],[-115,31],[-115,32],[-116,32],[-116,31]]]}}""");

        var csv = CommandLine.Run("query", "--archive", archive, "--area", workspace.File("area.geojson"), "--fixes", "--format", "csv");
        var lines = csv.Output.TrimEnd('\n').Split('\n');
        Assert.StartsWith("aircraft,registration,type,callsign,squawk,time,latitude,longitude", lines[0]);
        Assert.All(lines[1..], l => Assert.StartsWith("a00001,", l));
        var geo = CommandLine.Run("query", "--archive", archive, "--area", workspace.File("area.geojson"), "--fixes", "--format", "geojson");
        using var document = JsonDocument.Parse(geo.Output);
        Assert.Equal(lines.Length - 1, document.RootElement.GetProperty("features").GetArrayLength());
        Assert.Equal("Point", document.RootElement.GetProperty("features")[0].GetProperty("geometry").GetProperty("type").GetString());
    }

    [Fact]
    public void The_same_bytes_under_another_name_or_from_a_pipe_change_nothing()
    {
        using var workspace = new CommandLine.Workspace();
        var archive = Ingested(workspace);
        var before = Contents(archive);
        File.Copy(workspace.File("a.csv"), workspace.File("c.csv"));
        Assert.Contains("c.csv: already there", CommandLine.Run("ingest", workspace.File("c.csv"), "--archive", archive).Output);
        var piped = CommandLine.Run(File.ReadAllBytes(workspace.File("b.csv")), ["ingest", "-", "--archive", archive, "--format", "json"]);
        Assert.Contains("\"already-there\"", piped.Output);
        Assert.Equal(before, Contents(archive));
    }

    [Fact]
    public void Damaged_inputs_are_ingested_as_far_as_they_can_be_read_and_told()
    {
        using var workspace = new CommandLine.Workspace();
        File.WriteAllText(workspace.File("a.csv"), Flight("a00001", -115.5, 31.5) + "a00001,2025-02-04T13:00:00Z,95,-115,100,X,1200\n");
        var result = CommandLine.Run("ingest", workspace.File("a.csv"), workspace.File("missing.csv"), "--archive", workspace.File("archive"), "--format", "json");
        Assert.Equal(3, result.ExitCode);
        var lines = result.Output.TrimEnd('\n').Split('\n').Select(l => JsonDocument.Parse(l).RootElement).ToArray();
        Assert.Equal(3, lines.Length);
        var first = lines.Single(l => l.TryGetProperty("outcome", out var o) && o.GetString() == "ingested");
        Assert.Equal((60, 1), (first.GetProperty("fixes").GetInt32(), first.GetProperty("rejected").GetProperty("latitude-out-of-range").GetInt32()));
        Assert.Contains(lines, l => l.TryGetProperty("outcome", out var o) && o.GetString() == "unreadable");
    }

    [Fact]
    public void A_torn_file_is_named_and_the_rest_is_answered()
    {
        using var workspace = new CommandLine.Workspace();
        var archive = Ingested(workspace);
        File.WriteAllText(workspace.File("d.csv"), Flight("a00003", -116, 31.5));
        CommandLine.Run("ingest", workspace.File("d.csv"), "--archive", archive);
        var torn = Directory.GetFiles(archive, "*.parquet", SearchOption.AllDirectories).Order(StringComparer.Ordinal).First();
        File.WriteAllBytes(torn, File.ReadAllBytes(torn)[..^100]);
        foreach (var arguments in new[] { ["--fixes"], new[] { "--sql", "select distinct address as aircraft from fixes" } })
        {
            var result = CommandLine.Run(["query", "--archive", archive, .. arguments]);
            Assert.Equal(3, result.ExitCode);
            Assert.Contains(Path.GetFileName(torn), result.Error);
            Assert.Contains("a00003", result.Output);
        }
    }

    [Theory]
    [InlineData("--box", "1,2,3")]
    [InlineData("--circle", "91,0,5")]
    [InlineData("--from", "yesterday")]
    [InlineData("--squawk", "7800")]
    [InlineData("--aircraft", "xyz")]
    [InlineData("--airspace", "XXX")]
    [InlineData("--sql", "drop table inputs")]
    public void What_cannot_be_meant_is_a_usage_error(string option, string value)
    {
        using var workspace = new CommandLine.Workspace();
        var result = CommandLine.Run("query", "--archive", Ingested(workspace), option, value);
        Assert.True(result.ExitCode == 2, result.Error);
        Assert.StartsWith("overflight: ", result.Error);
    }

    [Fact]
    public void Killed_at_any_moment_it_loses_nothing_told_and_ends_as_if_it_had_not_been()
    {
        using var workspace = new CommandLine.Workspace();
        Directory.CreateDirectory(workspace.File("inputs"));
        for (var i = 0; i < 40; i++)
            File.WriteAllText(workspace.File($"inputs/{i:00}.csv"), string.Join('\n', Enumerable.Range(0, 20)
                .SelectMany(k => Flight($"b{i:00}{k:00}1", -120 + k, 20 + i / 2.0).TrimEnd('\n').Split('\n').Skip(k == 0 ? 0 : 1))) + "\n");
        string[] Arguments(string archive) => ["ingest", workspace.File("inputs"), "--archive", archive, "--buffer", "3000", "--compact", "--format", "json"];
        var clean = workspace.File("clean");
        for (var pass = 0; pass < 2; pass++)
            Assert.Equal(0, CommandLine.Run(Arguments(clean)).ExitCode);
        var expected = Contents(clean);

        var random = new Random(20250204);
        var killed = 0;
        for (var round = 0; round < 4 * s_length; round++)
        {
            var archive = workspace.File($"archive-{round}");
            for (var attempt = 0; attempt < 4; attempt++)
            {
                var told = RunAndKill(Arguments(archive), TimeSpan.FromMilliseconds(80 + random.Next(600)), out var wasKilled);
                killed += wasKilled ? 1 : 0;
                if (!File.Exists(Path.Combine(archive, "manifest.json")))
                {
                    Assert.Empty(told);
                    continue;
                }
                var inputs = Rows("query", "--archive", archive, "--sql", "select i.sha256, count(*) as n, any_value(i.fixes) as fixes from fixes f join inputs i on f.input = i.number group by 1").GetProperty("rows").EnumerateArray().ToArray();
                Assert.All(inputs, i => Assert.Equal(i.GetProperty("fixes").GetInt64(), i.GetProperty("n").GetInt64()));
                Assert.Subset(inputs.Select(i => i.GetProperty("sha256").GetString()!).ToHashSet(), told);
            }
            Assert.Equal(0, CommandLine.Run(Arguments(archive)).ExitCode);
            // A last pass of the writer clears what a reader or a killed merge left behind.
            Assert.Equal(0, CommandLine.Run(Arguments(archive)).ExitCode);
            Assert.Equal(Fixes(clean), Fixes(archive));
            // The same bytes, too, in the data and in the lists of inputs; the manifest may still name files that were replaced.
            Assert.Equal(expected.Where(f => f.Key != "manifest.json"), Contents(archive).Where(f => f.Key != "manifest.json"));
            Assert.Empty(Directory.GetFiles(Path.Combine(archive, "tmp")));
        }
        Assert.True(killed >= 4 * s_length, $"only {killed} runs were killed before they ended");
    }

    private static string Fixes(string archive)
    {
        var result = CommandLine.Run("query", "--archive", archive, "--fixes", "--format", "csv");
        Assert.True(result.ExitCode == 0, result.Error);
        return result.Output;
    }

    /// <summary>The hashes of inputs told to be ingested before the process was killed.</summary>
    private static HashSet<string> RunAndKill(string[] arguments, TimeSpan after, out bool wasKilled)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add(CommandLine.Program);
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        wasKilled = !process.WaitForExit(after);
        if (wasKilled)
            process.Kill();
        process.WaitForExit();
        _ = error.Result;
        return output.Result.Split('\n').Where(l => l.EndsWith('}')).Select(l => JsonDocument.Parse(l).RootElement)
            .Where(l => l.TryGetProperty("outcome", out var outcome) && outcome.GetString() is "ingested" or "already-there").Select(l => l.GetProperty("sha256").GetString()!).ToHashSet();
    }

    private static Dictionary<string, string> Contents(string archive) => Directory.EnumerateFiles(archive, "*", SearchOption.AllDirectories)
        .Where(f => !f.EndsWith(".lock", StringComparison.Ordinal))
        .Order(StringComparer.Ordinal).ToDictionary(f => Path.GetRelativePath(archive, f), f => Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(f))));
}

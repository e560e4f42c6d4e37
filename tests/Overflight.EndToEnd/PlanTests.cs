using System.Text.Json;
using NJsonSchema;
using Overflight.Testing;

namespace Overflight.EndToEnd;

/// <summary><c>plan</c> as a process, on the papers of the exercise.</summary>
public sealed class PlanTests
{
    private static readonly string s_papers = Path.Combine(Repository.Root, "data", "lantern", "papers");

    private static string Sortie(string id) => Path.Combine(s_papers, $"sortie.{id}.v1.json");

    [Fact]
    public void The_page_of_a_decision_says_what_the_text_says()
    {
        using var workspace = new CommandLine.Workspace();
        var page = workspace.File("decision.html");
        var run = CommandLine.Run("plan", Sortie("s-05"), "--at", "2026-01-20T00:00:00Z", "--format", "html", "--out", page);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains(CommandLine.Run("plan", Sortie("s-05"), "--at", "2026-01-20T00:00:00Z").Output.Split('\n')[0], File.ReadAllText(page), StringComparison.Ordinal);
    }

    [Fact]
    public void A_plan_is_refused_with_its_reasons_and_permitted_when_all_is_in_order()
    {
        var refused = CommandLine.Run("plan", Sortie("s-05"), "--at", "2026-01-20T00:00:00Z");
        Assert.Equal(1, refused.ExitCode);
        Assert.StartsWith("Refused: sortie s-05 v1, as planned, at 2026-01-20T00:00:00Z: 5 rules refuse.", refused.Output, StringComparison.Ordinal);
        Assert.Contains("MEX was asked 2.3 days before, and wants 7.0: 4.7 days too late", refused.Output, StringComparison.Ordinal);

        var permitted = CommandLine.Run("plan", Sortie("s-06"), "--at", "2026-02-25T00:00:00Z", "--stage", "arming");
        Assert.Equal((0, ""), (permitted.ExitCode, permitted.Error));
        Assert.StartsWith("Permitted: sortie s-06 v1, at arming", permitted.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_machine_form_keeps_to_its_schema()
    {
        var schema = await JsonSchema.FromFileAsync(Path.Combine(Repository.Root, "docs", "schemas", "decision-1.schema.json"), TestContext.Current.CancellationToken);
        using var workspace = new CommandLine.Workspace();
        var track = Track(workspace, Sortie("s-06"));
        foreach (var arguments in new[] { new[] { Sortie("s-05"), "--at", "2026-01-20T00:00:00Z" }, [Sortie("s-06"), "--at", "2026-03-03T00:00:00Z", "--track", track] })
        {
            var json = CommandLine.Run(["plan", .. arguments, "--format", "json"]).Output;
            Assert.Empty(schema.Validate(json));
        }
    }

    [Fact]
    public void What_was_flown_is_judged_by_its_track_and_goes_into_the_record_before_it_is_told()
    {
        using var record = new UserRecord();
        using var workspace = new CommandLine.Workspace();
        var track = Track(workspace, Sortie("s-08"));

        var run = CommandLine.Run("plan", Sortie("s-08"), "--track", track, "--at", "2026-04-11T00:00:00Z", "--format", "json", "--record", record.Folder, "--key", record.Key);

        Assert.Equal(1, run.ExitCode);
        using var decision = JsonDocument.Parse(run.Output);
        Assert.Equal("flown", decision.RootElement.GetProperty("stage").GetString());
        Assert.Contains("consent.in-force", decision.RootElement.GetProperty("blockedBy").EnumerateArray().Select(r => r.GetString()));
        using var leaf = JsonDocument.Parse(UserRecord.Done("record", "show", record.Folder, "0"));
        Assert.Equal(("sortie.decision", "sortie.s-08", false), (
            leaf.RootElement.GetProperty("kind").GetString(), leaf.RootElement.GetProperty("subject").GetString(), leaf.RootElement.GetProperty("permitted").GetBoolean()));
        Assert.All(leaf.RootElement.GetProperty("documents").EnumerateArray(), d => Assert.Matches("^[0-9a-f]{64}$", d.GetProperty("sha256").GetString()!));
        Assert.StartsWith("Sound", record.Verify(), StringComparison.Ordinal);
    }

    [Fact]
    public void In_flight_it_is_told_when_something_changes()
    {
        using var workspace = new CommandLine.Workspace();
        var run = CommandLine.Run("plan", Sortie("s-08"), "--track", Track(workspace, Sortie("s-08")), "--stage", "in-flight", "--every", "300");
        Assert.Equal((1, ""), (run.ExitCode, run.Error));
        var withdrawn = run.Output.Split('\n').Where(line => line.Contains("refuse", StringComparison.Ordinal) && line.Contains("consent.in-force", StringComparison.Ordinal)).ToArray();
        // Withdrawn at 07:05, when the aircraft has just crossed the line: the next look tells, and none before.
        Assert.StartsWith("2026-04-10T07:10:00Z", Assert.Single(withdrawn), StringComparison.Ordinal);
    }

    [Fact]
    public void Papers_that_cannot_be_read_are_told_and_taken_as_not_there()
    {
        using var workspace = new CommandLine.Workspace();
        foreach (var file in Directory.GetFiles(s_papers))
            File.Copy(file, workspace.File(Path.GetFileName(file)));
        File.WriteAllText(workspace.File("consent.mex-1.v2.json"), "{\"kind\":\"consent\",\"id\":\"mex-1\",\"version\":2}");

        var run = CommandLine.Run("plan", workspace.File("sortie.s-06.v1.json"), "--at", "2026-02-25T00:00:00Z");

        Assert.Equal(3, run.ExitCode);
        Assert.Contains("consent.mex-1.v2.json: line 1", run.Error, StringComparison.Ordinal);
        Assert.Contains("1 of the papers could not be read", run.Error, StringComparison.Ordinal);
        Assert.Contains("was asked for at 2026-01-20T00:00:00Z and is not given", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(3, "no document of kind", "consent.mex-1.v1.json")]
    [InlineData(3, "Could not find", "nothing.json")]
    [InlineData(2, "--at takes a time in UTC", "sortie.s-06.v1.json", "--at", "yesterday")]
    [InlineData(2, "needs --track", "sortie.s-06.v1.json", "--stage", "flown")]
    [InlineData(2, "needs --key", "sortie.s-06.v1.json", "--record", "x")]
    [InlineData(2, "--every goes with", "sortie.s-06.v1.json", "--every", "60")]
    [InlineData(2, "more than 0", "sortie.s-06.v1.json", "--every", "0")]
    public void What_cannot_be_asked_is_told(int code, string message, string file, params string[] arguments) =>
        UserRecord.Refused(code, message, ["plan", Path.Combine(s_papers, file), .. arguments]);

    /// <summary>A file of the track of an aircraft that flies a plan's line, a fix each 15 seconds.</summary>
    private static string Track(CommandLine.Workspace workspace, string sortie)
    {
        using var plan = JsonDocument.Parse(File.ReadAllBytes(sortie));
        var points = plan.RootElement.GetProperty("route").GetProperty("points").EnumerateArray()
            .Select(p => (At: p.GetProperty("at").GetDateTimeOffset(), Latitude: p.GetProperty("latitude").GetDouble(), Longitude: p.GetProperty("longitude").GetDouble(), Metres: p.GetProperty("altitudeMetres").GetDouble())).ToArray();
        var lines = new List<string> { "timestamp,icao24,latitude,longitude,geoaltitude,groundspeed,typecode" };
        var leg = 0;
        for (var at = points[0].At; at <= points[^1].At; at = at.AddSeconds(15))
        {
            while (leg < points.Length - 2 && at >= points[leg + 1].At)
                leg++;
            var part = (at - points[leg].At) / (points[leg + 1].At - points[leg].At);
            // Along the great circle, within metres of the geodesic.
            var place = Geodesy.GreatCircle.Interpolate(new(points[leg].Latitude, points[leg].Longitude), new(points[leg + 1].Latitude, points[leg + 1].Longitude), part);
            lines.Add(FormattableString.Invariant($"{at.ToUnixTimeSeconds()},ae1234,{place.LatitudeDegrees:0.000000},{place.LongitudeDegrees:0.000000},{(points[leg].Metres + part * (points[leg + 1].Metres - points[leg].Metres)) / 0.3048:0},180,Q9"));
        }
        var path = workspace.File($"{Path.GetFileNameWithoutExtension(sortie)}.csv");
        File.WriteAllLines(path, lines);
        return path;
    }
}

using System.CommandLine;
using Overflight.Archive;
using Overflight.Cli.Archives;
using Overflight.Cli.Running;

namespace Overflight.Cli.Verbs;

/// <summary><c>query</c>: flights and fixes out of an archive.</summary>
internal static class QueryVerb
{
    private static readonly Option<string> s_archive = new("--archive") { Description = "the archive's folder", Required = true };
    private static readonly Option<string?> s_from = new("--from") { Description = "not before: 2025-02-04 or 2025-02-04T21:30:00Z" };
    private static readonly Option<string?> s_to = new("--to") { Description = "not after; a date means its end" };
    private static readonly Option<string[]> s_area = new("--area") { Description = "in the polygons of a GeoJSON file; repeated, in any of them" };
    private static readonly Option<string?> s_airspace = new("--airspace") { Description = "in the airspace of any of these States or zones: ISO codes or zone names, comma-separated" };
    private static readonly Option<string[]> s_zones = new("--zones") { Description = "a file of zones that --airspace may name (GeoJSON or OpenAir)" };
    private static readonly Option<string?> s_circle = new("--circle") { Description = "LAT,LON,KM: within a distance of a place" };
    private static readonly Option<string?> s_box = new("--box") { Description = "S,W,N,E in degrees; a west above the east lies across the 180th meridian" };
    private static readonly Option<double?> s_lowest = new("--min-altitude") { Description = "not lower, feet" };
    private static readonly Option<double?> s_highest = new("--max-altitude") { Description = "not higher, feet" };
    private static readonly Option<string?> s_aircraft = new("--aircraft") { Description = "of this 24-bit address, six hex digits" };
    private static readonly Option<string?> s_callsign = new("--callsign") { Description = "under a call sign of this pattern; * and ? stand for letters" };
    private static readonly Option<string?> s_squawk = new("--squawk") { Description = "with this Mode A code, four octal digits" };
    private static readonly Option<string?> s_verdict = new("--verdict") { Description = "whole flights with this verdict on --airspace: entered, cannot-be-ruled-out or did-not-enter" };
    private static readonly Option<double?> s_maxSpeed = new("--max-speed") { Description = "for --verdict: greatest ground speed allowed, knots" };
    private static readonly Option<string?> s_pattern = new("--pattern") { Description = "what flights did: orbit, racetrack, figure-eight, ladder, loiter, thermal-circling, holding, calibration, drawing; comma-separated; about a place in the area asked for" };
    private static readonly Option<string?> s_like = new("--like") { Description = "the flights most like the one in this track file that did most: by what it flew, and where" };
    private static readonly Option<int> s_limit = new("--limit") { Description = "for --like: how many", DefaultValueFactory = _ => 20 };
    private static readonly Option<bool> s_fixes = new("--fixes") { Description = "the fixes themselves, not the flights that they belong to" };
    private static readonly Option<bool> s_evidence = new("--evidence") { Description = "the raw messages behind the fixes told, where the recordings of Mode S messages they came from are still there" };
    private static readonly Option<string?> s_sql = new("--sql") { Description = "one SELECT statement (DuckDB) over the view fixes and the table inputs" };
    private static readonly Option<string> s_format = new("--format") { Description = "text, json, csv or geojson", DefaultValueFactory = _ => "text" };
    private static readonly Option<string?> s_output = new("--out") { Description = "write to this file" };

    public static Command Create()
    {
        s_format.AcceptOnlyFromAmong("text", "json", "csv", "geojson");
        s_verdict.AcceptOnlyFromAmong("entered", "cannot-be-ruled-out", "did-not-enter");
        var command = new Command("query", "Flights out of an archive that have a fix which matches all that is asked, or these fixes.")
        {
            s_archive, s_from, s_to, s_area, s_airspace, s_zones, s_circle, s_box, s_lowest, s_highest, s_aircraft, s_callsign, s_squawk,
            s_verdict, s_maxSpeed, s_pattern, s_like, s_limit, s_fixes, s_evidence, s_sql, s_format, s_output,
        };
        command.SetAction((parsed, cancellation) => Task.FromResult(parsed.GetValue(s_sql) is { } sql
            ? Sql(parsed, sql)
            : Run(RequestOf(parsed), cancellation)));
        return command.WithExamples(
            "overflight query --archive archive --airspace MEX --from 2025-02-04 --to 2025-02-04",
            "overflight query --archive archive --circle 32.53,-117.12,20 --max-altitude 3000 --fixes --format csv",
            "overflight query --archive archive --airspace MEX --verdict cannot-be-ruled-out",
            "overflight query --archive archive --pattern orbit,racetrack --circle 32.53,-117.12,50",
            "overflight query --archive archive --like flight.json.gz --limit 5",
            "overflight query --archive archive --sql \"select address, count(*) from fixes group by 1 order by 2 desc limit 10\"");
    }

    private static QueryRequest RequestOf(ParseResult parsed) => new()
    {
        Archive = parsed.GetValue(s_archive)!,
        From = parsed.GetValue(s_from),
        To = parsed.GetValue(s_to),
        Areas = parsed.GetValue(s_area) ?? [],
        Airspace = parsed.GetValue(s_airspace),
        Zones = parsed.GetValue(s_zones) ?? [],
        Circle = parsed.GetValue(s_circle),
        Box = parsed.GetValue(s_box),
        MinimumAltitudeFeet = parsed.GetValue(s_lowest),
        MaximumAltitudeFeet = parsed.GetValue(s_highest),
        Aircraft = parsed.GetValue(s_aircraft),
        Callsign = parsed.GetValue(s_callsign),
        Squawk = parsed.GetValue(s_squawk),
        Verdict = parsed.GetValue(s_verdict),
        MaxSpeedKnots = parsed.GetValue(s_maxSpeed),
        Pattern = parsed.GetValue(s_pattern),
        Like = parsed.GetValue(s_like),
        Limit = parsed.GetValue(s_limit),
        WithFixes = parsed.GetValue(s_fixes),
        WithEvidence = parsed.GetValue(s_evidence),
        Format = parsed.GetValue(s_format)!,
        Output = parsed.GetValue(s_output),
        Command = CommandLineText.Of(parsed.Tokens.Select(t => t.Value)),
    };

    private static int Sql(ParseResult parsed, string sql)
    {
        Option[] alone = [s_archive, s_sql, s_format, s_output];
        if (parsed.CommandResult.Command.Options.FirstOrDefault(o => !alone.Contains(o) && parsed.GetResult(o) is { Implicit: false }) is { } other)
            throw new UserError($"--sql and {other.Name} do not go together; put the condition into the statement");
        using var archive = FixArchive.Open(parsed.GetValue(s_archive)!);
        return SqlRun.Run(archive, sql, parsed.GetValue(s_format)!, parsed.GetValue(s_output));
    }

    private static int Run(QueryRequest request, CancellationToken cancellation)
    {
        if (request.Verdict is not null && request.Airspace is null)
            throw new UserError("--verdict needs --airspace: whose?");
        if (request.Verdict is not null && request.WithFixes)
            throw new UserError("--verdict answers with flights; leave --fixes out");
        if (request.Verdict is not null && request.WithEvidence && request.Format is not ("text" or "json"))
            throw new UserError("--evidence with --verdict goes with --format text or json");
        if (request.Verdict is null && request.MaxSpeedKnots is not null)
            throw new UserError("--max-speed is for --verdict");
        if (request.MaxSpeedKnots is { } speed && !(speed is > 0 and <= 100_000))
            throw new UserError("--max-speed takes knots, more than 0");
        if ((request.Pattern ?? request.Like) is not null && (request.Verdict is not null || request.WithFixes || request.WithEvidence))
            throw new UserError("--pattern and --like answer with what whole flights did; leave --verdict, --fixes and --evidence out");
        if (request.Pattern is not null && request.Like is not null)
            throw new UserError("--pattern and --like are two questions; ask one at a time");
        if (request.Limit is < 1 or > 10_000)
            throw new UserError("--limit takes a number from 1 to 10000");
        if (request.Zones.Count > 0 && request.Airspace is null)
            throw new UserError("--zones needs --airspace to say which of them");
        var index = request.Airspace is null ? null : BoundaryFile.Open();
        var regions = index is null ? [] : WantedRegions.Of(index, request.Airspace, request.Zones).Only;
        var query = request.ToQuery(regions);
        using var archive = FixArchive.Open(request.Archive);
        using var progress = new ProgressLine();
        archive.Progress = (done, all) => progress.Tell(() => $"{done} of {all} parts of the archive read");
        try
        {
            if (request.Pattern is not null)
                return PatternRun.Kinds(archive, request, query, cancellation);
            if (request.Like is not null)
                return PatternRun.Alike(archive, request, query, cancellation);
            return request.Verdict is null
                ? QueryRun.Run(archive, request, query, cancellation)
                : VerdictRun.Run(archive, index!, request, query, regions, request.Command, cancellation);
        }
        catch (TooManyFixesException error)
        {
            throw new UserError(error.Message);
        }
    }
}

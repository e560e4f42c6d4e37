using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Text;
using Overflight.Airspace;
using Overflight.Authority.Deciding;
using Overflight.Authority.Documents;
using Overflight.Authority.Rules;
using Overflight.Cli.Plans;
using Overflight.Cli.Running;
using Overflight.Cli.Verbs.Records;
using Overflight.Dossiers.Decisions;
using Overflight.Feeds;
using Overflight.Operations.Recording;
using Overflight.Tracks;

namespace Overflight.Cli.Verbs;

/// <summary><c>plan</c>: every rule on a sortie, as planned, at arming, in flight, as flown.</summary>
internal static class PlanVerb
{
    public static Command Create()
    {
        var file = new Argument<string>("FILE.json") { Description = "a plan, which is a document of kind \"sortie\"; or a tasking, for which sorties are planned" };
        var papers = new Option<string?>("--papers") { Description = "the folder of documents; otherwise the one that the plan lies in" };
        var at = new Option<string?>("--at") { Description = "judge as of this instant, such as 2026-03-01T00:00:00Z: papers recorded later are not seen; otherwise now" };
        var stage = new Option<string?>("--stage") { Description = "plan, arming, in-flight or flown; otherwise plan, or flown where a track is given" };
        stage.AcceptOnlyFromAmong("plan", "arming", "in-flight", "flown");
        var track = new Option<string?>("--track") { Description = "the track that was flown, or that is flown so far, in any format that \"analyze\" reads" };
        var every = new Option<double?>("--every") { Description = "go through the track as it was flown, judge every so many seconds, and tell what changes" };
        var format = new Option<string>("--format") { Description = "text, json or html (a page with a map and a timeline)", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "json", "html");
        var output = new Option<string?>("--out") { Description = "write to this file" };
        var record = new Option<string?>("--record") { Description = "append the decision to this record (sortie.decision)" };
        var keys = RecordOptions.Keys(isRequired: false);
        var sorties = new Option<string?>("--sorties") { Description = "for a tasking: write the papers of the sorties that are planned into this folder" };
        var terrain = new Option<string?>("--terrain") { Description = "for a tasking: a file or folder of heights (SRTM, DTED, GeoTIFF), for lines of sight" };
        var command = new Command("plan", "May this sortie be flown: every rule on its plan, leg by leg, or on what was flown. Of a tasking: which sorties serve it, and may they be flown. Exit code 1 where they may not.")
        {
            file, papers, at, stage, track, every, format, output, record, keys, sorties, terrain,
        };
        command.SetAction((parsed, cancellation) => TaskingRun.IsTasking(parsed.GetValue(file)!)
            ? Task.FromResult(TaskingRun.Run(new(
                parsed.GetValue(file)!, parsed.GetValue(papers), Instant(parsed.GetValue(at)), parsed.GetValue(format)!, parsed.GetValue(output), parsed.GetValue(sorties), parsed.GetValue(terrain),
                new[] { stage.Name, track.Name, every.Name, record.Name }.FirstOrDefault(name => parsed.GetResult(name) is OptionResult { Implicit: false }))))
            : Run(new(parsed.GetValue(file)!, parsed.GetValue(papers), Instant(parsed.GetValue(at)), Stage(parsed.GetValue(stage), parsed.GetValue(track)), parsed.GetValue(track),
                parsed.GetValue(every), parsed.GetValue(format)!, parsed.GetValue(output), parsed.GetValue(record), parsed.GetValue(keys) ?? [],
                new[] { sorties.Name, terrain.Name }.FirstOrDefault(name => parsed.GetResult(name) is OptionResult { Implicit: false })),
            cancellation));
        return command.WithExamples(
            "overflight plan papers/sortie-1.json",
            "overflight plan papers/sortie-1.json --at 2026-03-01T00:00:00Z --stage arming --record lantern/ --key ~/keys/lantern.key",
            "overflight plan papers/sortie-1.json --format html --out decision.html",
            "overflight plan papers/sortie-1.json --track flown.json.gz --format json",
            "overflight plan papers/sortie-1.json --track flown.json.gz --stage in-flight --every 60",
            "overflight plan tasking.json --papers papers/ --sorties planned/");
    }

    private sealed record Request(
        string File, string? Papers, UtcInstant? At, DecisionStage Stage, string? Track, double? EverySeconds, string Format, string? Output, string? Record, string[] Keys, string? OfTaskings);

    private static async Task<int> Run(Request request, CancellationToken cancellation)
    {
        if (request.OfTaskings is { } alien)
            throw new UserError($"{alien} goes with a tasking, and {request.File} is none");
        if (request.Record is not null && request.Keys.Length == 0)
            throw new UserError("--record needs --key, the log's key file");
        if (request.EverySeconds is <= 0 or double.NaN)
            throw new UserError("--every takes seconds, more than 0");
        if (request.EverySeconds is not null && (request.Stage != DecisionStage.InFlight || request.Format != "text" || request.Output is not null || request.Record is not null))
            throw new UserError("--every goes with --stage in-flight and prints text; it is not recorded");
        var (sortie, documents, hadProblems) = ReadPapers(request);
        var index = BoundaryFile.Open();
        var judge = new SortieJudge(index, documents);
        var track = request.Track is { } path ? ReadTrack(path, cancellation) : null;
        if (request.EverySeconds is { } every)
            return Math.Max(Follow(new(judge, sortie), track!, every, cancellation), hadProblems ? ExitCode.InputUnreadable : ExitCode.Done);

        var now = request.At ?? UtcInstant.From(TimeProvider.System.GetUtcNow());
        var decision = track is null ? judge.Plan(sortie, now, request.Stage) : judge.Flight(sortie, track, now, request.Stage);
        // In the record before it is told: who acts on it must not act on what a full disk lost.
        if (request.Record is { } record)
            await RecordOptions.WithRecord(record, request.Keys, 0, async writer =>
            {
                await writer.AppendAsync([SortieDecisionLeaf.Draft(decision, sortie)], cancellation);
                await writer.CheckpointAsync(CancellationToken.None);
                return ExitCode.Done;
            });
        Write(decision, sortie, index, request);
        return hadProblems ? ExitCode.InputUnreadable : decision.IsPermitted ? ExitCode.Done : ExitCode.AnswerIsNo;
    }

    private static void Write(Decision decision, Sortie sortie, AirspaceIndex index, Request request)
    {
        using var target = new OutputTarget(request.Output);
        if (request.Format == "json")
        {
            DecisionJson.Write(target.Stream, decision);
        }
        else if (request.Format == "html")
        {
            using var page = new StreamWriter(target.Stream, new UTF8Encoding(false), leaveOpen: true);
            DecisionHtml.Write(page, decision, sortie, index, ProgramVersion.Text);
        }
        else
        {
            using var text = new PrintableTextWriter(target.Stream);
            DecisionText.Write(text, decision);
        }
        target.Commit();
    }

    private static int Follow(FlightGuard guard, Track track, double everySeconds, CancellationToken cancellation)
    {
        var code = ExitCode.Done;
        using var text = new PrintableTextWriter(Console.OpenStandardOutput());
        var (count, end) = (0, track.TimeAt(track.Count - 1));
        for (var now = track.TimeAt(0).AddSeconds(everySeconds); ; now = now.AddSeconds(everySeconds))
        {
            cancellation.ThrowIfCancellationRequested();
            while (count < track.Count && track.TimeAt(count) <= now)
                count++;
            if (guard.Look(track.Slice(0, count), now) is { } look)
            {
                DecisionText.Write(text, look);
                text.Flush();
                if (!look.Decision.IsPermitted)
                    code = ExitCode.AnswerIsNo;
            }
            if (now >= end)
                return code;
        }
    }

    private static (Sortie Sortie, DocumentSet Documents, bool HadProblems) ReadPapers(Request request)
    {
        Sortie sortie;
        try
        {
            sortie = DocumentFolder.ReadFile(request.File) as Sortie ?? throw new InvalidDataException("is no document of kind \"sortie\"");
        }
        catch (Exception error) when (error is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            throw new UserError($"{request.File}: {error.Message}", ExitCode.InputUnreadable);
        }
        var (documents, hadProblems) = PaperFolder.Read(request.Papers ?? Path.GetDirectoryName(Path.GetFullPath(request.File))!);
        return (sortie, documents, hadProblems);
    }

    private static Track ReadTrack(string path, CancellationToken cancellation)
    {
        var tracks = new List<Track>();
        var report = TrackFile.Read(path, new ReadOptions(), tracks.Add, null, cancellation);
        return tracks.Count switch
        {
            1 => tracks[0],
            0 => throw new UserError($"{path}: no track could be read ({report.FixesRead} fixes)", ExitCode.InputUnreadable),
            _ => throw new UserError($"{path}: holds {tracks.Count} aircraft, and a sortie is flown by one; give its track alone"),
        };
    }

    private static DecisionStage Stage(string? text, string? track)
    {
        var stage = text switch { "plan" => DecisionStage.Plan, "arming" => DecisionStage.Arming, "in-flight" => DecisionStage.InFlight, "flown" => DecisionStage.Flown, _ => track is null ? DecisionStage.Plan : DecisionStage.Flown };
        if ((stage is DecisionStage.InFlight or DecisionStage.Flown) != (track is not null))
            throw new UserError(track is null ? $"--stage {text} needs --track" : $"--stage {text} judges the plan; leave --track out");
        return stage;
    }

    private static UtcInstant? Instant(string? text) => text is null ? null
        : text.EndsWith('Z') && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? UtcInstant.From(time)
        : throw new UserError($"--at takes a time in UTC, such as 2026-03-01T00:00:00Z, not \"{text}\"");
}

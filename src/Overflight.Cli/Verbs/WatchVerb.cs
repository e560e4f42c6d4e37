using System.CommandLine;
using System.Globalization;
using Overflight.Airspace.Watching;
using Overflight.Cli.Running;
using Overflight.Cli.Watch;
using Overflight.Dossiers;
using Overflight.Feeds;
using Overflight.Feeds.Live;
using Overflight.Patterns.Kinds;

namespace Overflight.Cli.Verbs;

/// <summary><c>watch</c>: what aircraft do at a boundary, told while they do it.</summary>
internal static class WatchVerb
{
    public static Command Create()
    {
        var feeds = new Argument<string[]>("FEED") { Description = "tcp://host:port, udp://[address]:port, http(s)://…/aircraft.json, files, folders; - reads standard input", Arity = ArgumentArity.OneOrMore };
        var airspace = new Option<string>("--airspace") { Description = "the airspace watched: ISO codes or zone names, comma-separated", Required = true };
        var zones = new Option<string[]>("--zones") { Description = "a file of zones that --airspace may name (GeoJSON or OpenAir)" };
        var maxSpeed = new Option<double?>("--max-speed") { Description = "greatest ground speed allowed, knots; otherwise from aircraft type and wind, or as observed" };
        var approach = new Option<double>("--approach") { Description = "tell of aircraft that reach the boundary within so many minutes on their present course", DefaultValueFactory = _ => 10 };
        var silence = new Option<double>("--silence") { Description = "an aircraft is silent after so many seconds", DefaultValueFactory = _ => 60 };
        var near = new Option<double>("--near") { Description = "list aircraft, and tell of lost integrity and of circling, within so many km", DefaultValueFactory = _ => 50 };
        var poll = new Option<double>("--poll") { Description = "seconds between two fetches of an http address", DefaultValueFactory = _ => 1 };
        var webhook = new Option<string?>("--webhook") { Description = $"post every alert to this URL as JSON, signed with the key in {AlertWebhook.KeyVariable} if that is set" };
        var format = new Option<string>("--format") { Description = "text or json: a live table on a terminal, else a line an alert", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "json");
        var lines = new Option<bool>("--lines") { Description = "lines on a terminal too" };
        var command = new Command("watch", "Tell when aircraft enter, leave, approach, circle or fall silent in or near an airspace, as it happens.")
        {
            feeds, airspace, zones, maxSpeed, approach, silence, near, poll, webhook, format, lines,
        };
        var reading = new ReadingOptions();
        reading.AddTo(command);
        command.SetAction((parsed, cancellation) => Task.FromResult(Run(
            parsed.GetValue(feeds)!,
            new Request(
                parsed.GetValue(airspace)!, parsed.GetValue(zones) ?? [], parsed.GetValue(maxSpeed), parsed.GetValue(approach), parsed.GetValue(silence),
                parsed.GetValue(near), parsed.GetValue(poll), parsed.GetValue(webhook), parsed.GetValue(format) == "json", parsed.GetValue(lines), reading.Read(parsed)),
            cancellation)));
        return command.WithExamples(
            "overflight watch tcp://localhost:30005 --airspace MEX",
            "overflight watch tcp://receiver:30003 udp://:8600 --airspace MEX,GTM --format json",
            "overflight watch http://localhost/tar1090/data/aircraft.json --airspace FRA --webhook https://desk.example/alerts",
            "overflight watch recording.csv --airspace MEX --lines");
    }

    private sealed record Request(
        string Airspace, string[] Zones, double? MaxSpeed, double ApproachMinutes, double SilenceSeconds, double NearKilometres,
        double PollSeconds, string? Webhook, bool AsJson, bool Lines, ReadOptions Reading);

    private static int Run(string[] addresses, Request request, CancellationToken cancellation)
    {
        var options = Options(request);
        var clock = TimeProvider.System;
        var feedOptions = new FeedOptions { PollEvery = TimeSpan.FromSeconds(Positive(request.PollSeconds, "--poll takes seconds")), Clock = clock, Reading = request.Reading };
        var feeds = Addresses(addresses).Select(a => new Feed(a, feedOptions)).ToArray();
        var webhook = request.Webhook is { } url ? new AlertWebhook(HttpUrl(url), Environment.GetEnvironmentVariable(AlertWebhook.KeyVariable), clock) : null;
        var table = request.AsJson || request.Lines || Console.IsOutputRedirected
            ? null
            : new WatchTable(Console.Out, () => (Console.WindowWidth, Console.WindowHeight));
        using var screen = Console.OpenStandardOutput();
        IAlertOutput shown = table is not null ? table : new AlertLines(screen, request.AsJson, !Console.IsOutputRedirected);
        var engine = new WatchEngine(options, alert =>
        {
            shown.Tell(alert);
            webhook?.Tell(alert);
        });
        try
        {
            new WatchRun(feeds, engine, clock).Run(() => table?.Draw(engine.Flights(), feeds, Summary(engine)), cancellation);
        }
        finally
        {
            shown.Dispose();
            webhook?.Dispose();
        }
        return Report(feeds, engine, webhook);
    }

    private static WatchOptions Options(Request request)
    {
        if (request.MaxSpeed is { } speed && !(speed is > 0 and <= 100_000))
            throw new UserError("--max-speed takes knots, more than 0");
        if (!(request.NearKilometres >= 0))
            throw new UserError("--near takes kilometres, 0 or more");
        var regions = WantedRegions.Of(BoundaryFile.Open(), request.Airspace, request.Zones).Only;
        if (regions.Count == 0)
            throw new UserError("--airspace names nothing to watch");
        return new WatchOptions
        {
            Regions = regions,
            MaxSpeedKnots = request.MaxSpeed,
            ApproachSeconds = 60 * Positive(request.ApproachMinutes, "--approach takes minutes"),
            SilenceSeconds = Positive(request.SilenceSeconds, "--silence takes seconds"),
            NearMetres = request.NearKilometres * 1000,
            Behaviour = lately => PresentPattern.Of(lately) is { } pattern
                ? new WatchedBehaviour(Names.Of(pattern.Kind), pattern.Start, pattern.Centre, PatternSentence.What(pattern))
                : null,
        };
    }

    private static double Positive(double value, string what) => value is > 0 and <= 86_400 ? value : throw new UserError($"{what}, more than 0 and at most 86400");

    private static Uri HttpUrl(string text) => Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is "http" or "https"
        ? url
        : throw new UserError("--webhook takes an http:// or https:// address");

    private static IEnumerable<FeedAddress> Addresses(string[] texts)
    {
        foreach (var text in texts)
        {
            FeedAddress address;
            try
            {
                address = FeedAddress.Parse(text);
            }
            catch (FormatException e)
            {
                throw new UserError(e.Message);
            }
            if (address.IsLive)
                yield return address;
            else
                foreach (var file in TrackFile.Expand([text]))
                    yield return FeedAddress.Parse(file);
        }
    }

    private static string Summary(WatchEngine engine) => string.Create(
        CultureInfo.InvariantCulture,
        $"{engine.Fixes:#,0} fixes of {engine.Count:#,0} aircraft{(engine.Dropped > 0 ? $", {engine.Dropped:#,0} aircraft dropped" : "")}{(engine.RefusedAhead > 0 ? $", {engine.RefusedAhead:#,0} fixes refused for times ahead of the clock" : "")}");

    private static int Report(Feed[] feeds, WatchEngine engine, AlertWebhook? webhook)
    {
        foreach (var feed in feeds)
        {
            foreach (var problem in feed.Report?.Problems.Take(5) ?? [])
                Console.Error.WriteLine($"overflight: {problem.File}{(problem.Offset >= 0 ? $", byte {problem.Offset}" : "")}: {problem.Message}");
            if (feed.Address.IsLive && feed.Status.LastError.Length > 0)
                Console.Error.WriteLine($"overflight: {feed.Address.Shown}: {feed.Status.LastError}");
            if (feed.Status.DroppedDatagrams > 0)
                Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"overflight: {feed.Address.Shown}: {feed.Status.DroppedDatagrams:#,0} datagrams were dropped, because reading fell behind"));
        }
        if (webhook?.Lost > 0)
            Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"overflight: {webhook.Lost:#,0} alerts could not be posted"));
        Console.Error.WriteLine($"overflight: {Summary(engine)}");
        var isWhole = feeds.All(f => f.Address.IsLive ? f.Status.Connects > 0 : f.Report?.IsComplete == true);
        return isWhole ? ExitCode.Done : ExitCode.InputUnreadable;
    }
}

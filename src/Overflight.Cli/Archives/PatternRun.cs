using Overflight.Archive;
using Overflight.Archive.Querying;
using Overflight.Cli.Running;
using Overflight.Dossiers;
using Overflight.Feeds;
using Overflight.Geodesy;
using Overflight.Patterns.Kinds;
using Overflight.Patterns.Likeness;
using Overflight.Tracks;
using Overflight.Tracks.Preparing;

namespace Overflight.Cli.Archives;

/// <summary>Answers with what whole flights did: findings of some kinds, or the flights most like a given one.</summary>
internal static class PatternRun
{
    private static readonly AnswerColumn[] s_findings =
    [
        new("aircraft", "aircraft"), new("registration", "reg."), new("type", "type"), new("callsign", "call sign"), new("kind", "kind"), new("start", "from"), new("end", "to"),
        new("observedMinutes", "minutes"), new("latitude", "latitude"), new("longitude", "longitude"), new("radiusMetres", "radius m"), new("turns", "turns"),
        new("speedKnots"), new("lengthMetres"), new("widthMetres"), new("lines"), new("score", "borne out"), new("sentence"), new("inputs"),
    ];

    private static readonly AnswerColumn[] s_alike =
    [
        new("likeness", "likeness"), new("shape", "shape"), new("kilometres", "km away"), new("aircraft", "aircraft"), new("registration", "reg."), new("type", "type"), new("callsign", "call sign"),
        new("start", "from"), new("end", "to"), new("kind", "most alike"), new("latitude", "latitude"), new("longitude", "longitude"), new("radiusMetres"), new("sentence"), new("inputs"),
    ];

    /// <summary>Findings of the kinds asked for, about a place in the areas asked for.</summary>
    public static int Kinds(FixArchive archive, QueryRequest request, FixQuery query, CancellationToken cancellation)
    {
        var kinds = KindsOf(request.Pattern!);
        using var output = new AnswerOutput(request.Format, request.Output);
        output.Writer.Begin(s_findings);
        var search = new FlightSearch(archive, query);
        var rows = 0;
        foreach (var flight in search.Run(cancellation))
            foreach (var pattern in PatternFinder.Find(Prepared(flight.Track)).Where(p => kinds.Contains(p.Kind) && IsWithin(p, query)))
            {
                output.Writer.Row(Row(archive, flight, pattern), [pattern.Centre]);
                rows++;
            }
        return Finish(output, "findings", rows, archive, search);
    }

    /// <summary>The flights most like the one of a file that did most.</summary>
    public static int Alike(FixArchive archive, QueryRequest request, FixQuery query, CancellationToken cancellation)
    {
        var (wanted, patterns) = Wanted(request.Like!, cancellation);
        var best = new PriorityQueue<(ArchivedFlight Flight, FlightLikeness Likeness), double>();
        var search = new FlightSearch(archive, query);
        foreach (var flight in search.Run(cancellation))
        {
            var prepared = Prepared(flight.Track);
            if (prepared.Count == 0 || IsItself(wanted, prepared) || FlightLikeness.Of(patterns, PatternFinder.Find(prepared)) is not { Score: > 0 } likeness)
                continue;
            best.Enqueue((flight, likeness), likeness.Score);
            if (best.Count > request.Limit)
                best.Dequeue();
        }
        using var output = new AnswerOutput(request.Format, request.Output);
        output.Writer.Begin(s_alike);
        var found = best.UnorderedItems.OrderByDescending(i => i.Priority).ThenBy(i => i.Element.Flight.Track.TimeAt(0)).Select(i => i.Element).ToList();
        foreach (var (flight, likeness) in found)
            output.Writer.Row(Row(archive, flight, likeness), [likeness.Pattern.Centre]);
        return Finish(output, $"flights like {Wording.Aircraft(wanted.Track)} on {Wording.DateAndClock(wanted.Start)}, most alike first", found.Count, archive, search);
    }

    private static int Finish(AnswerOutput output, string what, int rows, FixArchive archive, FlightSearch search) =>
        QueryRun.Finish(output, new AnswerSummary(what, rows, null, archive.Fixes, search.Report.WithoutAltitude, [.. search.Report.Damaged.Values]));

    private static (PreparedFlight Flight, IReadOnlyList<FlightPattern> Patterns) Wanted(string path, CancellationToken cancellation)
    {
        (PreparedFlight Flight, IReadOnlyList<FlightPattern> Patterns, double Seconds)? most = null;
        foreach (var file in TrackFile.Expand([path]))
            TrackFile.Read(file, new ReadOptions { ComputeHash = false }, track =>
            {
                foreach (var flight in FlightSplitter.Split(track))
                {
                    var prepared = Prepared(flight);
                    var patterns = PatternFinder.Find(prepared);
                    var seconds = patterns.Where(p => p.Kind != FlightKind.Transit).Sum(p => p.ObservedSeconds);
                    if (seconds > (most?.Seconds ?? 0))
                        most = (prepared, patterns, seconds);
                }
            }, null, cancellation);
        return most is { } found ? (found.Flight, found.Patterns) : throw new UserError($"--like {path}: no flight in it did more than go from place to place", ExitCode.InputUnreadable);
    }

    private static PreparedFlight Prepared(Track flight) => FlightPreparer.Prepare(flight, SpeedBound.For(flight));

    private static bool IsItself(PreparedFlight wanted, PreparedFlight other) =>
        wanted.Track.Aircraft.Id == other.Track.Aircraft.Id && wanted.Start <= other.End && other.Start <= wanted.End;

    private static bool IsWithin(FlightPattern pattern, FixQuery query)
    {
        Span<bool> inside = stackalloc bool[1];
        foreach (var area in query.Areas)
        {
            area.Test([pattern.Centre.LatitudeDegrees], [pattern.Centre.LongitudeDegrees], inside);
            if (!inside[0])
                return false;
        }
        return !(pattern.End < query.From) && !(pattern.Start > query.To);
    }

    private static HashSet<FlightKind> KindsOf(string text)
    {
        var byName = Enum.GetValues<FlightKind>().ToDictionary(Names.Of);
        var kinds = new HashSet<FlightKind>();
        foreach (var name in text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            kinds.Add(byName.TryGetValue(name, out var kind) ? kind : throw new UserError($"--pattern \"{name}\" is none: give {string.Join(", ", byName.Keys)}, comma-separated"));
        return kinds.Count > 0 ? kinds : throw new UserError($"--pattern takes {string.Join(", ", byName.Keys)}, comma-separated");
    }

    private static object?[] Row(FixArchive archive, ArchivedFlight flight, FlightPattern p) =>
    [
        .. Who(flight.Track), Names.Of(p.Kind), p.Start.ToString(), p.End.ToString(), Rounded(p.ObservedSeconds / 60, 1),
        Rounded(p.Centre.LatitudeDegrees, 5), Rounded(p.Centre.LongitudeDegrees, 5), Rounded(p.RadiusMetres, 0), Rounded(p.Turns, 1),
        Rounded(p.SpeedKnots, 0), Rounded(p.LengthMetres, 0), Rounded(p.WidthMetres, 0), p.Lines > 0 ? p.Lines : null, Rounded(p.Score, 2),
        PatternSentence.Of(p), Inputs(archive, flight),
    ];

    private static object?[] Row(FixArchive archive, ArchivedFlight flight, in FlightLikeness likeness) =>
    [
        Rounded(likeness.Score, 2), Rounded(likeness.Shape, 2), Rounded(likeness.Metres / 1000, 1), .. Who(flight.Track),
        flight.Track.TimeAt(0).ToString(), flight.Track.TimeAt(flight.Track.Count - 1).ToString(), Names.Of(likeness.Pattern.Kind),
        Rounded(likeness.Pattern.Centre.LatitudeDegrees, 5), Rounded(likeness.Pattern.Centre.LongitudeDegrees, 5), Rounded(likeness.Pattern.RadiusMetres, 0),
        PatternSentence.Of(likeness.Pattern), Inputs(archive, flight),
    ];

    private static object?[] Who(Track track) =>
        [track.Aircraft.Id, OrNull(track.Aircraft.Registration), OrNull(track.Aircraft.TypeDesignator), OrNull(track.CallsignAt(track.TimeAt(track.Count / 2)))];

    private static string[] Inputs(FixArchive archive, ArchivedFlight flight) => [.. flight.Inputs.Select(i => archive.Inputs[i].Name)];

    private static string? OrNull(string text) => text.Length > 0 ? text : null;

    private static double? Rounded(double value, int digits) => double.IsFinite(value) ? Math.Round(value, digits) : null;
}

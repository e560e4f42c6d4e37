using Overflight.Airspace;
using Overflight.Archive.Columns;
using Overflight.Tracks;
using Overflight.Tracks.Preparing;

namespace Overflight.Archive.Querying;

/// <summary>
/// Whole flights out of the archive: all their fixes, also those that a query does not match, so that a verdict on them is the
/// one that <c>analyze</c> gives.
/// </summary>
/// <param name="archive">The archive.</param>
/// <param name="query">A flight is wanted when one of its fixes matches.</param>
public sealed class FlightSearch(FixArchive archive, FixQuery query)
{
    // Bounds memory: an aircraft's day is a few thousand fixes.
    private const int AircraftAtOnce = 256;
    private const long Day = 86_400_000_000;

    private readonly FixFilter _filter = new(query);

    /// <summary>When given, flights that cannot have touched any of these regions may be left out; those that can never are.</summary>
    public IReadOnlyList<AirspaceRegion>? InReachOf { get; init; }

    /// <summary>The greatest speed of any aircraft that <see cref="InReachOf"/> allows for, knots.</summary>
    public double FastestKnots { get; init; } = SpeedBound.GreatestKnots;

    /// <summary>What the search took so far, and what was damaged.</summary>
    public ScanReport Report { get; private set; } = new();

    /// <summary>The flights, by aircraft and time.</summary>
    public IEnumerable<ArchivedFlight> Run(CancellationToken c = default)
    {
        foreach (var batch in Candidates(c).Order().Chunk(AircraftAtOnce))
            foreach (var flight in Load(batch.ToHashSet(), c))
                yield return flight;
    }

    private HashSet<AircraftKey> Candidates(CancellationToken c)
    {
        var (files, report) = archive.Scan(query).Run(FixSchema.Bits("address", "name"), AircraftIn, c);
        Report = Report.With(report);
        var matching = files.SelectMany(f => f).SelectMany(p => p).ToHashSet();
        if (InReachOf is not { } regions || matching.Count == 0)
            return matching;
        // A leg may begin before the time asked for, by less than the silence that cuts flights.
        var window = Window(Day, Day) with { AnyOf = matching };
        var (near, reachReport) = new ReachSearch(archive, regions, FastestKnots).Run(window, c);
        Report = Report.With(reachReport);
        return near;
    }

    private static HashSet<AircraftKey> AircraftIn(FixTable table, TextPool texts, List<int> rows)
    {
        var (found, last) = (new HashSet<AircraftKey>(), (Address: -1, Name: -1));
        foreach (var row in rows)
            if (last != (table.Address[row], table.Name[row]))
            {
                last = (table.Address[row], table.Name[row]);
                found.Add(new AircraftKey(texts[last.Address], texts[last.Name]));
            }
        return found;
    }

    /// <summary>Loads a day around the time asked for, and more where a flight may go on beyond that.</summary>
    private List<ArchivedFlight> Load(HashSet<AircraftKey> aircraft, CancellationToken c)
    {
        for (long before = Day, after = Day; ;)
        {
            var window = Window(before, after);
            var flights = Load(window with { AnyOf = aircraft }, c);
            var goesOnBefore = IsCut(window.From, flights, f => f.TimeAt(0)) && archive.Manifest.Files.Any(f => f.FirstTime < window.From!.Value.Microseconds);
            var goesOnAfter = IsCut(window.To, flights, f => f.TimeAt(f.Count - 1)) && archive.Manifest.Files.Any(f => f.LastTime > window.To!.Value.Microseconds);
            if (!goesOnBefore && !goesOnAfter)
                return flights;
            before *= goesOnBefore ? 2 : 1;
            after *= goesOnAfter ? 2 : 1;
        }
    }

    private static bool IsCut(UtcInstant? edge, List<ArchivedFlight> flights, Func<Track, UtcInstant> end) =>
        edge is { } at && flights.Exists(f => Math.Abs(end(f.Track).SecondsSince(at)) <= FlightSplitter.LongSilenceSeconds);

    private FixQuery Window(long before, long after) => new()
    {
        From = query.From is { } from ? new UtcInstant(from.Microseconds - before) : null,
        To = query.To is { } to ? new UtcInstant(to.Microseconds + after) : null,
    };

    private List<ArchivedFlight> Load(FixQuery window, CancellationToken c)
    {
        var (files, report) = archive.Scan(window).Run(FixSchema.All, (table, texts, rows) =>
        {
            var matching = new List<int>();
            _filter.Select(table, texts, matching);
            var isMatching = matching.ToHashSet();
            var fixes = FixRows.GatherAll(table, texts, rows);
            return fixes.Select((fix, i) => (Fix: fix, IsMatch: isMatching.Contains(rows[i]))).ToArray();
        }, c);
        Report = Report.With(report);
        return [.. files.SelectMany(f => f).SelectMany(p => p).GroupBy(p => FixRows.KeyOf(p.Fix.Aircraft)).OrderBy(g => g.Key).SelectMany(g => Wanted([.. g]))];
    }

    private static IEnumerable<ArchivedFlight> Wanted((ArchivedFix Fix, bool IsMatch)[] fixes)
    {
        Array.Sort(fixes, (a, b) => FixRows.ByAircraftAndTime(a.Fix, b.Fix));
        var aircraft = fixes[^1].Fix.Aircraft;
        for (var i = fixes.Length - 2; i >= 0; i--)
            if (!ReferenceEquals(fixes[i].Fix.Aircraft, fixes[i + 1].Fix.Aircraft))
                aircraft = FixRows.Named(aircraft, fixes[i].Fix.Aircraft);
        var builder = new TrackBuilder(aircraft, "archive");
        foreach (var (fix, _) in fixes)
        {
            builder.Add(fix.Fix);
            builder.NoteCallsign(fix.Fix.Time, fix.Callsign);
        }
        foreach (var flight in FlightSplitter.Split(builder.Build()))
        {
            var (start, end) = (flight.TimeAt(0), flight.TimeAt(flight.Count - 1));
            var own = fixes.Where(f => f.Fix.Fix.Time >= start && f.Fix.Fix.Time <= end).ToArray();
            if (own.Any(f => f.IsMatch))
                yield return new ArchivedFlight(flight, [.. own.Select(f => f.Fix.Input).Distinct().Order()]);
        }
    }
}

using Overflight.Airspace;
using Overflight.Airspace.Verdicts;
using Overflight.Archive;
using Overflight.Archive.Querying;
using Overflight.Cli.Running;
using Overflight.Cli.Verbs;
using Overflight.Dossiers;
using Overflight.Feeds;
using Overflight.Patterns;
using Overflight.Patterns.Integrity;

namespace Overflight.Cli.Archives;

/// <summary>Answers with whole flights and their verdicts, in the form that <c>analyze</c> gives them.</summary>
internal static class VerdictRun
{
    public static int Run(FixArchive archive, AirspaceIndex index, QueryRequest request, FixQuery query, IReadOnlyList<AirspaceRegion> regions, string command, CancellationToken cancellation)
    {
        var wanted = request.Verdict switch
        {
            "entered" => AirspaceVerdictKind.Entered,
            "cannot-be-ruled-out" => AirspaceVerdictKind.CannotBeRuledOut,
            _ => AirspaceVerdictKind.DidNotEnter,
        };
        var examiner = new FlightExaminer(new FlightAnalyzer(index, new AnalyzerOptions { Regions = regions, MaxSpeedKnots = request.MaxSpeedKnots }));
        var search = new FlightSearch(archive, query)
        {
            InReachOf = wanted == AirspaceVerdictKind.DidNotEnter ? null : regions,
            FastestKnots = request.MaxSpeedKnots ?? Tracks.SpeedBound.GreatestKnots,
        };
        // A flight of several inputs is named by all of them, and no file is called so: its records cannot be told apart.
        var frames = new ArchivedFrames(archive.Inputs);
        using var writers = WriterChoice.Open(
            request.Format, request.Output, index, request.WithEvidence ? (input, records) => frames.Of(input, records, cancellation) : null);
        writers.Writer.Begin(new AnalysisHeader(ProgramVersion.Text, command, index.Sources));
        var (used, interference) = (new SortedSet<int>(), new InterferenceMap());
        foreach (var flight in search.Run(cancellation))
        {
            var examination = examiner.ExamineFlight(flight.Track);
            if (!examination.Verdicts.Any(v => v.Kind == wanted))
                continue;
            used.UnionWith(flight.Inputs);
            interference.Add(examination.Flight);
            writers.Writer.Flight(string.Join(", ", flight.Inputs.Select(i => archive.Inputs[i].Name)), examination);
        }
        foreach (var input in used)
            writers.Writer.Input(ReportOf(archive.Inputs[input]));
        writers.Writer.Interference(interference.Areas());
        writers.Writer.Finish();
        writers.Commit();
        return QueryRun.Told(search.Report.Damaged.Values);
    }

    /// <summary>What the archive knows of the reading that brought an input.</summary>
    private static ReadReport ReportOf(InputRecord input) => new()
    {
        File = input.Name,
        Format = Enum.TryParse<TrackFormat>(input.Format, out var format) ? format : null,
        Bytes = input.Bytes,
        Sha256 = input.Sha256,
        FixesRead = input.Fixes,
        Rejected = input.Rejected,
        RejectedByKind = new Dictionary<string, long>(),
        Problems = [],
        IsComplete = input.IsComplete,
        Notes = [],
    };
}

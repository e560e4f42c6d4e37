using System.CommandLine;
using System.Text;
using Overflight.Cli.Papers;
using Overflight.Cli.Running;
using Overflight.Notices.Deadlines;

namespace Overflight.Cli.Verbs.Papers;

/// <summary><c>papers duties</c>: what is due, and what is overdue.</summary>
internal static class PapersDutiesVerb
{
    public static Command Create()
    {
        var (folder, at) = (PapersOptions.Folder(), PapersOptions.At());
        var tracks = new Option<string[]>("--track") { Description = "SORTIE=FILE: the track of a flown sortie, which shows what it entered; may be given often", DefaultValueFactory = _ => [] };
        var format = new Option<string>("--format") { Description = "text, json or ics (iCalendar)", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "json", "ics");
        var output = new Option<string?>("--out") { Description = "a file, which appears when it is whole" };
        var command = new Command("duties", "List all that is due by the papers: notices, reviews, what must be in writing, what ends, what must be evaluated and deleted. Overdue first.") { folder, at, tracks, format, output };
        command.SetAction(parsed =>
        {
            var now = PapersOptions.TimeOf(parsed.GetValue(at), "--at");
            var flights = SortieTracks.Parse(parsed.GetValue(tracks)!);
            var (documents, problems) = PapersOptions.Read(parsed.GetValue(folder)!);
            var deadlines = DeadlineList.Of(documents, now, flights.Count == 0 ? null : SortieTracks.Duties(flights, documents, now));
            var without = DeadlineList.WithoutTrack(documents, now, flights.Keys);
            using var target = new OutputTarget(parsed.GetValue(output));
            switch (parsed.GetValue(format))
            {
                case "json":
                    DeadlineJson.Write(target.Stream, deadlines, now, without, problems);
                    break;
                case "ics":
                    target.Stream.Write(DeadlineCalendar.Write(deadlines, now));
                    break;
                default:
                    using (var text = new StringWriter())
                    {
                        DeadlineText.Write(text, deadlines, now, without);
                        target.Stream.Write(Encoding.UTF8.GetBytes(text.ToString()));
                    }
                    break;
            }
            target.Commit();
            return PapersOptions.CodeOf(problems);
        });
        return command.WithExamples(
            "overflight papers duties papers/",
            "overflight papers duties papers/ --at 2026-03-01T00:00:00Z --track lantern-1=trace_full_ae1234.json.gz --format json",
            "overflight papers duties papers/ --format ics --out duties.ics");
    }
}

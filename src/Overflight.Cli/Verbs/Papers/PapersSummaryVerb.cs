using System.CommandLine;
using System.Text;
using Overflight.Cli.Archives;
using Overflight.Cli.Running;
using Overflight.Cli.Verbs.Records;
using Overflight.Notices.Summaries;
using Overflight.Record;
using Overflight.Tracks;

namespace Overflight.Cli.Verbs.Papers;

/// <summary><c>papers summary</c>: what the public is told of a programme.</summary>
internal static class PapersSummaryVerb
{
    public static Command Create()
    {
        var programme = new Argument<string>("PROGRAMME") { Description = "the programme" };
        var (folder, record, vault, compartmentKeys, at) = (PapersOptions.Folder(), PapersOptions.OptionalRecord(), PapersOptions.Vault(), VaultOptions.CompartmentKeys(isRequired: false), PapersOptions.At());
        var from = new Option<string>("--from") { Description = "the first day or instant", Required = true };
        var to = new Option<string>("--to") { Description = "the last day or instant", Required = true };
        var format = new Option<string>("--format") { Description = "text, json or html", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "json", "html");
        var output = new Option<string?>("--out") { Description = "a file, which appears when it is whole" };
        var command = new Command("summary", "Sum up a programme for the public: sorties, hours, places to a degree, purposes, refusals, notices, complaints, audits; each number with the entries that it counts.")
            { programme, folder, from, to, record, vault, compartmentKeys, at, format, output };
        command.SetAction(parsed =>
        {
            var first = QueryArguments.Time(parsed.GetValue(from), "--from", isEnd: false)!.Value;
            var last = QueryArguments.Time(parsed.GetValue(to), "--to", isEnd: true)!.Value;
            if (last < first)
                throw new UserError("--to is before --from");
            var path = parsed.GetValue(record);
            var (documents, problems) = PapersOptions.Read(parsed.GetValue(folder)!);
            var (now, id) = (PapersOptions.TimeOf(parsed.GetValue(at), "--at"), parsed.GetValue(programme)!);
            if (documents.At<Authority.Documents.Programme>(id, now) is null)
                throw new UserError($"there is no programme \"{id}\" in {parsed.GetValue(folder)} at {now}");
            return PapersOptions.WithVault(parsed.GetValue(vault), path, parsed.GetValue(compartmentKeys)!, (opened, _) =>
            {
                var summary = SummaryBuilder.Make(documents, path is null ? null : SummaryRecord.Read(new RecordReader(path), opened), id, new(first, new UtcInstant(last.Microseconds + 1)), now);
                using var target = new OutputTarget(parsed.GetValue(output));
                if (parsed.GetValue(format) == "json")
                {
                    SummaryJson.Write(target.Stream, summary);
                }
                else
                {
                    using var text = new StringWriter();
                    if (parsed.GetValue(format) == "html")
                        SummaryHtml.Write(text, summary);
                    else
                        SummaryText.Write(text, summary);
                    target.Stream.Write(Encoding.UTF8.GetBytes(text.ToString()));
                }
                target.Commit();
                return Task.FromResult(PapersOptions.CodeOf(problems));
            });
        });
        return command.WithExamples(
            "overflight papers summary lantern papers/ --from 2026-01-01 --to 2026-12-31 --record lantern/",
            "overflight papers summary lantern papers/ --from 2026-01-01 --to 2026-12-31 --record lantern/ --format html --out summary-2026.html");
    }
}

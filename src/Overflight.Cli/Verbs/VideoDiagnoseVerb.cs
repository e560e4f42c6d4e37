using System.CommandLine;
using Overflight.Cli.Running;
using Overflight.Cli.Video.Diagnosis;

namespace Overflight.Cli.Verbs;

/// <summary><c>video diagnose</c>.</summary>
internal static class VideoDiagnoseVerb
{
    public static Command Create()
    {
        var file = new Argument<string>("FILE") { Description = "a transport stream or bare KLV; - reads standard input" };
        var format = new Option<string>("--format") { Description = "text, json or html", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "json", "html");
        var output = new Option<string?>("--out") { Description = "write the diagnosis to this file" };
        var repair = new Option<string?>("--repair") { Description = "write a copy with what can be put right put right, and a note of what was changed beside it (.repair.json)" };
        var command = new Command("diagnose", "What is wrong with a stream, what shows it, what it does to a reader, and how to read the stream right. Exit code 1 where a reader by the standard is misled.")
        {
            file, format, output, repair,
        };
        command.SetAction(parsed => DiagnosisRun.Run(
            parsed.GetValue(file)!, parsed.GetValue(format)!, parsed.GetValue(output), parsed.GetValue(repair), CommandLineText.Of(parsed.Tokens.Select(t => t.Value))));
        return command.WithExamples(
            "overflight video diagnose flight.ts",
            "overflight video diagnose flight.ts --format html --out flight.html",
            "overflight video diagnose flight.klv --repair mended.klv");
    }
}

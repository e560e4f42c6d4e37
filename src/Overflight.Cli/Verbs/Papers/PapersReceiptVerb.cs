using System.CommandLine;
using Overflight.Cli.Records;
using Overflight.Cli.Running;
using Overflight.Cli.Verbs.Records;
using Overflight.Notices.Telling;

namespace Overflight.Cli.Verbs.Papers;

/// <summary><c>papers receipt</c>: an office has a notice.</summary>
internal static class PapersReceiptVerb
{
    public static Command Create()
    {
        var notice = new Argument<string>("NOTICE") { Description = "the notice" };
        var office = new Argument<string>("OFFICE") { Description = "the office that confirms it, as in the recipient set" };
        var (folder, format) = (PapersOptions.Folder(), RecordOptions.Format());
        var at = new Option<string>("--at") { Description = "when the office had it, RFC 3339", Required = true };
        var command = new Command("receipt", "Write the next version of a notice with an office's receipt added, in a file of its own; print the file. Record it with \"papers record\".") { notice, office, folder, at, format };
        command.SetAction(parsed =>
        {
            try
            {
                var (written, file) = ReceiptWriter.Write(parsed.GetValue(folder)!, parsed.GetValue(notice)!, parsed.GetValue(office)!, PapersOptions.TimeOf(parsed.GetValue(at), "--at"), PapersOptions.Now);
                if (parsed.GetValue(format) == "json")
                {
                    JsonLine.Write(json =>
                    {
                        json.WriteString("document", written.Citation);
                        json.WriteString("sha256", written.Sha256);
                        json.WriteString("file", file);
                    });
                }
                else
                {
                    Console.WriteLine(file);
                }
                return ExitCode.Done;
            }
            catch (InvalidDataException error)
            {
                throw new UserError(error.Message, ExitCode.AnswerIsNo);
            }
        });
        return command.WithExamples("overflight papers receipt lantern-new \"Senate committee\" papers/ --at 2026-03-02T09:30:00Z");
    }
}

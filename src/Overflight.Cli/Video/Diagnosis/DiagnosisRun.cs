using System.Text;
using Overflight.Cli.Running;
using Overflight.Dossiers.Diagnosis;
using Overflight.Misb.Diagnosis;
using Overflight.Misb.Diagnosis.Repairing;

namespace Overflight.Cli.Video.Diagnosis;

/// <summary>Diagnoses a file.</summary>
internal static class DiagnosisRun
{
    public static int Run(string path, string format, string? output, string? repair, string command)
    {
        using var input = new Footprints.SeekableInput(path);
        using var progress = new ProgressLine();
        var diagnoser = new StreamDiagnoser();
        var isTransportStream = VideoInput.Read(input.Path, path, diagnoser, diagnoser.Bare, stream => progress.Tell(() => $"{100 * stream.Position / Math.Max(1, stream.Length)} %")) is not null;
        var diagnosis = diagnoser.Conclude();
        var repairs = repair is null ? [] : Repair(path, input.Path, repair, diagnosis, isTransportStream, command);
        var header = new DiagnosisHeader(ProgramVersion.Text, command, path, isTransportStream, repairs);
        using var target = new OutputTarget(output);
        switch (format)
        {
            case "json":
                DiagnosisJson.Write(target.Stream, header, diagnosis);
                target.Stream.WriteByte((byte)'\n');
                break;
            case "html":
                using (var page = new StreamWriter(target.Stream, new UTF8Encoding(false), leaveOpen: true))
                    DiagnosisHtml.Write(page, header, diagnosis);
                break;
            default:
                using (var text = new StreamWriter(target.Stream, new UTF8Encoding(false), leaveOpen: true))
                    DiagnosisText.Write(text, header, diagnosis);
                break;
        }
        target.Commit();
        return diagnosis.HasErrors ? ExitCode.AnswerIsNo : ExitCode.Done;
    }

    /// <summary>Writes the copy and, beside it, what was changed.</summary>
    private static IReadOnlyList<string> Repair(string name, string path, string output, StreamDiagnosis diagnosis, bool isTransportStream, string command)
    {
        if (Path.GetFullPath(path) == Path.GetFullPath(output))
            throw new UserError("--repair names the file that is read; give another name");
        var repair = new StreamRepair(diagnosis);
        using (var target = new OutputTarget(output))
        {
            if (isTransportStream)
                repair.TransportStream(() => VideoInput.Open(path), target.Stream);
            else
                repair.Bare(File.ReadAllBytes(path), target.Stream);
            target.Commit();
        }
        using (var note = new OutputTarget(output + ".repair.json"))
        {
            RepairJson.Write(note.Stream, ProgramVersion.Text, command, name, output, repair.Notes);
            note.Commit();
        }
        return [.. repair.Notes.Select(RepairJson.Sentence)];
    }
}

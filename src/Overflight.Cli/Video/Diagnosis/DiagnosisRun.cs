using System.Text;
using Overflight.Cli.Running;
using Overflight.Dossiers.Diagnosis;
using Overflight.Misb.Diagnosis;
using Overflight.Misb.Diagnosis.Repairing;
using Overflight.Misb.Klv;
using Overflight.Misb.Ts;

namespace Overflight.Cli.Video.Diagnosis;

/// <summary>Diagnoses a file.</summary>
internal static class DiagnosisRun
{
    private const int LargestBareKlv = 1 << 30;

    public static int Run(string path, string format, string? output, string? repair, string command)
    {
        using var input = new Footprints.SeekableInput(path);
        using var progress = new ProgressLine();
        var (diagnosis, isTransportStream) = Diagnose(path, input.Path, progress);
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
                repair.TransportStream(() => KlvFile.OpenInput(path), target.Stream);
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

    private static (StreamDiagnosis Diagnosis, bool IsTransportStream) Diagnose(string name, string path, ProgressLine progress)
    {
        var diagnoser = new StreamDiagnoser();
        using var stream = KlvFile.OpenInput(path);
        var head = new byte[UniversalKey.Prefix.Length];
        var read = stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        if (read == 0)
            throw new UserError($"{name}: is empty", ExitCode.InputUnreadable);
        if (head.AsSpan(0, read).SequenceEqual(UniversalKey.Prefix))
        {
            if (stream.Length > LargestBareKlv)
                throw new UserError($"{name}: is bare KLV of more than {LargestBareKlv >> 20} MB; cut it into parts", ExitCode.InputUnreadable);
            diagnoser.Bare(File.ReadAllBytes(path));
            return (diagnoser.Conclude(), false);
        }
        var demuxer = new TsDemuxer(diagnoser);
        demuxer.Write(head.AsSpan(0, read));
        var buffer = new byte[1 << 18];
        for (int count; (count = stream.Read(buffer)) > 0;)
        {
            demuxer.Write(buffer.AsSpan(0, count));
            progress.Tell(() => $"{100 * stream.Position / Math.Max(1, stream.Length)} %");
        }
        demuxer.Complete();
        if (demuxer.Statistics.Packets == 0)
            throw new UserError($"{name}: holds neither a transport stream nor a KLV key at its start", ExitCode.InputUnreadable);
        return (diagnoser.Conclude(), true);
    }
}

using System.Security.Cryptography;
using System.Text;
using Overflight.Record.Notes;
using Overflight.Record.Storage;
using Overflight.Storage;

namespace Overflight.Record.Witnessing;

/// <summary>The last checkpoint cosigned for each log, one file each, and signed heads that contradict them.</summary>
internal sealed class WitnessState : IDisposable
{
    /// <summary>A log that shows ever new versions fills no disk.</summary>
    private const int MostEvidence = 100;

    private readonly string _folder;
    private readonly FileStream _lock;

    public WitnessState(string folder)
    {
        _folder = Path.GetFullPath(folder);
        Directory.CreateDirectory(_folder);
        _lock = ExclusiveFile.Take(Path.Combine(_folder, "lock"), $"{_folder}: another witness uses this folder now; two with one memory could cosign two heads");
    }

    public SignedNote? Read(string origin)
    {
        var path = PathOf(origin);
        if (!File.Exists(path))
            return null;
        try
        {
            var note = SignedNote.Parse(File.ReadAllBytes(path));
            return Checkpoint.Of(note).Origin == origin ? note : throw new RecordException("it is another log's");
        }
        catch (RecordException error)
        {
            throw new RecordException($"{path}: the memory of {origin} is damaged ({error.Message}); nothing is cosigned without it", error);
        }
    }

    public void Write(Checkpoint head, SignedNote note) => DurableFile.Write(PathOf(head.Origin), Path.Combine(_folder, "new"), note.ToBytes());

    public void KeepAsEvidence(Checkpoint head, SignedNote note)
    {
        var folder = Directory.CreateDirectory(PathOf(head.Origin) + ".contradictions");
        if (folder.EnumerateFiles().Count() < MostEvidence)
            DurableFile.Write(Path.Combine(folder.FullName, $"{head.Size}-{head.Root.ToBase64Url()[..12]}"), Path.Combine(_folder, "new"), note.ToBytes());
    }

    public void Dispose() => _lock.Dispose();

    private string PathOf(string origin) => Path.Combine(_folder, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(origin))));
}

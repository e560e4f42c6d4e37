using System.Security.Cryptography;
using Overflight.Record.Notes;

namespace Overflight.Record.Storage;

/// <summary>Where the files of a log are. All but <c>.record</c> is as C2SP tlog-tiles has it.</summary>
internal sealed class LogFolder(string path)
{
    /// <summary>Begins the line of a key that the log no longer signs with; old checkpoints are still verified with it.</summary>
    public const string RetiredMark = "retired ";

    public string Root { get; } = Path.GetFullPath(path);

    public string Checkpoint => Path.Combine(Root, "checkpoint");

    /// <summary>The writer's own folder: public, but nobody needs it to verify.</summary>
    public string Own => Path.Combine(Root, ".record");

    public string Journal => Path.Combine(Own, "journal");

    /// <summary>The journal that takes the place of <see cref="Journal"/> as soon as all of that is in tiles; there only until then.</summary>
    public string NextJournal => Path.Combine(Own, "journal.next");

    public string Lock => Path.Combine(Own, "lock");

    public string Keys => Path.Combine(Own, "keys");

    public string Subjects => Path.Combine(Own, "subjects");

    /// <summary>Cosigned checkpoints that were published, one file each, named by size.</summary>
    public string History => Path.Combine(Own, "history");

    /// <summary>Where files are written before they are renamed into their place.</summary>
    public string Temporary => Path.Combine(Own, "tmp");

    public bool Exists => File.Exists(Keys);

    public string Tile(int level, long index, int width = Tiles.TilePath.Width) => Path.Combine(Root, Tiles.TilePath.Of(level, index, width));

    public string TemporaryFile(string name) => Path.Combine(Temporary, name);

    /// <summary>The public keys that this log signs with, newest last; or these and those that it no longer does.</summary>
    public IReadOnlyList<NoteVerifier> ReadKeys(bool withRetired = false)
    {
        if (!Exists)
            throw new RecordException($"{Root}: is no record; \"overflight record init {Root} --origin NAME --key KEYFILE\" makes one");
        var lines = File.ReadAllLines(Keys).Where(line => line.Length > 0);
        return [.. lines.Where(line => withRetired || !line.StartsWith(RetiredMark, StringComparison.Ordinal))
            .Select(line => NoteVerifier.Parse(line.StartsWith(RetiredMark, StringComparison.Ordinal) ? line[RetiredMark.Length..] : line))];
    }

    /// <summary>Where a cosigned checkpoint is kept. The name holds its hash, so that damage shows.</summary>
    public string HistoryFile(long size, ReadOnlySpan<byte> note) => Path.Combine(History, $"{size}-{Convert.ToHexStringLower(SHA256.HashData(note))[..32]}");

    public SignedNote? ReadCheckpoint()
    {
        try
        {
            return SignedNote.Parse(File.ReadAllBytes(Checkpoint));
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
        catch (RecordException error)
        {
            throw new RecordException(Checkpoint, error.Message, error);
        }
    }
}

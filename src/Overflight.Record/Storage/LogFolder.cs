using Overflight.Record.Notes;

namespace Overflight.Record.Storage;

/// <summary>Where the files of a log are. All but <c>.record</c> is as C2SP tlog-tiles has it.</summary>
internal sealed class LogFolder(string path)
{
    public string Root { get; } = Path.GetFullPath(path);

    public string Checkpoint => Path.Combine(Root, "checkpoint");

    /// <summary>The writer's own folder: public, but nobody needs it to verify.</summary>
    public string Own => Path.Combine(Root, ".record");

    public string Journal => Path.Combine(Own, "journal");

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

    /// <summary>The public keys that this log signs with, newest last.</summary>
    public IReadOnlyList<NoteVerifier> ReadKeys()
    {
        if (!Exists)
            throw new RecordException($"{Root}: is no record; \"overflight record init {Root} --origin NAME --key KEYFILE\" makes one");
        return [.. File.ReadAllLines(Keys).Where(line => line.Length > 0).Select(NoteVerifier.Parse)];
    }

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
            throw new RecordException($"{Checkpoint}: {error.Message}", error);
        }
    }
}

namespace Overflight.Record.Storage;

/// <summary>Holds a log for its one writer; the operating system lets go of it when the program ends, however it ends.</summary>
internal sealed class LogFolderLock : IDisposable
{
    private readonly FileStream _file;

    private LogFolderLock(FileStream file) => _file = file;

    /// <exception cref="RecordException">There is no log, or another program writes it.</exception>
    public static LogFolderLock Take(LogFolder folder)
    {
        if (!folder.Exists)
            folder.ReadKeys();
        return new(ExclusiveFile.Take(folder.Lock, $"{folder.Root}: another program writes this record now, and a record has one writer"));
    }

    public void Dispose() => _file.Dispose();
}

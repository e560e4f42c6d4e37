namespace Overflight.Archive.Storage;

/// <summary>An advisory lock on a file (flock), which ends with the process however it ends.</summary>
internal sealed class FolderLock : IDisposable
{
    private readonly FileStream? _stream;

    private FolderLock(FileStream? stream) => _stream = stream;

    /// <summary>Alone, or null where somebody holds it.</summary>
    public static FolderLock? TryAlone(string path)
    {
        try
        {
            return new FolderLock(new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1));
        }
        catch (IOException error) when (error is not (FileNotFoundException or DirectoryNotFoundException))
        {
            return null;
        }
    }

    /// <summary>Shared with others. Where the file cannot be had (a copy without it), nobody can be deleting either.</summary>
    /// <exception cref="IOException">Somebody has held it alone for ten seconds.</exception>
    public static FolderLock Shared(string path)
    {
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                return new FolderLock(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1));
            }
            catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
            {
                return new FolderLock(null);
            }
            catch (IOException) when (attempt < 1000)
            {
                // Held for as long as deleting a few files takes.
                Thread.Sleep(10);
            }
        }
    }

    public void Dispose() => _stream?.Dispose();
}

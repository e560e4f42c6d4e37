using System.Text;

namespace Overflight.Record.Notes;

/// <summary>A file that holds one private key, and that nobody but its owner can read.</summary>
public static class KeyFile
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Reads the key.</summary>
    /// <exception cref="RecordException">There is none, or others can read the file.</exception>
    public static NoteSigner Load(string path)
    {
        try
        {
            RefuseIfOpenToOthers(path);
            return NoteSigner.Parse(File.ReadAllText(path).Trim());
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new RecordException($"{path}: there is no such key file; \"overflight record init\" makes a log's, \"overflight record key\" any other", error);
        }
        catch (RecordException error)
        {
            throw new RecordException(path, error.Message, error);
        }
    }

    /// <summary>Writes a key into a new file, readable by its owner only.</summary>
    /// <exception cref="RecordException">The file is there already: a key is never overwritten.</exception>
    public static void Save(string path, NoteSigner signer)
    {
        ArgumentNullException.ThrowIfNull(signer);
        WriteSecret(path, signer.ToPrivateText());
    }

    /// <summary>Refuses a key file inside a folder that others are given.</summary>
    /// <exception cref="RecordException">It is inside.</exception>
    public static void RefuseInside(string folder, string path)
    {
        if (IsInside(folder, path))
            throw new RecordException($"{path}: a key is never kept in the log's folder, which is there to be shown to everybody; keep it elsewhere");
    }

    /// <summary>Whether a path leads into a folder, links followed.</summary>
    public static bool IsInside(string folder, string path) =>
        (RealPath(path) + Path.DirectorySeparatorChar).StartsWith(RealPath(folder).TrimEnd(Path.DirectorySeparatorChar) + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    internal static void WriteSecret(string path, string secret)
    {
        if (Path.GetDirectoryName(Path.GetFullPath(path)) is { } folder)
            Directory.CreateDirectory(folder);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = OwnerOnly;
        try
        {
            using var stream = new FileStream(path, options);
            stream.Write(Encoding.UTF8.GetBytes(secret + "\n"));
            stream.Flush(flushToDisk: true);
        }
        catch (IOException error) when (File.Exists(path))
        {
            throw new RecordException($"{path}: is there already, and a key is never overwritten", error);
        }
        Overflight.Storage.DurableFile.FlushFolder(Path.GetDirectoryName(Path.GetFullPath(path))!);
    }

    internal static void RefuseIfOpenToOthers(string path)
    {
        if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(path) & ~(OwnerOnly | UnixFileMode.UserExecute)) != 0)
            throw new RecordException($"others can read this key; take that right away first: chmod 600 {path}");
    }

    /// <summary>The path without symbolic links in any part that exists.</summary>
    private static string RealPath(string path)
    {
        var full = Path.GetFullPath(path);
        if (Path.GetDirectoryName(full) is not { } parent)
            return full;
        FileSystemInfo info = Directory.Exists(full) ? new DirectoryInfo(full) : new FileInfo(full);
        return info.Exists && info.ResolveLinkTarget(true) is { } target ? RealPath(target.FullName) : Path.Combine(RealPath(parent), Path.GetFileName(full));
    }
}

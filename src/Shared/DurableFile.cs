using System.Runtime.InteropServices;

namespace Overflight.Storage;

/// <summary>
/// Files that are there wholly or not at all, also after a crash or loss of power: written under another name, flushed to the
/// disk, renamed, and the folder flushed.
/// </summary>
internal static partial class DurableFile
{
    /// <summary>Writes a file as a whole.</summary>
    public static void Write(string path, string temporary, ReadOnlySpan<byte> bytes) => Write(path, temporary, bytes, isPrivate: false, overwrite: true);

    /// <summary>Writes a file as a whole that nobody but its owner can read.</summary>
    public static void WritePrivate(string path, string temporary, ReadOnlySpan<byte> bytes) => Write(path, temporary, bytes, isPrivate: true, overwrite: true);

    /// <summary>Writes a file as a whole where there is none.</summary>
    /// <exception cref="IOException">There is one; it is as it was.</exception>
    public static void WriteNew(string path, string temporary, ReadOnlySpan<byte> bytes) => Write(path, temporary, bytes, isPrivate: false, overwrite: false);

    private static void Write(string path, string temporary, ReadOnlySpan<byte> bytes, bool isPrivate, bool overwrite)
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write, Share = FileShare.None, BufferSize = 1 };
        if (isPrivate && !OperatingSystem.IsWindows())
        {
            // One that a stopped run has left would keep its own mode.
            File.Delete(temporary);
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }
        using (var stream = new FileStream(temporary, options))
        {
            stream.Write(bytes);
            stream.Flush(flushToDisk: true);
        }
        try
        {
            File.Move(temporary, path, overwrite);
        }
        catch (IOException) when (!overwrite)
        {
            File.Delete(temporary);
            throw;
        }
        FlushFolder(Path.GetDirectoryName(path)!);
    }

    /// <summary>Flushes a file that is there to the disk.</summary>
    public static void Flush(string path)
    {
        using var handle = File.OpenHandle(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete);
        RandomAccess.FlushToDisk(handle);
    }

    /// <summary>Flushes a folder's entries to the disk, so that a rename in it outlives a loss of power.</summary>
    public static void FlushFolder(string folder)
    {
        if (OperatingSystem.IsWindows())
            return;
        // FileStream refuses folders; POSIX wants fsync on one.
        var descriptor = Open(folder, 0);
        if (descriptor < 0)
            throw new IOException($"{folder}: cannot be opened to be flushed (errno {Marshal.GetLastPInvokeError()})");
        try
        {
            if (Sync(descriptor) != 0)
                throw new IOException($"{folder}: cannot be flushed to the disk (errno {Marshal.GetLastPInvokeError()})");
        }
        finally
        {
            _ = Close(descriptor);
        }
    }

    /// <summary>
    /// Flushes all that was written to the file system that a folder is on: one call for many files. Errors of writing back are
    /// told by Linux 5.8 and later; elsewhere each file is flushed by itself.
    /// </summary>
    public static bool TryFlushFileSystem(string folder)
    {
        if (!OperatingSystem.IsLinux() || Environment.OSVersion.Version < new Version(5, 8))
            return false;
        var descriptor = Open(folder, 0);
        if (descriptor < 0)
            throw new IOException($"{folder}: cannot be opened to be flushed (errno {Marshal.GetLastPInvokeError()})");
        try
        {
            if (SyncFileSystem(descriptor) != 0)
                throw new IOException($"{folder}: its file system cannot be flushed to the disk (errno {Marshal.GetLastPInvokeError()})");
            return true;
        }
        finally
        {
            _ = Close(descriptor);
        }
    }

    [LibraryImport("libc", EntryPoint = "syncfs", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int SyncFileSystem(int descriptor);

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "fsync", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Sync(int descriptor);

    [LibraryImport("libc", EntryPoint = "close")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Close(int descriptor);
}

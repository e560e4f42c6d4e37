using Overflight.Storage;

namespace Overflight.Record.Storage;

/// <summary>Tiles and entry bundles to be written; the log's folder has one such lot in work at a time.</summary>
/// <param name="folder">The log's folder.</param>
/// <param name="files">Paths and bytes.</param>
/// <param name="superseded">Partial tiles of the lot before that the tree of this one does not have.</param>
internal sealed class TileFiles(LogFolder folder, IReadOnlyList<(string Path, byte[] Bytes)> files, IReadOnlyList<string> superseded)
{
    /// <summary>Up to this many files, each is flushed by itself; more, and the whole file system is.</summary>
    private const int FewFiles = 24;

    /// <summary>Writes the files and makes them durable.</summary>
    /// <param name="isAwaited">Whether somebody waits for them: then on all cores. In the background that would hold up who is awaited.</param>
    public void Write(bool isAwaited)
    {
        foreach (var parent in files.Select(file => Path.GetDirectoryName(file.Path)!).Distinct())
            Directory.CreateDirectory(parent);
        if (!isAwaited || files.Count <= FewFiles)
        {
            for (var i = 0; i < files.Count; i++)
                WriteFile(i);
        }
        else
        {
            Parallel.For(0, files.Count, WriteFile);
        }
        if (files.Count <= FewFiles || !DurableFile.TryFlushFileSystem(folder.Root))
        {
            foreach (var (path, _) in files)
                DurableFile.Flush(path);
            foreach (var parent in files.SelectMany(file => Ancestors(file.Path)).Distinct())
                DurableFile.FlushFolder(parent);
        }
    }

    public void RemoveSuperseded()
    {
        foreach (var path in superseded)
            File.Delete(path);
    }

    private void WriteFile(int number)
    {
        var (path, bytes) = files[number];
        var temporary = folder.TemporaryFile($"tile{number}");
        // Nobody else knows the name, so the file needs no lock of its own.
        using (var handle = File.OpenHandle(temporary, FileMode.Create, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete))
            RandomAccess.Write(handle, bytes, 0);
        File.Move(temporary, path, overwrite: true);
    }

    /// <summary>The folders from a tile's own up to the log's: any of them may be new.</summary>
    private IEnumerable<string> Ancestors(string path)
    {
        for (var parent = Path.GetDirectoryName(path)!; parent.Length >= folder.Root.Length; parent = Path.GetDirectoryName(parent)!)
            yield return parent;
    }
}

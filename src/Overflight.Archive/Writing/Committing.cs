using System.Security.Cryptography;
using Overflight.Archive.Storage;
using Overflight.Storage;

namespace Overflight.Archive.Writing;

/// <summary>Makes staged files part of the archive, and clears away what never became or no longer is part of it.</summary>
internal static class Committing
{
    /// <summary>
    /// Files get their names, their folders are flushed, and then the manifest is replaced: a crash before that leaves the archive
    /// as it was, and the files without mention for the next writer to delete.
    /// </summary>
    public static Manifest Commit(ArchiveLayout layout, Manifest manifest, IReadOnlyList<StagedFile> staged, IReadOnlyList<InputRecord> inputs, IReadOnlyCollection<string> replaced)
    {
        var generation = manifest.Generation + 1;
        foreach (var folder in staged.SelectMany(s => s.Moves()).GroupBy(m => Path.GetDirectoryName(layout.PathOf(m.Name))!))
        {
            if (!Directory.Exists(folder.Key))
            {
                Directory.CreateDirectory(folder.Key);
                DurableFile.FlushFolder(layout.Folder);
            }
            foreach (var (temporary, name) in folder)
                File.Move(temporary, layout.PathOf(name), overwrite: true);
            DurableFile.FlushFolder(folder.Key);
        }
        var lists = manifest.InputFiles;
        if (inputs.Count > 0)
        {
            var name = ArchiveLayout.InputFile(generation);
            var bytes = InputList.ToBytes(inputs);
            if (!Directory.Exists(layout.PathOf("inputs")))
            {
                Directory.CreateDirectory(layout.PathOf("inputs"));
                DurableFile.FlushFolder(layout.Folder);
            }
            DurableFile.Write(layout.PathOf(name), Path.Combine(layout.Temporary, "inputs.jsonl"), bytes);
            lists = [.. lists, new Manifest.InputFile(name, inputs[0].Number, inputs.Count, Convert.ToHexStringLower(SHA256.HashData(bytes)))];
        }
        var restated = staged.Select(s => s.File.Name).ToHashSet();
        var next = manifest with
        {
            Generation = generation,
            Inputs = manifest.Inputs + inputs.Count,
            InputFiles = lists,
            Files = [.. manifest.Files.Where(f => !replaced.Contains(f.Name) && !restated.Contains(f.Name)).Concat(staged.Select(s => s.File)).OrderBy(f => f.Name, StringComparer.Ordinal)],
            Retired = [.. manifest.Retired.Where(r => File.Exists(layout.PathOf(r))), .. replaced],
        };
        next.Commit(layout);
        return next;
    }

    /// <summary>
    /// Deletes left-over temporaries and files that no manifest mentions; replaced ones only while nobody reads, for a reader
    /// may have begun when they were part of the archive.
    /// </summary>
    public static void Clear(ArchiveLayout layout, Manifest manifest)
    {
        foreach (var file in Directory.EnumerateFiles(layout.Temporary))
            File.Delete(file);
        var known = manifest.Files.SelectMany(f => f.Names()).Concat(manifest.InputFiles.Select(f => f.Name)).Concat(manifest.Retired).ToHashSet();
        foreach (var name in layout.Present().Where(n => !known.Contains(n)).ToList())
            File.Delete(layout.PathOf(name));
        if (manifest.Retired.Count == 0)
            return;
        using var alone = FolderLock.TryAlone(layout.ReaderLock);
        if (alone is null)
            return;
        foreach (var name in manifest.Retired)
            File.Delete(layout.PathOf(name));
    }
}

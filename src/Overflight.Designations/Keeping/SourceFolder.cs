using System.Security.Cryptography;
using Overflight.Designations.Reading;
using Overflight.Storage;

namespace Overflight.Designations.Keeping;

/// <summary>The files of lists as they came, each under the SHA-256 of its bytes.</summary>
internal sealed class SourceFolder(string folder)
{
    public string PathOf(SourceFile file) => Path.Combine(folder, file.Sha256);

    /// <summary>Copies a file in, hashing what is written; a copy that is there already stays.</summary>
    public (SourceFile File, bool IsNew) Keep(string path)
    {
        Directory.CreateDirectory(folder);
        var temporary = Path.Combine(folder, "incoming");
        string sha256;
        long length;
        using (var source = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1))
        using (var copy = new FileStream(temporary, FileMode.Create, FileAccess.Write, FileShare.None, 1))
        using (var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256))
        {
            var buffer = new byte[1 << 16];
            for (int count; (count = source.Read(buffer)) > 0;)
            {
                hash.AppendData(buffer, 0, count);
                copy.Write(buffer, 0, count);
            }
            copy.Flush(flushToDisk: true);
            (sha256, length) = (Convert.ToHexStringLower(hash.GetHashAndReset()), copy.Length);
        }
        var file = new SourceFile(Path.GetFileName(path), sha256, length);
        if (FaultOf(file) is null)
        {
            File.Delete(temporary);
            return (file, false);
        }
        File.Move(temporary, PathOf(file), overwrite: true);
        DurableFile.FlushFolder(folder);
        return (file, true);
    }

    public void Delete(SourceFile file) => File.Delete(PathOf(file));

    /// <summary>Why a file is not as it came; null where it is.</summary>
    public string? FaultOf(SourceFile file)
    {
        var path = PathOf(file);
        if (!File.Exists(path))
            return $"{path}: missing; it was {file.Name}";
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1);
        var found = Convert.ToHexStringLower(SHA256.HashData(stream));
        return found == file.Sha256 ? null : $"{path}: changed: its SHA-256 is {found}; it was {file.Name}";
    }

    public ListSource Open(SourceFile file) => ListSource.OfFile(PathOf(file)) with { Name = file.Name };
}

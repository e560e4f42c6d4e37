namespace Overflight.Mutation;

/// <summary>Folders of built programs.</summary>
internal static class Files
{
    /// <summary>Copies a folder, so that a build meanwhile does not change what is tested.</summary>
    public static void Copy(string from, string to)
    {
        if (Directory.Exists(to))
            Directory.Delete(to, recursive: true);
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories).Where(f => !f.Contains("/TestResults/", StringComparison.Ordinal)))
        {
            var copy = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }
}

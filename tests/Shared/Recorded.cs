namespace Overflight.Testing;

/// <summary>Finds the recorded data that tests marked <c>Recorded</c> read; nobody in this project wrote it.</summary>
internal static class Recorded
{
    /// <summary>The folder named by <c>OVERFLIGHT_DATA</c>, else <c>shared/data</c> beside the repository.</summary>
    public static string Folder { get; } =
        Environment.GetEnvironmentVariable("OVERFLIGHT_DATA") is { Length: > 0 } given
            ? given
            : Path.GetFullPath(Path.Combine(Repository.Root, "..", "shared", "data"));

    /// <summary>The full path of a recorded file; skips the test, saying why, where the data is absent.</summary>
    public static string PathOf(string relative)
    {
        var path = Path.Combine(Folder, relative);
        if (!File.Exists(path))
            Assert.Skip($"recorded data absent: {path} (set OVERFLIGHT_DATA to the folder that holds MANIFEST.md)");
        return path;
    }
}

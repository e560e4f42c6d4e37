namespace Overflight.Testing;

/// <summary>Where this repository lies, found from the test's own output folder.</summary>
internal static class Repository
{
    public static string Root { get; } = Find();

    private static string Find()
    {
        for (var folder = AppContext.BaseDirectory; folder is not null; folder = Path.GetDirectoryName(folder))
            if (File.Exists(Path.Combine(folder, "Overflight.slnx")))
                return folder;
        throw new InvalidOperationException("no Overflight.slnx above " + AppContext.BaseDirectory);
    }
}

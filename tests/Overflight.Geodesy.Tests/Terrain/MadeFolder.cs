namespace Overflight.Geodesy.Tests.Terrain;

/// <summary>A folder for made terrain files, gone when the test is.</summary>
public abstract class MadeFolder : IDisposable
{
    protected string Folder { get; } = Directory.CreateTempSubdirectory("overflight-terrain").FullName;

    protected string Put(string name, byte[] bytes)
    {
        var path = Path.Combine(Folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    public void Dispose()
    {
        Directory.Delete(Folder, true);
        GC.SuppressFinalize(this);
    }
}

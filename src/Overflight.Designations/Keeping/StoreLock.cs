namespace Overflight.Designations.Keeping;

/// <summary>Lets one program at a time change a store; the operating system lets go when that program ends, however it ends.</summary>
internal static class StoreLock
{
    /// <exception cref="DesignationException">Another program changes the store.</exception>
    public static FileStream Take(string folder)
    {
        var path = Path.Combine(folder, "lock");
        try
        {
            return new(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException error) when (File.Exists(path))
        {
            throw new DesignationException($"{folder}: another program changes this store now; try again when it is done", inner: error);
        }
    }
}

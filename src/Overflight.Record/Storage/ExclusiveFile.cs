namespace Overflight.Record.Storage;

/// <summary>A file that one program holds at a time; the operating system lets go of it when the program ends, however it ends.</summary>
internal static class ExclusiveFile
{
    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(25);

    /// <summary>Holds the file.</summary>
    /// <param name="path">The file; made where it is not there.</param>
    /// <param name="refusal">What to say where another program holds it, and goes on to.</param>
    /// <param name="patience">How long to wait for that program.</param>
    /// <exception cref="RecordException">Another program holds it.</exception>
    public static FileStream Take(string path, string refusal, TimeSpan patience = default)
    {
        for (; ; patience -= s_pause)
        {
            try
            {
                return new(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException error) when (File.Exists(path))
            {
                if (patience <= TimeSpan.Zero)
                    throw new RecordException(refusal, error);
                Thread.Sleep(s_pause);
            }
        }
    }
}

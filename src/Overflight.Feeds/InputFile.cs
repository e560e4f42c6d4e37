namespace Overflight.Feeds;

/// <summary>Opens an input, undoes its compression, has it read, and reports.</summary>
internal static class InputFile
{
    /// <summary>Opens a file, or standard input; null, and told, where that fails.</summary>
    public static Stream? Open(string path, ReadSession session)
    {
        try
        {
            return path == TrackFile.StandardInput
                ? Console.OpenStandardInput()
                : new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 1, FileOptions.SequentialScan);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            var reason = Directory.Exists(path) ? "this is a folder" : e.Message;
            session.Refuse(RejectionKind.Unreadable, -1, -1, "", $"cannot be opened: {reason}");
            return null;
        }
    }

    /// <summary>Has a stream's plain bytes read. Damage never throws: it is in the report.</summary>
    public static ReadReport Read(Stream stream, ReadSession session, Action<ByteWindow> read, IProgress<long>? bytesRead, CancellationToken c)
    {
        using var raw = new MeasuredStream(stream, session.Options.ComputeHash, bytesRead, c);
        var isWhole = false;
        try
        {
            using (var window = new ByteWindow(new UnpackedStream(raw, session)))
                read(window);
            raw.ReadToEnd();
            isWhole = true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            session.Refuse(RejectionKind.Unreadable, raw.Bytes, -1, "", $"cannot be read further: {e.Message}");
        }
        session.Tracks.HandOnAll();
        return session.Report(raw.Bytes, isWhole ? raw.HashText() : "");
    }
}

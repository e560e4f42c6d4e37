using Overflight.Cli.Running;
using Overflight.Misb.Klv;
using Overflight.Misb.Ts;

namespace Overflight.Cli.Video;

/// <summary>Opens files and tells transport streams from bare KLV.</summary>
internal static class VideoInput
{
    private const int LargestBareKlv = 1 << 30;
    private const int ReadBytes = 1 << 18;

    /// <summary>A file, or standard input for <c>-</c>.</summary>
    public static Stream Open(string path)
    {
        if (path == "-")
            return Console.OpenStandardInput();
        try
        {
            return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, FileOptions.SequentialScan);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new UserError($"{path}: {error.Message}", ExitCode.InputUnreadable);
        }
    }

    /// <summary>Reads a file to its end, whichever it is.</summary>
    /// <param name="path">The file.</param>
    /// <param name="name">What the user calls it.</param>
    /// <param name="sink">Takes what a transport stream holds.</param>
    /// <param name="bare">Takes the bytes of bare KLV.</param>
    /// <param name="progress">Told now and then where in the stream the reading is; nobody if null.</param>
    /// <returns>The counts of the transport stream; null where it was bare KLV.</returns>
    public static TsStatistics? Read(string path, string name, TsSink sink, Action<ReadOnlyMemory<byte>> bare, Action<Stream>? progress = null)
    {
        using var stream = Open(path);
        var head = new byte[UniversalKey.Prefix.Length];
        var read = stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        if (read == 0)
            throw new UserError($"{name}: is empty", ExitCode.InputUnreadable);
        if (head.AsSpan(0, read).SequenceEqual(UniversalKey.Prefix))
        {
            bare(Rest(stream, name, head));
            return null;
        }
        var demuxer = new TsDemuxer(sink);
        demuxer.Write(head.AsSpan(0, read));
        var buffer = new byte[ReadBytes];
        for (int count; (count = stream.Read(buffer)) > 0;)
        {
            demuxer.Write(buffer.AsSpan(0, count));
            progress?.Invoke(stream);
        }
        demuxer.Complete();
        return demuxer.Statistics.Packets > 0
            ? demuxer.Statistics
            : throw new UserError($"{name}: holds neither a transport stream nor a KLV key at its start", ExitCode.InputUnreadable);
    }

    private static ReadOnlyMemory<byte> Rest(Stream stream, string name, byte[] head)
    {
        using var memory = new MemoryStream();
        memory.Write(head);
        var buffer = new byte[ReadBytes];
        for (int read; (read = stream.Read(buffer)) > 0;)
        {
            memory.Write(buffer, 0, read);
            if (memory.Length > LargestBareKlv)
                throw new UserError($"{name}: is bare KLV of more than {LargestBareKlv >> 20} MB; cut it into parts", ExitCode.InputUnreadable);
        }
        return memory.GetBuffer().AsMemory(0, (int)memory.Length);
    }
}

using Overflight.Tracks;

namespace Overflight.Feeds.ModeS;

/// <summary>Reads recordings of Mode S messages: Beast, AVR, or JSON lines; <c>docs/modes.md</c> describes method and limits.</summary>
public static class ModeSFile
{
    /// <summary>
    /// Decodes every message of a recording, in order. A file is read twice, so that messages from before an aircraft's place was
    /// established have their positions too; a pipe (standard input) once, and those have none.
    /// </summary>
    /// <param name="path">The file, or <c>-</c> for standard input.</param>
    /// <param name="options">How to read.</param>
    /// <param name="sink">Takes the messages, on the calling thread.</param>
    /// <param name="bytesRead">Told of bytes read in the pass under way, about every megabyte.</param>
    /// <param name="c">Ends the reading with <see cref="OperationCanceledException"/>.</param>
    public static ReadReport Decode(string path, ReadOptions options, MessageSink sink, IProgress<long>? bytesRead = null, CancellationToken c = default)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(sink);
        var session = Session(path, options);
        using var stream = InputFile.Open(path, session);
        if (stream is null)
            return session.Report(0, "");
        var late = new Dictionary<long, Fix>();
        if (stream.CanSeek)
        {
            late = LateFixes(stream, path, options, bytesRead, c);
            stream.Position = 0;
        }
        else
            session.Note("a pipe is read once: messages from before an aircraft's place was established have no position");
        return Decode(stream, session, late, sink, bytesRead, c);
    }

    /// <summary>Decodes every message of a stream, in order, in one pass.</summary>
    /// <param name="stream">The bytes; read forwards to the end, not disposed.</param>
    /// <param name="name">What to call it in the report.</param>
    /// <param name="options">How to read.</param>
    /// <param name="sink">Takes the messages, on the calling thread.</param>
    /// <param name="c">Ends the reading with <see cref="OperationCanceledException"/>.</param>
    public static ReadReport Decode(Stream stream, string name, ReadOptions options, MessageSink sink, CancellationToken c = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(sink);
        return Decode(stream, Session(name, options), [], sink, null, c);
    }

    /// <summary>The raw frames behind records of a recording, as evidence for what was made of them.</summary>
    /// <param name="path">The file.</param>
    /// <param name="records">Record numbers, as <see cref="Fix.Record"/> gives them; those that the file does not have are left out.</param>
    /// <param name="options">How to read.</param>
    /// <param name="c">Ends the reading with <see cref="OperationCanceledException"/>.</param>
    /// <returns>The frames in the order of the file.</returns>
    public static IReadOnlyList<RawFrame> Frames(string path, IEnumerable<long> records, ReadOptions options, CancellationToken c = default)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(records);
        ArgumentNullException.ThrowIfNull(options);
        var wanted = records.ToHashSet();
        var found = new List<RawFrame>();
        var session = Session(path, options with { ComputeHash = false });
        using var stream = wanted.Count > 0 ? InputFile.Open(path, session) : null;
        if (stream is null)
            return found;
        InputFile.Read(
            stream, session,
            window =>
            {
                var frames = FrameReader.Open(window, session);
                while (found.Count < wanted.Count && frames is not null && frames.TryNext(out var raw))
                {
                    if (wanted.Contains(raw.Record))
                        found.Add(raw);
                }
            },
            null, c);
        return found;
    }

    private static Dictionary<long, Fix> LateFixes(Stream stream, string path, ReadOptions options, IProgress<long>? bytesRead, CancellationToken c)
    {
        var late = new Dictionary<long, Fix>();
        var session = Session(path, options with { ComputeHash = false });
        InputFile.Read(
            stream, session,
            window =>
            {
                var decoder = new ModeSDecoder(options.ModeS, (AircraftAddress _, in Fix fix) => late[fix.Record] = fix);
                var frames = FrameReader.Open(window, session);
                while (frames is not null && frames.TryNext(out var raw))
                    decoder.Decode(raw, out _);
                decoder.Finish();
            },
            bytesRead, c);
        return late;
    }

    private static ReadReport Decode(
        Stream stream, ReadSession session, Dictionary<long, Fix> late, MessageSink sink, IProgress<long>? bytesRead, CancellationToken c) =>
        InputFile.Read(
            stream, session,
            window =>
            {
                if (FrameReader.Open(window, session) is not { } frames)
                {
                    session.Refuse(RejectionKind.Unrecognised, 0, -1, "", "not a recording of Mode S messages: neither Beast, AVR, nor JSON lines with a member \"frame\" or \"raw\"");
                    return;
                }
                var decoder = new ModeSDecoder(session.Options.ModeS);
                while (frames.TryNext(out var raw))
                {
                    decoder.Decode(raw, out var message);
                    if (message.HasPositionCode && !message.HasPosition && late.TryGetValue(raw.Record, out var fix))
                        (message.Fix, message.HasPosition) = (fix, true);
                    sink(message);
                }
            },
            bytesRead, c);

    private static ReadSession Session(string name, ReadOptions options) => new(name, options, _ => { });
}

using System.Globalization;
using Overflight.Cli.Running;
using Overflight.Misb.Pictures;
using Overflight.Misb.Ts;

namespace Overflight.Cli.Video.Mux;

/// <summary>Video and metadata to motion imagery: reads the rows, gives them their pictures, writes the stream, says what was done.</summary>
internal sealed class MuxRun(MuxRequest request)
{
    private const int MostTold = 5;

    private long _rows;
    private long _bad;

    public int Run(CancellationToken stop)
    {
        using var source = Open();
        var placer = new RowPlacer(source, request.Start);
        if (placer.Clock is null && source.Pictures.Any(p => p.Stamp is not null))
            Console.Error.WriteLine($"overflight: {request.Video}: its time stamps do not run as its pictures do; they are not used");
        ReadRows(placer);
        if (placer.Placed.Count == 0)
            throw new UserError(NothingPlaced(placer), ExitCode.InputUnreadable);
        if (request.Stamps && placer.Clock is null)
            throw new UserError("--stamp: nothing says when the first picture was taken; give --start TIME");
        if (request.Stamps && source.StreamType == 0x01)
            throw new UserError($"--stamp: {request.Video} is MPEG-1 video, for which time stamps have no form");
        var writer = new MotionImageryWriter(source, new MotionImageryOptions
        {
            Carriage = request.Carriage,
            KeepsMetadata = request.KeepsMetadata,
            Stamps = request.Stamps ? placer.Clock : null,
        });
        using (var output = VideoOutput.Open(request.Output, isPaced: true, stop))
        {
            try
            {
                writer.Write(output.Stream, placer.Placed);
            }
            catch (InvalidDataException error)
            {
                throw new UserError($"{request.Video}: {error.Message}", ExitCode.InputUnreadable);
            }
            output.Commit();
        }
        Tell(source, placer, writer);
        return _bad == 0 ? ExitCode.Done : ExitCode.InputUnreadable;
    }

    private PictureSource Open()
    {
        if (request.Video == "-")
            throw new UserError("the video is read more than once, which standard input cannot be; give a file");
        try
        {
            return PictureSource.Open(request.Video, request.FramesPerSecond);
        }
        catch (InvalidDataException error)
        {
            throw new UserError($"{request.Video}: {error.Message}", ExitCode.InputUnreadable);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new UserError($"{request.Video}: {error.Message}", ExitCode.InputUnreadable);
        }
    }

    private void ReadRows(RowPlacer placer)
    {
        using var text = new BoundedText(VideoInput.Open(request.Metadata));
        try
        {
            while (text.Peek() is var letter && letter >= 0 && char.IsWhiteSpace((char)letter))
                text.Read();
            IRowSource rows = text.Peek() == '{' ? new JsonMetadata(text, request.PrefersValues) : new CsvMetadata(text);
            rows.Read(row => Take(placer, row), Refuse);
        }
        catch (RowException error)
        {
            throw new UserError(Where(text.Line, error), ExitCode.InputUnreadable);
        }
        catch (InvalidDataException error)
        {
            throw new UserError($"{request.Metadata}: {error.Message}", ExitCode.InputUnreadable);
        }
    }

    private void Take(RowPlacer placer, MetadataRow row)
    {
        _rows++;
        placer.Place(row);
    }

    private void Refuse(long line, RowException error)
    {
        if (!request.SkipsBadRows)
            throw new UserError($"{Where(line, error)}; nothing was written (--skip-bad leaves such rows out)", ExitCode.InputUnreadable);
        if (++_bad <= MostTold)
            Console.Error.WriteLine($"overflight: {Where(line, error)}; left out");
    }

    private string Where(long line, RowException error) => $"{request.Metadata}:{line}: {(error.Column is { } column ? $"{PrintableText.Of(column)}: " : "")}{PrintableText.Of(error.Message)}";

    private string NothingPlaced(RowPlacer placer) =>
        _rows == 0 && _bad == 0 ? $"{request.Metadata}: holds no row"
        : placer.Clock is not { } clock ? $"{request.Metadata}: no row can be placed"
        : $"{request.Metadata}: no row lies within the video, which is from {Shown(clock.First)} to {Shown(clock.Last)} ({placer.Early} before, {placer.Late} after); give --start TIME";

    private void Tell(PictureSource source, RowPlacer placer, MotionImageryWriter writer)
    {
        Console.WriteLine($"{request.Output}: {source.Pictures.Count} pictures of {Named(source.StreamType)}, {placer.Placed.Count} KLV packets on PID {writer.MetadataPid}, {request.Carriage.ToString().ToLowerInvariant()}");
        if (placer.Clock is { } clock)
            Console.WriteLine($"  first picture {Shown(clock.First)}, last {Shown(clock.Last)}{(writer.Stamped > 0 ? $"; {writer.Stamped} time stamps put in" : "")}");
        if (writer.KeptUnits > 0)
            Console.WriteLine($"  {writer.KeptUnits} units of KLV that was there kept");
        if (writer.LostUnits > 0)
            Console.Error.WriteLine($"overflight: {request.Video}: {writer.LostUnits} units of KLV left out, as parts or times of them are missing");
        var others = source.Program?.Streams.Count(s => s.Pid != source.Stream!.Pid && !(request.KeepsMetadata && s.Carriage != KlvCarriage.None)) ?? 0;
        if (others > 0)
            Console.Error.WriteLine($"overflight: {request.Video}: {others} other streams left out");
        if (placer.Early + placer.Late > 0)
            Console.Error.WriteLine($"overflight: {request.Metadata}: {placer.Early} rows lie before the video and {placer.Late} after it; left out");
        if (_bad > 0)
            Console.Error.WriteLine($"overflight: {request.Metadata}: {_bad} rows that cannot be used; left out");
        if (MinimumCheck.Missing(placer.Placed) is { Count: > 0 } missing)
            Console.WriteLine($"  note: no packet has these items of the minimum set (ST 0902): {string.Join(", ", missing)}");
    }

    private static string Named(byte streamType) => streamType switch { 0x1B => "H.264", 0x24 => "H.265", 0x02 => "MPEG-2", 0x01 => "MPEG-1", _ => $"type 0x{streamType:x2}" };

    private static string Shown(long microseconds) => microseconds is >= 0 and < 253_402_300_800_000_000
        ? DateTimeOffset.UnixEpoch.AddTicks(microseconds * 10).ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture)
        : $"{microseconds} us";
}

using System.Collections.Concurrent;
using Overflight.Misb.Ts;

namespace Overflight.Scenery.Video;

/// <summary>
/// A sensor's video as motion imagery (STANAG 4609, MISB ST 1402): pictures through FFmpeg to H.264 with time stamps (ST 0604), each with its packet of metadata,
/// synchronous, in a transport stream. Pictures are encoded and written on threads of their own; calls come from one thread.
/// </summary>
public sealed class SensorVideo : IDisposable
{
    /// <summary>The PID of the video.</summary>
    public const int VideoPid = 0x100;

    /// <summary>The PID of the metadata.</summary>
    public const int MetadataPid = 0x101;

    private const byte H264 = 0x1B;
    private const int MapPid = 0x1000;
    private const int Buffers = 3;
    private const int PatienceMilliseconds = 100;
    private const long TicksPerSecond = 90_000;
    private const long Wrap = (1L << 33) - 1;

    // Bit 7: whether a clock is locked has no meaning for a simulated one; the lower bits are reserved, as ones (MISB ST 0603).
    private const byte UnknownLock = 0x9F;

    private readonly BlockingCollection<byte[]> _free = new(Buffers);
    private readonly BlockingCollection<byte[]> _full = new(Buffers);
    private readonly ConcurrentQueue<Ticket> _tickets = new();
    private readonly StreamTee _output;
    private readonly TsMuxer _muxer;
    private readonly H264Encoder _encoder;
    private readonly Thread _feeder;
    private readonly int _frameBytes;
    private IOException? _failure;
    private long _first = long.MinValue;
    private bool _isComplete;
    private bool _isClosed;

    /// <summary>Begins a stream.</summary>
    /// <param name="options">Size, rate, encoder.</param>
    /// <param name="outputs">Where to: files, and <see cref="TsUdpStream"/> behind a <see cref="TsPacingStream"/>. They are flushed at the end, not closed.</param>
    /// <exception cref="InvalidOperationException">FFmpeg cannot be started.</exception>
    public SensorVideo(SensorVideoOptions options, IReadOnlyList<Stream> outputs)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(outputs);
        if (outputs.Count == 0)
            throw new ArgumentException("A video goes somewhere.", nameof(outputs));
        Options = options;
        _frameBytes = options.Width * options.Height * 3 / 2;
        for (var n = 0; n < Buffers; n++)
            _free.Add(new byte[_frameBytes]);
        _output = new StreamTee(outputs);
        _muxer = new TsMuxer(_output, [new TsProgram(1, MapPid, VideoPid, 0, default, [TsStreamInfo.Video(VideoPid, H264), TsStreamInfo.SynchronousKlv(MetadataPid)], 0)]);
        _encoder = new H264Encoder(options, Take);
        _feeder = new Thread(Feed) { IsBackground = true, Name = "pictures to FFmpeg" };
        _feeder.Start();
    }

    /// <summary>How it is made.</summary>
    public SensorVideoOptions Options { get; }

    /// <summary>Pictures written.</summary>
    public long Pictures { get; private set; }

    /// <summary>Packets of metadata written.</summary>
    public long Packets { get; private set; }

    /// <summary>Pictures left out because the machine was too slow.</summary>
    public long Dropped { get; private set; }

    /// <summary>Outputs that failed, in words; the others went on.</summary>
    public IReadOnlyList<string> Problems => _output.Problems;

    /// <summary>CPU time of the encoder so far.</summary>
    public TimeSpan EncoderCpuTime => _encoder.CpuTime;

    /// <summary>Adds a picture with its packet of metadata. Times must rise.</summary>
    /// <param name="microseconds">When it was taken, since 1970.</param>
    /// <param name="packet">The packet of metadata.</param>
    /// <param name="nv12">The picture; empty for none, and then the packet goes alone and the picture counts as dropped.</param>
    /// <exception cref="IOException">FFmpeg or all outputs failed.</exception>
    public void Add(long microseconds, byte[] packet, ReadOnlySpan<byte> nv12)
    {
        ArgumentNullException.ThrowIfNull(packet);
        Check();
        if (_first == long.MinValue)
            _first = microseconds;
        // A second into the line, so that the clock that runs ahead of it begins after zero.
        var pts = (microseconds - _first) * TicksPerSecond / 1_000_000 + TicksPerSecond;
        byte[]? buffer = null;
        while (nv12.Length == _frameBytes && !_free.TryTake(out buffer, PatienceMilliseconds) && !Options.DropsFrames)
            Check();
        if (buffer is null)
        {
            Dropped++;
            _tickets.Enqueue(new Ticket(pts, microseconds, packet, false));
            return;
        }
        nv12.CopyTo(buffer);
        _tickets.Enqueue(new Ticket(pts, microseconds, packet, true));
        _full.Add(buffer);
    }

    /// <summary>Ends the stream: all pictures are encoded, all metadata written, all outputs flushed.</summary>
    /// <exception cref="IOException">FFmpeg or all outputs failed.</exception>
    public void Complete()
    {
        if (_isComplete)
            return;
        _isComplete = true;
        _full.CompleteAdding();
        _feeder.Join();
        Check();
        _encoder.Complete();
        while (_tickets.TryDequeue(out var ticket))
            WritePacket(ticket);
        _output.Flush();
    }

    /// <summary>Ends FFmpeg. A stream that was not completed breaks off.</summary>
    public void Dispose()
    {
        if (_isClosed)
            return;
        _isClosed = true;
        if (!_full.IsAddingCompleted)
            _full.CompleteAdding();
        _encoder.Dispose();
        _feeder.Join();
        _free.Dispose();
        _full.Dispose();
    }

    private void Feed()
    {
        try
        {
            foreach (var buffer in _full.GetConsumingEnumerable())
            {
                _encoder.Write(buffer);
                _free.Add(buffer);
            }
        }
        catch (IOException exception)
        {
            _failure = exception;
        }
    }

    // An access unit is the picture of the oldest ticket that has one; packets that go alone and are older go first.
    private void Take(ReadOnlySpan<byte> unit)
    {
        while (_tickets.TryDequeue(out var ticket))
        {
            WritePacket(ticket);
            if (!ticket.HasPicture)
                continue;
            _muxer.WriteVideo(VideoPid, unit, ticket.Pts & Wrap, null, IsRandomAccess(unit), new MispTimeStamp((ulong)ticket.Microseconds, MispTimeUnit.Microseconds, UnknownLock, 0));
            Pictures++;
            return;
        }
        throw new IOException("FFmpeg gave more pictures than it was given");
    }

    private void WritePacket(in Ticket ticket)
    {
        _muxer.WriteKlv(MetadataPid, ticket.Packet, ticket.Pts & Wrap);
        Packets++;
    }

    private void Check()
    {
        if (_failure is { } failure)
            throw new IOException(failure.Message, failure);
    }

    // A slice of an instantaneous decoding refresh (nal_unit_type 5).
    private static bool IsRandomAccess(ReadOnlySpan<byte> unit)
    {
        for (var at = unit.IndexOf<byte>([0, 0, 1]); at >= 0 && at + 3 < unit.Length;)
        {
            var kind = unit[at + 3] & 0x1F;
            if (kind is >= 1 and <= 5)
                return kind == 5;
            var next = unit[(at + 3)..].IndexOf<byte>([0, 0, 1]);
            at = next < 0 ? -1 : at + 3 + next;
        }
        return false;
    }

    private readonly record struct Ticket(long Pts, long Microseconds, byte[] Packet, bool HasPicture);
}

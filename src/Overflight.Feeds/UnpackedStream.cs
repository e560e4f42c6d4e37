using System.IO.Compression;
using System.Text;
using ZstdSharp;

namespace Overflight.Feeds;

/// <summary>
/// The plain bytes of an input: gzip, zstd and zlib are undone, also one within another, and UTF-16 becomes
/// UTF-8. Damage in the compressed bytes ends the stream and is told, so that what came before is still read.
/// </summary>
internal sealed class UnpackedStream : ForwardStream
{
    // Tracks shrink 5 to 40 times; deflate cannot exceed 1,032. Small inputs may be as dense as they like.
    private const long FreeBytes = 256L << 20;
    private const long MaximumExpansion = 500;
    private const int MaximumLayers = 3;

    // What a decompressor holds when it meets damage is lost, so it is asked for little at a time, and for less
    // still near the end, where a file cut short or a wrong checksum shows.
    private const int AskedAtOnce = 1 << 16;
    private const int AskedNearEnd = 1 << 12;
    private readonly MeasuredStream _raw;
    private readonly ReadSession _session;
    private readonly Stream _plain;
    private readonly bool _isPacked;
    private long _given;
    private bool _ended;

    static UnpackedStream() =>
        // The program sets this for itself (Directory.Build.props); other hosts of this library need it as much.
        AppContext.SetSwitch("System.IO.Compression.UseStrictValidation", true);

    public UnpackedStream(MeasuredStream raw, ReadSession session)
    {
        _raw = raw;
        _session = session;
        var layer = new PeekedStream(raw, 8);
        for (var depth = 0; depth < MaximumLayers && Unpack(layer.First, layer) is { } inner; depth++)
        {
            _isPacked = true;
            layer = new PeekedStream(new GuardedStream(this, inner), 8);
        }
        _plain = IsUtf16(layer.First, out var encoding)
            ? Encoding.CreateTranscodingStream(layer, encoding, Encoding.UTF8)
            : layer;
    }

    public override int Read(Span<byte> buffer)
    {
        if (_ended)
            return 0;
        var read = Guarded(_plain, buffer);
        _given += read;
        if (_isPacked && _given > FreeBytes && _given / Math.Max(1, _raw.Bytes) > MaximumExpansion)
        {
            _session.Refuse(RejectionKind.ExpandsTooMuch, _given, -1, "",
                $"{_raw.Bytes:N0} compressed bytes have become more than {_given:N0}, over {MaximumExpansion} times as many; the rest is not read");
            _ended = true;
        }
        return read;
    }

    private int Guarded(Stream stream, Span<byte> buffer)
    {
        try
        {
            return stream.Read(buffer[..Math.Min(buffer.Length, _raw.EndIsNear ? AskedNearEnd : AskedAtOnce)]);
        }
        catch (Exception e) when (e is InvalidDataException or ZstdException or EndOfStreamException)
        {
            if (!_ended)
            {
                _ended = true;
                _session.Refuse(RejectionKind.Corrupt, _given, -1, "",
                    $"the compressed data are damaged or cut short after {_given:N0} plain bytes ({e.Message}); what came before was read, but for a block at most");
            }
            return 0;
        }
    }

    private static Stream? Unpack(ReadOnlySpan<byte> first, Stream packed) => first switch
    {
        [0x1f, 0x8b, 8, ..] => new GZipStream(packed, CompressionMode.Decompress),
        [0x28, 0xb5, 0x2f, 0xfd, ..] => new DecompressionStream(packed),
        [0x78, 0x01 or 0x5e or 0x9c or 0xda, ..] => new ZLibStream(packed, CompressionMode.Decompress),
        _ => null,
    };

    private static bool IsUtf16(ReadOnlySpan<byte> first, out Encoding encoding)
    {
        encoding = first is [0xfe, 0xff, ..] ? Encoding.BigEndianUnicode : Encoding.Unicode;
        return first is [0xfe, 0xff, ..] or [0xff, 0xfe, ..];
    }

    /// <summary>A layer whose damage is told as soon as the layer above peeks into it.</summary>
    private sealed class GuardedStream(UnpackedStream owner, Stream inner) : ForwardStream
    {
        public override int Read(Span<byte> buffer) => owner.Guarded(inner, buffer);
    }
}

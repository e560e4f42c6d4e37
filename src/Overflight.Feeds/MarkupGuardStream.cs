namespace Overflight.Feeds;

/// <summary>
/// Ends an XML input whose next <c>&lt;</c> or <c>&gt;</c> lies too far away: the XML reader would hold all of
/// a tag or an attribute in memory.
/// </summary>
internal sealed class MarkupGuardStream(Stream inner) : ForwardStream
{
    private const int Farthest = 16 << 20;
    private long _since;

    public override int Read(Span<byte> buffer)
    {
        var read = inner.Read(buffer);
        var last = buffer[..read].LastIndexOfAny((byte)'<', (byte)'>');
        _since = last < 0 ? _since + read : read - last;
        if (_since > Farthest)
            throw new InvalidDataException($"{Farthest:N0} bytes of XML without a tag");
        return read;
    }
}

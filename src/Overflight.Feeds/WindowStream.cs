namespace Overflight.Feeds;

/// <summary>Gives what a window holds and all behind it to a reader of streams.</summary>
internal sealed class WindowStream(ByteWindow window) : ForwardStream
{
    public override int Read(Span<byte> buffer)
    {
        if (buffer.IsEmpty || (window.Available.IsEmpty && !window.More()))
            return 0;
        var n = Math.Min(buffer.Length, window.Available.Length);
        window.Available[..n].CopyTo(buffer);
        window.Consume(n);
        return n;
    }
}

using Overflight.Misb.Ts;

namespace Overflight.Cli.Video;

/// <summary>Passes on the packets of a transport stream, as many as are wanted; each is written by itself. The stream behind stays open.</summary>
internal sealed class CountingStream(Stream inner, LiveLimits? limits) : PacketStream
{
    private const int PacketBytes = 188;

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        if (limits?.Count(buffer.Length / PacketBytes) != false)
            inner.Write(buffer);
    }

    public override void Flush() => inner.Flush();
}

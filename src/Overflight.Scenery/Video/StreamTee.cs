using Overflight.Misb.Ts;

namespace Overflight.Scenery.Video;

/// <summary>Writes a transport stream to several places. One that fails is left out from then on and told; the others go on.</summary>
internal sealed class StreamTee(IReadOnlyList<Stream> outputs) : PacketStream
{
    private readonly List<Stream> _outputs = [.. outputs];

    /// <summary>What failed, in words.</summary>
    public List<string> Problems { get; } = [];

    /// <inheritdoc/>
    public override void Write(ReadOnlySpan<byte> buffer)
    {
        for (var n = _outputs.Count - 1; n >= 0; n--)
            try
            {
                _outputs[n].Write(buffer);
            }
            catch (Exception exception) when (exception is IOException or System.Net.Sockets.SocketException)
            {
                Fail(n, exception);
            }
    }

    /// <inheritdoc/>
    public override void Flush()
    {
        for (var n = _outputs.Count - 1; n >= 0; n--)
            try
            {
                _outputs[n].Flush();
            }
            catch (Exception exception) when (exception is IOException or System.Net.Sockets.SocketException)
            {
                Fail(n, exception);
            }
    }

    private void Fail(int n, Exception exception)
    {
        Problems.Add(exception.Message);
        _outputs.RemoveAt(n);
        if (_outputs.Count == 0)
            throw new IOException("nothing is left to write the video to: " + exception.Message, exception);
    }
}

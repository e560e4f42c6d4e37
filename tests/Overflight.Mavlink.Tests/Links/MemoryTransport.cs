using System.Threading.Channels;
using Overflight.Mavlink.Links;

namespace Overflight.Mavlink.Tests.Links;

/// <summary>Two ends in memory; what is sent into one comes out of the other, less what a seed loses, doubles and reorders.</summary>
internal sealed class MemoryTransport : ITransport
{
    private readonly Channel<byte[]> _in;
    private readonly Channel<byte[]> _out;
    private readonly Random _random;
    private readonly double _loss;
    private readonly List<byte[]> _held = [];

    private MemoryTransport(Channel<byte[]> @in, Channel<byte[]> @out, double loss, int seed)
    {
        _in = @in;
        _out = @out;
        _loss = loss;
        _random = new(seed);
    }

    public bool IsStream => false;

    public int Confirmed { get; private set; }

    public List<byte[]> Sent { get; } = [];

    public static (MemoryTransport A, MemoryTransport B) Pair(double loss = 0, int seed = 1)
    {
        var ab = Channel.CreateUnbounded<byte[]>();
        var ba = Channel.CreateUnbounded<byte[]>();
        return (new(ba, ab, loss, seed), new(ab, ba, loss, seed + 1));
    }

    public ValueTask SendAsync(ReadOnlyMemory<byte> frame, CancellationToken cancellation)
    {
        lock (Sent)
            Sent.Add(frame.ToArray());
        if (_random.NextDouble() < _loss)
            return ValueTask.CompletedTask;
        if (_random.NextDouble() < _loss / 2)
        {
            _held.Add(frame.ToArray());
            return ValueTask.CompletedTask;
        }
        _out.Writer.TryWrite(frame.ToArray());
        if (_random.NextDouble() < _loss / 4)
            _out.Writer.TryWrite(frame.ToArray());
        foreach (var late in _held)
            _out.Writer.TryWrite(late);
        _held.Clear();
        return ValueTask.CompletedTask;
    }

    public async ValueTask<int> ReceiveAsync(Memory<byte> bytes, CancellationToken cancellation)
    {
        var frame = await _in.Reader.ReadAsync(cancellation);
        frame.CopyTo(bytes);
        return frame.Length;
    }

    public void Confirm() => Confirmed++;

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}

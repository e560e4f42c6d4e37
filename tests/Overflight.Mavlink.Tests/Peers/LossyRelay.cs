using System.Net;
using System.Net.Sockets;

namespace Overflight.Mavlink.Tests.Peers;

/// <summary>A relay between one peer and a port, which loses and reorders datagrams by a seed.</summary>
internal sealed class LossyRelay : IAsyncDisposable
{
    private readonly Socket _near = Bound();
    private readonly Socket _far = Bound();
    private readonly EndPoint _target;
    private readonly double _loss;
    private readonly double _delay;
    private readonly CancellationTokenSource _closing = new();
    private readonly Task _work;
    private volatile EndPoint? _peer;

    public LossyRelay(int targetPort, double loss, double reorder, int seed)
    {
        _target = new IPEndPoint(IPAddress.Loopback, targetPort);
        _loss = loss;
        _delay = reorder;
        _work = Task.WhenAll(Relay(_near, new(seed), bytes => _far.SendTo(bytes, _target), from => _peer = from), Relay(_far, new(seed + 1), bytes =>
        {
            if (_peer is { } peer)
                _near.SendTo(bytes, peer);
        }, _ => { }));
    }

    public int Port => ((IPEndPoint)_near.LocalEndPoint!).Port;

    public int Lost { get; private set; }

    public int Reordered { get; private set; }

    public async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync();
        _near.Dispose();
        _far.Dispose();
        await _work.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _closing.Dispose();
    }

    private static Socket Bound()
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return socket;
    }

    // A datagram that is held back is sent behind one to three later ones.
    private Task Relay(Socket from, Random random, Action<byte[]> send, Action<EndPoint> saw) => Task.Run(async () =>
    {
        var buffer = new byte[2048];
        var held = new List<(byte[] Bytes, int After)>();
        while (!_closing.IsCancellationRequested)
        {
            SocketReceiveFromResult result;
            try
            {
                result = await from.ReceiveFromAsync(buffer, new IPEndPoint(IPAddress.Any, 0), _closing.Token);
            }
            catch (SocketException)
            {
                continue;
            }
            saw(result.RemoteEndPoint);
            var bytes = buffer[..result.ReceivedBytes];
            if (random.NextDouble() < _loss)
            {
                Lost++;
                continue;
            }
            if (random.NextDouble() < _delay)
            {
                Reordered++;
                held.Add((bytes, random.Next(1, 4)));
                continue;
            }
            try
            {
                send(bytes);
                for (var i = held.Count - 1; i >= 0; i--)
                {
                    held[i] = (held[i].Bytes, held[i].After - 1);
                    if (held[i].After > 0)
                        continue;
                    send(held[i].Bytes);
                    held.RemoveAt(i);
                }
            }
            catch (SocketException)
            {
                // Nobody listens there any more.
            }
        }
    });
}

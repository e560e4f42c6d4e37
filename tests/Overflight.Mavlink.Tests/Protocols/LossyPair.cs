using Overflight.Mavlink.Links;
using Overflight.Mavlink.Protocols;
using Overflight.Mavlink.Signing;
using Overflight.Mavlink.Tests.Links;

namespace Overflight.Mavlink.Tests.Protocols;

/// <summary>A ground station and a vehicle in memory, over a link that loses, doubles and reorders.</summary>
internal sealed class LossyPair : IAsyncDisposable
{
    public static readonly Patience Patience = new(TimeSpan.FromMilliseconds(40), 200);

    public LossyPair(double loss = 0, int seed = 1)
    {
        var (a, b) = MemoryTransport.Pair(loss, seed);
        GroundTransport = a;
        VehicleTransport = b;
        GroundLink = MavlinkLink.Open(a, new() { Signing = LinkSigning.None });
        VehicleLink = MavlinkLink.Open(b, new() { Signing = LinkSigning.None });
        Ground = new(GroundLink, 255, 190);
        Vehicle = new(VehicleLink, 1, 1);
    }

    public MemoryTransport GroundTransport { get; }

    public MemoryTransport VehicleTransport { get; }

    public MavlinkLink GroundLink { get; }

    public MavlinkLink VehicleLink { get; }

    public MavlinkNode Ground { get; }

    public MavlinkNode Vehicle { get; }

    public async ValueTask DisposeAsync()
    {
        await GroundLink.DisposeAsync();
        await VehicleLink.DisposeAsync();
        Assert.Null(GroundLink.LastSubscriberFault);
        Assert.Null(VehicleLink.LastSubscriberFault);
    }
}

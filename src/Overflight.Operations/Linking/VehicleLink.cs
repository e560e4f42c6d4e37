using System.Net;
using Overflight.Mavlink.Links;
using Overflight.Mavlink.RemoteId;
using Overflight.Mavlink.Signing;
using Overflight.Mavlink.Vehicles;
using Overflight.Operations.Flying;

namespace Overflight.Operations.Linking;

/// <summary>A flown aircraft on a MAVLink link: its state out, Remote ID out, commands in, and arming only by its authorisation.</summary>
public sealed class VehicleLink : IAsyncDisposable
{
    private readonly MavlinkLink _link;
    private readonly MavlinkVehicle _vehicle;
    private readonly SigningKey? _key;

    private VehicleLink(MavlinkLink link, MavlinkVehicle vehicle, SigningKey? key) => (_link, _vehicle, _key) = (link, vehicle, key);

    /// <summary>Opens it.</summary>
    /// <param name="aircraft">The aircraft.</param>
    /// <param name="ground">Where the ground station listens.</param>
    /// <param name="passphrase">Whose key signs all messages, and without which none is taken; null for a link without signatures.</param>
    /// <param name="clock">Where the last time used in signatures is kept.</param>
    public static VehicleLink Open(FlownAircraft aircraft, IPEndPoint ground, string? passphrase, SigningClock clock)
    {
        ArgumentNullException.ThrowIfNull(aircraft);
        var key = passphrase is null ? null : SigningKey.FromPassphrase(passphrase);
        var link = MavlinkLink.Open(UdpTransport.Connect(ground), new() { Signing = passphrase is null ? LinkSigning.None : LinkSigning.Required(key, clock) });
        var vehicle = new MavlinkVehicle(link, new LinkedVehicle(aircraft), new()
        {
            ArmAuthority = new LeafArmAuthority(aircraft.Authorisation, () => aircraft.Read(s => s.Time)),
            RemoteIdentity = new RemoteIdentity { Id = aircraft.Sortie.Aircraft.Registration, Description = "EXERCISE" },
            TellsTrafficManagement = true,
        });
        return new(link, vehicle, key);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _vehicle.Dispose();
        await _link.DisposeAsync().ConfigureAwait(false);
        _key?.Dispose();
    }
}

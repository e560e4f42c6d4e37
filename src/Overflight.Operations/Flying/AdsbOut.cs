using Overflight.Feeds.ModeS;
using Overflight.Feeds.ModeS.Sending;
using Overflight.Geodesy;
using Overflight.Operations.Scenarios;
using Overflight.Sorties.Flight;
using Overflight.Tracks;

namespace Overflight.Operations.Flying;

/// <summary>What others hear of an aircraft: its squitters, with the noise and the silences of the scenario.</summary>
internal sealed class AdsbOut
{
    private readonly AdsbTransmitter _transmitter;
    private readonly ScenarioAdsb _options;
    private readonly Random _noise;

    public AdsbOut(ScenarioAircraft aircraft, ScenarioAdsb options, UtcInstant start, ulong seed)
    {
        if (!AircraftAddress.TryParse(aircraft.Address, out var address))
            throw new InvalidDataException($"aircraft.{aircraft.Name}.address: {aircraft.Address}");
        (_options, _noise) = (options, new Random((int)(seed % int.MaxValue)));
        _transmitter = new(address, aircraft.Name.Replace(" ", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal), new(options.Nic, options.NacP, 2, options.Sil), start, seed, options.EverySeconds);
    }

    /// <summary>Messages heard so far.</summary>
    public long Count { get; private set; }

    /// <summary>Sends what is due after one state and before the next.</summary>
    public void Send(VehicleState from, VehicleState to, Action<UtcInstant, ModeSFrame> send) => _transmitter.Send(to.Time, at => Report(from, at), (at, frame) =>
    {
        if (!from.IsAirborne || _options.Silences.Any(s => s.Holds(at)))
            return;
        Count++;
        send(at, frame);
    });

    private AdsbReport Report(in VehicleState state, UtcInstant at)
    {
        var seconds = at.SecondsSince(state.Time);
        var place = Geodesic.Direct(state.Place, state.TrackDegrees, state.GroundSpeedMetresPerSecond * seconds);
        if (_options.NoiseMetres > 0)
            place = Geodesic.Direct(place, 360 * _noise.NextDouble(), _options.NoiseMetres * Math.Sqrt(-Math.Log(1 - _noise.NextDouble())));
        var climb = state.VerticalSpeedMetresPerSecond * seconds;
        var pressure = (state.PressureAltitudeMetres + climb) / SiUnits.MetresPerFoot;
        return new(
            place, pressure, (state.HeightMetres + climb) / SiUnits.MetresPerFoot - pressure,
            state.GroundSpeedMetresPerSecond / SiUnits.MetresPerSecondPerKnot, state.TrackDegrees, state.VerticalSpeedMetresPerSecond * 60 / SiUnits.MetresPerFoot);
    }
}

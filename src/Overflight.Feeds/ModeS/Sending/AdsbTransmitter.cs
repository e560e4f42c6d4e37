using Overflight.Tracks;

namespace Overflight.Feeds.ModeS.Sending;

/// <summary>
/// Says when an aircraft in the air sends what (DO-260B 2.2.3.3): position and velocity twice a second, even and odd in turn, identification
/// every five seconds, status every two and a half. The seed moves each by up to a tenth of a second, as the standard asks.
/// </summary>
public sealed class AdsbTransmitter
{
    private const double LeastSeconds = 0.4;
    private const int Kinds = 4;

    private static readonly double[] s_everySeconds = [0.5, 0.5, 5, 2.5];
    private static readonly double[] s_jitterSeconds = [0.1, 0.1, 0.2, 0.1];

    private readonly uint _address;
    private readonly ulong _identification;
    private readonly AdsbQuality _quality;
    private readonly UtcInstant[] _next = new UtcInstant[Kinds];
    private readonly double _slower;
    private ulong _random;
    private bool _isOdd;

    /// <summary>A transmitter.</summary>
    /// <param name="address">The 24-bit address.</param>
    /// <param name="callsign">Up to eight letters and digits.</param>
    /// <param name="quality">What it says of its position.</param>
    /// <param name="start">When it is switched on.</param>
    /// <param name="seed">Of the jitter.</param>
    /// <param name="positionEverySeconds">Position and velocity so often, and the rest as much less often: a receiver far away hears less than is sent. At least 0.4.</param>
    public AdsbTransmitter(AircraftAddress address, string callsign, AdsbQuality quality, UtcInstant start, ulong seed, double positionEverySeconds = 0.5)
    {
        ArgumentNullException.ThrowIfNull(callsign);
        ArgumentOutOfRangeException.ThrowIfLessThan(positionEverySeconds, LeastSeconds);
        const int unmanned = 6;
        (_address, _identification, _quality, _random) = (address.Value, Squitter.Identification(callsign, unmanned), quality, seed);
        _slower = positionEverySeconds / s_everySeconds[0];
        for (var kind = 0; kind < Kinds; kind++)
            _next[kind] = start.AddSeconds(s_everySeconds[kind] * Random());
    }

    /// <summary>When the next message is due.</summary>
    public UtcInstant Due => _next[Earliest()];

    /// <summary>Sends all that is due up to an instant, in order.</summary>
    /// <param name="until">The instant, itself not included.</param>
    /// <param name="reportAt">What holds at an instant.</param>
    /// <param name="send">Takes each message with its time.</param>
    public void Send(UtcInstant until, Func<UtcInstant, AdsbReport> reportAt, Action<UtcInstant, ModeSFrame> send)
    {
        ArgumentNullException.ThrowIfNull(reportAt);
        ArgumentNullException.ThrowIfNull(send);
        for (var kind = Earliest(); _next[kind] < until; kind = Earliest())
        {
            var at = _next[kind];
            send(at, Squitter.Frame(_address, Message(kind, reportAt(at))));
            _next[kind] = at.AddSeconds(_slower * (s_everySeconds[kind] + s_jitterSeconds[kind] * (2 * Random() - 1)));
        }
    }

    private ulong Message(int kind, in AdsbReport report) => kind switch
    {
        0 => Squitter.Position(report, _isOdd = !_isOdd, _quality),
        1 => Squitter.Velocity(report, _quality),
        2 => _identification,
        _ => Squitter.Status(_quality),
    };

    private int Earliest()
    {
        var earliest = 0;
        for (var kind = 1; kind < Kinds; kind++)
        {
            if (_next[kind] < _next[earliest])
                earliest = kind;
        }
        return earliest;
    }

    /// <summary>SplitMix64, from 0 to 1.</summary>
    private double Random()
    {
        var z = _random += 0x9E37_79B9_7F4A_7C15;
        z = (z ^ z >> 30) * 0xBF58_476D_1CE4_E5B9;
        z = (z ^ z >> 27) * 0x94D0_49BB_1331_11EB;
        return ((z ^ z >> 31) >> 11) * (1.0 / (1UL << 53));
    }
}

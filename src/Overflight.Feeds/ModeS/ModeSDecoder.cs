using System.Runtime.CompilerServices;
using Overflight.Tracks;

namespace Overflight.Feeds.ModeS;

/// <summary>
/// Decodes Mode S messages one by one, in the order of their times. All it remembers is kept by address and bounded; all time
/// comes from the messages, so the same messages give the same results. Not for use by several threads at once.
/// </summary>
public sealed class ModeSDecoder
{
    /// <summary>How long an address counts as heard lately: five minutes.</summary>
    public const long KnownMicroseconds = 300_000_000;

    private const uint InterrogatorCodes = 0x7F;
    private readonly WaitingCodes _waiting = new();
    private readonly AircraftTable _aircraft;
    private readonly SquitterDecoder _squitters;
    private readonly bool _correctsOneBit;

    /// <summary>A decoder that has heard nothing yet.</summary>
    /// <param name="options">How to decode.</param>
    /// <param name="late">
    /// Takes positions of messages that came before their aircraft's place was established; without it they have none.
    /// </param>
    public ModeSDecoder(ModeSOptions options, LateFixSink? late = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        _aircraft = new AircraftTable(_waiting);
        _squitters = new SquitterDecoder(_aircraft, _waiting, new PositionResolver(options.References), late);
        _correctsOneBit = options.CorrectsOneBit;
    }

    /// <summary>Aircraft, vehicles and targets remembered now.</summary>
    public int AircraftCount => _aircraft.Count;

    /// <summary>Takes an address for one heard lately, from a source that is sure of it.</summary>
    public void Know(uint address, long timeMicroseconds)
    {
        ref var state = ref _aircraft.FindOrAdd(AircraftKey.Of(address, true, FixSource.Unknown), timeMicroseconds);
        state.LastHeard = state.Confirmed = timeMicroseconds;
    }

    /// <summary>Decodes one message.</summary>
    public DecodedMessage Decode(in RawFrame raw)
    {
        Decode(raw, out var message);
        return message;
    }

    /// <summary>Decodes one message into memory of the caller's: the message is large, copies of it cost as much as its decoding.</summary>
    internal void Decode(in RawFrame raw, out DecodedMessage message)
    {
        Unsafe.SkipInit(out message);
        message.Clear(raw, ParityStatus.Bad);
        var format = raw.Frame.DownlinkFormat;
        if (format < 0)
        {
            message.Parity = ParityStatus.None;
            return;
        }
        if (raw.Frame.Length != (format < 16 ? ModeSFrame.ShortLength : ModeSFrame.LongLength))
            return;
        var syndrome = ParityCheck.Syndrome(raw.Frame);
        switch (format)
        {
            case 17 or 18:
                Squitter(raw, syndrome, ref message);
                break;
            case 11:
                AllCall(raw, syndrome, ref message);
                break;
            case 0 or 4 or 5 or 16 or 20 or 21 or 24:
                Reply(raw, syndrome, format, ref message);
                break;
            default:
                message.Parity = ParityStatus.Unconfirmed;
                break;
        }
    }

    /// <summary>Tells that no more messages come: positions that can still be found are handed on late.</summary>
    public void Finish() => _squitters.Finish();

    private void Squitter(in RawFrame raw, uint syndrome, ref DecodedMessage message)
    {
        if (syndrome == 0)
            message.Parity = ParityStatus.Ok;
        else if (TryCorrect(raw, syndrome, out var corrected))
            (message.Parity, message.Frame) = (ParityStatus.Corrected, corrected);
        else
            return;
        _squitters.Decode(ref message);
    }

    private void AllCall(in RawFrame raw, uint syndrome, ref DecodedMessage message)
    {
        var address = raw.Frame.AnnouncedAddress;
        if (syndrome == 0)
            message.Parity = ParityStatus.Ok;
        else if ((syndrome & ~InterrogatorCodes) == 0)
            // A reply to a radar has the radar's code on its parity; squitters that are sent unasked have none.
            message.Parity = IsKnown(address, raw.TimeMicroseconds) ? ParityStatus.Ok : ParityStatus.Unconfirmed;
        else if (TryCorrect(raw, syndrome, out var corrected))
        {
            (message.Parity, message.Frame) = (ParityStatus.Corrected, corrected);
            address = corrected.AnnouncedAddress;
        }
        if (message.Parity is ParityStatus.Bad or ParityStatus.Unconfirmed)
            return;
        ref var state = ref _aircraft.FindOrAdd(AircraftKey.Of(address, true, FixSource.Unknown), raw.TimeMicroseconds);
        state.LastHeard = state.Confirmed = raw.TimeMicroseconds;
        message.Address = new AircraftAddress(address);
        message.OnGround = Capability.OnGround(message.Frame.Subfield);
    }

    private void Reply(in RawFrame raw, uint address, int format, ref DecodedMessage message)
    {
        var time = raw.TimeMicroseconds;
        ref var state = ref _aircraft.Find(AircraftKey.Of(address, true, FixSource.Unknown));
        if (Unsafe.IsNullRef(ref state) || !IsRecent(state.Confirmed, time))
        {
            message.Parity = ParityStatus.Unconfirmed;
            return;
        }
        state.LastHeard = state.Confirmed = time;
        message.Parity = ParityStatus.Recovered;
        message.Address = new AircraftAddress(address);
        if (format is 5 or 21)
        {
            state.Squawk = message.Squawk = IdentityCode.Squawk(raw.Frame.Code);
            state.SquawkTime = time;
        }
        else if (format != 24 && AltitudeCode.Feet13(raw.Frame.Code) is not AltitudeCode.None and var altitude)
        {
            (message.AltitudeFeet, message.AltitudeType) = (altitude, AltitudeType.Barometric);
            (state.AltitudeFeet, state.AltitudeTime) = (altitude, time);
        }
        if (format is 4 or 5 or 20 or 21)
            message.OnGround = FlightStatus.OnGround(raw.Frame.Subfield);
        else if (format != 24)
            message.OnGround = (sbyte)(raw.Frame.Subfield >> 2);
        if (format is 20 or 21)
            CommB(ref state, ref message);
    }

    private static void CommB(ref AircraftState state, ref DecodedMessage message)
    {
        var (mb, time) = (message.Frame.Message, message.Raw.TimeMicroseconds);
        message.CommB = CommBInference.Read(mb, new CommBContext(ref state, time, message.AltitudeFeet));
        if (message.CommB.Register != CommBRegister.Identification || !message.CommB.IsNamed)
            return;
        message.Callsign = CallsignCode.Of(mb);
        (state.Callsign, state.CallsignTime) = (message.Callsign, time);
    }

    /// <summary>One bit put right, where that is asked for and the address is one heard lately: it must not make a second aircraft.</summary>
    private bool TryCorrect(in RawFrame raw, uint syndrome, out ModeSFrame corrected)
    {
        corrected = raw.Frame;
        if (!_correctsOneBit || SingleBitErrors.BitOf(syndrome, raw.Frame.Length) is not (> 0 and var bit))
            return false;
        corrected = raw.Frame.WithFlipped(bit);
        return IsKnown(corrected.AnnouncedAddress, raw.TimeMicroseconds);
    }

    private bool IsKnown(uint address, long now)
    {
        ref var state = ref _aircraft.Find(AircraftKey.Of(address, true, FixSource.Unknown));
        return !Unsafe.IsNullRef(ref state) && IsRecent(state.Confirmed, now);
    }

    private static bool IsRecent(long time, long now) => Math.Abs(now - time) <= KnownMicroseconds;
}

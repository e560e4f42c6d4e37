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
        var format = raw.Frame.DownlinkFormat;
        if (format < 0)
            return Bare(raw, ParityStatus.None);
        if (raw.Frame.Length != (format < 16 ? ModeSFrame.ShortLength : ModeSFrame.LongLength))
            return Bare(raw, ParityStatus.Bad);
        var syndrome = ParityCheck.Syndrome(raw.Frame);
        return format switch
        {
            17 or 18 => Squitter(raw, syndrome),
            11 => AllCall(raw, syndrome),
            0 or 4 or 5 or 16 or 20 or 21 or 24 => Reply(raw, syndrome, format),
            _ => Bare(raw, ParityStatus.Unconfirmed),
        };
    }

    /// <summary>Tells that no more messages come: positions that can still be found are handed on late.</summary>
    public void Finish() => _squitters.Finish();

    private DecodedMessage Squitter(in RawFrame raw, uint syndrome)
    {
        if (syndrome == 0)
            return _squitters.Decode(raw, raw.Frame, ParityStatus.Ok);
        return TryCorrect(raw, syndrome, out var corrected)
            ? _squitters.Decode(raw, corrected, ParityStatus.Corrected)
            : Bare(raw, ParityStatus.Bad);
    }

    private DecodedMessage AllCall(in RawFrame raw, uint syndrome)
    {
        var (frame, parity) = (raw.Frame, ParityStatus.Ok);
        if (syndrome != 0)
        {
            // A reply to a radar has the radar's code on its parity; squitters that are sent unasked have none.
            if ((syndrome & ~InterrogatorCodes) == 0)
                parity = IsKnown(frame.AnnouncedAddress, raw.TimeMicroseconds) ? ParityStatus.Ok : ParityStatus.Unconfirmed;
            else if (TryCorrect(raw, syndrome, out frame))
                parity = ParityStatus.Corrected;
            else
                parity = ParityStatus.Bad;
        }
        if (parity is ParityStatus.Bad or ParityStatus.Unconfirmed)
            return Bare(raw, parity);
        var address = frame.AnnouncedAddress;
        ref var state = ref _aircraft.FindOrAdd(AircraftKey.Of(address, true, FixSource.Unknown), raw.TimeMicroseconds);
        state.LastHeard = state.Confirmed = raw.TimeMicroseconds;
        return Bare(raw, parity) with { Frame = frame, Address = new AircraftAddress(address), OnGround = Capability.OnGround(frame.Subfield) };
    }

    private DecodedMessage Reply(in RawFrame raw, uint address, int format)
    {
        ref var state = ref _aircraft.Find(AircraftKey.Of(address, true, FixSource.Unknown));
        if (Unsafe.IsNullRef(ref state) || !IsRecent(state.Confirmed, raw.TimeMicroseconds))
            return Bare(raw, ParityStatus.Unconfirmed);
        state.LastHeard = state.Confirmed = raw.TimeMicroseconds;
        var altitude = format is 0 or 4 or 16 or 20 ? AltitudeCode.Feet13(raw.Frame.Code) : AltitudeCode.None;
        if (altitude != AltitudeCode.None)
            (state.AltitudeFeet, state.AltitudeTime) = (altitude, raw.TimeMicroseconds);
        var squawk = format is 5 or 21 ? IdentityCode.Squawk(raw.Frame.Code) : (short)-1;
        if (squawk >= 0)
            (state.Squawk, state.SquawkTime) = (squawk, raw.TimeMicroseconds);
        var reading = default(CommBReading);
        var callsign = 0UL;
        if (format >= 20 && format <= 21)
        {
            reading = CommBInference.Read(raw.Frame.Message, new CommBContext(ref state, raw.TimeMicroseconds, altitude));
            if (reading.Register == CommBRegister.Identification && reading.IsNamed)
            {
                callsign = CallsignCode.Of(raw.Frame.Message);
                (state.Callsign, state.CallsignTime) = (callsign, raw.TimeMicroseconds);
            }
        }
        return new DecodedMessage
        {
            Raw = raw,
            Frame = raw.Frame,
            Parity = ParityStatus.Recovered,
            Address = new AircraftAddress(address),
            TypeCode = -1,
            CommB = reading,
            AltitudeFeet = altitude,
            AltitudeType = altitude == AltitudeCode.None ? AltitudeType.None : AltitudeType.Barometric,
            Squawk = squawk,
            OnGround = format switch { 0 or 16 => (sbyte)(raw.Frame.Subfield >> 2), 24 => -1, _ => FlightStatus.OnGround(raw.Frame.Subfield) },
            Version = -1,
            NucP = -1,
            NacV = -1,
            Callsign = callsign,
        };
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

    private static DecodedMessage Bare(in RawFrame raw, ParityStatus parity) => new()
    {
        Raw = raw,
        Frame = raw.Frame,
        Parity = parity,
        Address = AircraftAddress.None,
        TypeCode = -1,
        AltitudeFeet = AltitudeCode.None,
        Squawk = -1,
        OnGround = -1,
        Version = -1,
        NucP = -1,
        NacV = -1,
    };
}

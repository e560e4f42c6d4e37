using Overflight.Geodesy;
using Overflight.Tracks;

namespace Overflight.Feeds.ModeS;

/// <summary>Decodes extended squitters and keeps what they say of their aircraft.</summary>
internal sealed class SquitterDecoder(AircraftTable aircraft, WaitingCodes waiting, PositionResolver resolver, LateFixSink? late)
{
    private const long VelocityFreshMicroseconds = 10_000_000;
    private const long DetailFreshMicroseconds = 60_000_000;

    public DecodedMessage Decode(in RawFrame raw, in ModeSFrame frame, ParityStatus parity)
    {
        var me = frame.Message;
        var typeCode = Field.Of(me, 1, 5);
        var format = frame.DownlinkFormat;
        var origin = SquitterOrigin.Of(format, frame.Subfield, me, typeCode);
        var source = raw.Origin == FrameOrigin.Multilateration ? FixSource.Mlat : origin.Source;
        var address = frame.AnnouncedAddress;
        var (onGround, altitude) = (format == 17 ? Capability.OnGround(frame.Subfield) : (sbyte)-1, AltitudeCode.None);
        var (altitudeType, squawk, callsign) = (AltitudeType.None, (short)-1, 0UL);
        var (hasCode, hasPosition, fix) = (false, false, default(Fix));
        var (version, nucP, nacV) = ((sbyte)-1, (sbyte)-1, (sbyte)-1);
        if (origin.IsDecoded)
        {
            var time = raw.TimeMicroseconds;
            ref var state = ref aircraft.FindOrAdd(AircraftKey.Of(address, origin.IsIcao, source), time);
            state.LastHeard = time;
            if (parity == ParityStatus.Ok && source == FixSource.Adsb && origin.IsIcao)
                state.Confirmed = time;
            switch (typeCode)
            {
                case >= 1 and <= 4:
                    callsign = CallsignCode.Of(me);
                    (state.Callsign, state.CallsignTime) = (callsign, time);
                    break;
                case 0 or (>= 9 and <= 18) or (>= 20 and <= 22):
                    altitude = AirbornePosition.AltitudeFeet(me);
                    if (altitude != AltitudeCode.None)
                        altitudeType = AirbornePosition.IsGeometric(typeCode) ? AltitudeType.Geometric : AltitudeType.Barometric;
                    if (altitudeType == AltitudeType.Barometric)
                        (state.AltitudeFeet, state.AltitudeTime) = (altitude, time);
                    if (typeCode == 0)
                        break;
                    onGround = 0;
                    hasCode = true;
                    break;
                case >= 5 and <= 8:
                    onGround = 1;
                    hasCode = true;
                    break;
                case 19:
                    nacV = KeepVelocity(ref state, AirborneVelocity.Of(me), time);
                    break;
                case 28 when AircraftStatus.Subtype(me) == 1:
                    squawk = AircraftStatus.Squawk(me);
                    (state.Squawk, state.SquawkTime) = (squawk, time);
                    break;
                case 29 when TargetState.IsVersion2(me):
                    (state.NacP, state.Sil, state.AccuracyTime) = ((sbyte)TargetState.NacP(me), (sbyte)TargetState.Sil(me), time);
                    (state.SelectedAltitudeFeet, state.SelectedTime) = (TargetState.SelectedAltitudeFeet(me), time);
                    break;
                case 31:
                    version = KeepStatus(ref state, new OperationalStatus(me), time);
                    break;
            }
            if (hasCode)
            {
                var isSurface = onGround == 1;
                var integrity = Integrity(state, typeCode, me, source, time);
                fix = FixOf(raw, state, me, isSurface, altitude, altitudeType, integrity, source);
                (version, nucP, nacV) = (FreshVersion(state, time), integrity.NucP, IsFresh(state.VelocityTime, time, VelocityFreshMicroseconds) ? state.NacV : (sbyte)-1);
                squawk = fix.Squawk;
                callsign = IsFresh(state.CallsignTime, time, DetailFreshMicroseconds) ? state.Callsign : 0;
                hasPosition = TryPlace(ref state, CprCode.Of(me, isSurface), ref fix);
            }
        }
        return new DecodedMessage
        {
            Raw = raw,
            Frame = frame,
            Parity = parity,
            Address = new AircraftAddress(address, origin.IsIcao),
            Source = source,
            TypeCode = (sbyte)typeCode,
            AltitudeFeet = altitude,
            AltitudeType = altitudeType,
            Squawk = squawk,
            OnGround = onGround,
            Fix = fix,
            HasPosition = hasPosition,
            HasPositionCode = hasCode,
            Version = version,
            NucP = nucP,
            NacV = nacV,
            Callsign = callsign,
        };
    }

    private bool TryPlace(ref AircraftState state, in CprCode code, ref Fix fix)
    {
        var outcome = resolver.Resolve(ref state.Position, code, fix.Time.Microseconds, fix.GroundSpeedKnots);
        if (outcome == PositionResolver.Outcome.Waits)
        {
            waiting.Add(ref state.Position, code, fix);
            return false;
        }
        fix = fix with { Position = new GeoPoint(state.Position.Latitude, state.Position.Longitude) };
        if (state.Position.Waiting != 0)
        {
            if (outcome == PositionResolver.Outcome.Established)
                waiting.Settle(ref state.Position, AircraftKey.Address(state.Key), late);
            else
                waiting.Drop(ref state.Position);
        }
        return true;
    }

    /// <summary>
    /// At the end: codes of aircraft heard on the ground before any traffic in the air told the receiver's area have another try.
    /// </summary>
    public void Finish()
    {
        if (late is null)
            return;
        for (var slot = 0; aircraft.NextSlot(ref slot); slot++)
        {
            ref var state = ref aircraft.At(slot);
            if (state.Position.Stage == PositionStage.Established || state.Position.Waiting == 0)
                continue;
            var codes = waiting.Take(ref state.Position);
            state.Position = new PositionState
            {
                HasLast = state.Position.HasLast,
                Latitude = state.Position.Latitude,
                Longitude = state.Position.Longitude,
                Time = state.Position.Time,
                WasOnGround = state.Position.WasOnGround,
            };
            foreach (var (code, fix) in codes)
            {
                var placed = fix;
                if (TryPlace(ref state, code, ref placed))
                    late(AircraftKey.Address(state.Key), placed);
            }
            SettleNearReference(ref state);
        }
    }

    private void SettleNearReference(ref AircraftState state)
    {
        foreach (var (code, fix) in waiting.Take(ref state.Position))
        {
            if (!state.Position.HasLast && resolver.TryNearReference(code, out var place))
                late!(AircraftKey.Address(state.Key), fix with { Position = place });
        }
    }

    private static sbyte KeepVelocity(ref AircraftState state, in AirborneVelocity velocity, long time)
    {
        if (!velocity.IsKnownSubtype)
            return -1;
        // A heading through the air is no track; the fields of the other kind stay unknown.
        state.SpeedKnots = velocity.GroundSpeedKnots;
        state.TrackDegrees = velocity.TrackDegrees;
        state.VerticalRateFeetPerMinute = velocity.VerticalRateFeetPerMinute;
        state.IsRateGeometric = velocity.IsRateGeometric;
        state.NacV = (sbyte)velocity.NacV;
        state.VelocityTime = time;
        return state.NacV;
    }

    private static sbyte KeepStatus(ref AircraftState state, in OperationalStatus status, long time)
    {
        if (!status.IsKnownSubtype)
            return -1;
        state.Version = (sbyte)status.Version;
        state.VersionTime = time;
        if (status.Version == 0)
            return state.Version;
        state.SupplementA = (sbyte)(status.SupplementA ? 1 : 0);
        if (status.IsSurface)
        {
            state.SupplementC = (sbyte)(status.SupplementC ? 1 : 0);
            state.IsSurfaceAngleHeading = Field.IsSet(status.Message, 53);
        }
        (state.NacP, state.Sil, state.AccuracyTime) = ((sbyte)status.NacP, (sbyte)status.Sil, time);
        return state.Version;
    }

    private static PositionIntegrity Integrity(in AircraftState state, int typeCode, ulong me, FixSource source, long time)
    {
        // Bit 8 is the IMF, not supplement B, where a ground station sends (DO-260B 2.2.17.3.1).
        var b = source == FixSource.Adsb && AirbornePosition.SupplementB(me);
        var isFresh = IsFresh(state.VersionTime, time, AircraftTable.LifetimeMicroseconds);
        return PositionIntegrity.Of(typeCode, FreshVersion(state, time), isFresh ? state.SupplementA : -1, b, isFresh ? state.SupplementC : -1);
    }

    private static Fix FixOf(
        in RawFrame raw, in AircraftState state, ulong me, bool isSurface, int altitude, AltitudeType altitudeType, in PositionIntegrity integrity, FixSource source)
    {
        var time = raw.TimeMicroseconds;
        var hasVelocity = !isSurface && IsFresh(state.VelocityTime, time, VelocityFreshMicroseconds);
        var hasAccuracy = IsFresh(state.AccuracyTime, time, DetailFreshMicroseconds);
        return new Fix
        {
            Time = new UtcInstant(time),
            Position = default,
            BarometricAltitudeFeet = altitudeType == AltitudeType.Barometric ? altitude : float.NaN,
            GeometricAltitudeFeet = altitudeType == AltitudeType.Geometric ? altitude : float.NaN,
            GroundSpeedKnots = isSurface ? SurfacePosition.SpeedKnots(me) : hasVelocity ? state.SpeedKnots : float.NaN,
            TrackDegrees = isSurface ? state.IsSurfaceAngleHeading ? float.NaN : SurfacePosition.TrackDegrees(me) : hasVelocity ? state.TrackDegrees : float.NaN,
            VerticalRateFeetPerMinute = hasVelocity ? state.VerticalRateFeetPerMinute : float.NaN,
            ContainmentMetres = integrity.RcMetres,
            Nic = integrity.Nic,
            NacP = hasAccuracy ? state.NacP : (sbyte)-1,
            Sil = hasAccuracy ? state.Sil : (sbyte)-1,
            Squawk = IsFresh(state.SquawkTime, time, DetailFreshMicroseconds) ? state.Squawk : (short)-1,
            Source = source,
            Status = (isSurface ? FixStatus.OnGround : FixStatus.None) | (hasVelocity && state.IsRateGeometric ? FixStatus.GeometricRate : FixStatus.None),
            Record = raw.Record,
        };
    }

    private static sbyte FreshVersion(in AircraftState state, long time) =>
        IsFresh(state.VersionTime, time, AircraftTable.LifetimeMicroseconds) ? state.Version : (sbyte)-1;

    private static bool IsFresh(long time, long now, long limit) => Math.Abs(now - time) <= limit;
}

using Overflight.Geodesy;
using Overflight.Tracks;

namespace Overflight.Feeds.ModeS;

/// <summary>Decodes extended squitters and keeps what they say of their aircraft.</summary>
internal sealed class SquitterDecoder(AircraftTable aircraft, WaitingCodes waiting, PositionResolver resolver, LateFixSink? late)
{
    private const long VelocityFreshMicroseconds = 10_000_000;
    private const long DetailFreshMicroseconds = 60_000_000;

    /// <summary>Fills in what a squitter of sound parity says.</summary>
    public void Decode(ref DecodedMessage message)
    {
        var me = message.Frame.Message;
        var typeCode = Field.Of(me, 1, 5);
        var format = message.Frame.DownlinkFormat;
        var origin = SquitterOrigin.Of(format, message.Frame.Subfield, me, typeCode);
        var source = message.Raw.Origin == FrameOrigin.Multilateration ? FixSource.Mlat : origin.Source;
        message.TypeCode = (sbyte)typeCode;
        message.Source = source;
        message.Address = new AircraftAddress(message.Frame.AnnouncedAddress, origin.IsIcao);
        if (format == 17)
            message.OnGround = Capability.OnGround(message.Frame.Subfield);
        if (!origin.IsDecoded)
            return;
        var time = message.Raw.TimeMicroseconds;
        ref var state = ref aircraft.FindOrAdd(AircraftKey.Of(message.Address.Value, origin.IsIcao, source), time);
        state.LastHeard = time;
        if (message.Parity == ParityStatus.Ok && source == FixSource.Adsb && origin.IsIcao)
            state.Confirmed = time;
        switch (typeCode)
        {
            case >= 1 and <= 4:
                state.Callsign = message.Callsign = CallsignCode.Of(me);
                state.CallsignTime = time;
                break;
            case >= 5 and <= 8:
                message.OnGround = 1;
                Position(ref state, ref message, me, isSurface: true);
                break;
            case 0 or (>= 9 and <= 18) or (>= 20 and <= 22):
                Altitude(ref state, ref message, me);
                if (typeCode == 0)
                    break;
                message.OnGround = 0;
                Position(ref state, ref message, me, isSurface: false);
                break;
            case 19:
                message.NacV = KeepVelocity(ref state, AirborneVelocity.Of(me), time);
                break;
            case 28 when AircraftStatus.Subtype(me) == 1:
                state.Squawk = message.Squawk = AircraftStatus.Squawk(me);
                state.SquawkTime = time;
                break;
            case 29 when TargetState.IsVersion2(me):
                (state.NacP, state.Sil, state.AccuracyTime) = ((sbyte)TargetState.NacP(me), (sbyte)TargetState.Sil(me), time);
                (state.SelectedAltitudeFeet, state.SelectedTime) = (TargetState.SelectedAltitudeFeet(me), time);
                break;
            case 31:
                message.Version = KeepStatus(ref state, new OperationalStatus(me), time);
                break;
        }
    }

    private static void Altitude(ref AircraftState state, ref DecodedMessage message, ulong me)
    {
        var altitude = AirbornePosition.AltitudeFeet(me);
        if (altitude == AltitudeCode.None)
            return;
        message.AltitudeFeet = altitude;
        message.AltitudeType = AirbornePosition.IsGeometric(message.TypeCode) ? AltitudeType.Geometric : AltitudeType.Barometric;
        if (message.AltitudeType == AltitudeType.Barometric)
            (state.AltitudeFeet, state.AltitudeTime) = (altitude, message.Raw.TimeMicroseconds);
    }

    private void Position(ref AircraftState state, ref DecodedMessage message, ulong me, bool isSurface)
    {
        var time = message.Raw.TimeMicroseconds;
        var integrity = Integrity(state, message.TypeCode, me, message.Source, time);
        message.HasPositionCode = true;
        message.Version = FreshVersion(state, time);
        message.NucP = integrity.NucP;
        var hasVelocity = IsFresh(state.VelocityTime, time, VelocityFreshMicroseconds);
        if (hasVelocity)
            message.NacV = state.NacV;
        if (IsFresh(state.SquawkTime, time, DetailFreshMicroseconds))
            message.Squawk = state.Squawk;
        if (IsFresh(state.CallsignTime, time, DetailFreshMicroseconds))
            message.Callsign = state.Callsign;
        var code = CprCode.Of(me, isSurface);
        var speedKnots = isSurface ? SurfacePosition.SpeedKnots(me) : hasVelocity ? state.SpeedKnots : float.NaN;
        var outcome = resolver.Resolve(ref state.Position, code, time, speedKnots);
        message.HasPosition = outcome != PositionResolver.Outcome.Waits;
        message.Fix = isSurface
            ? SurfaceFix(state, message, me, speedKnots, integrity)
            : AirborneFix(state, message, hasVelocity, speedKnots, integrity);
        if (message.HasPosition)
            Settle(ref state, outcome);
        else
            waiting.Add(ref state.Position, code, message.Fix);
    }

    /// <summary>Codes that waited for the aircraft's place to be established get theirs; those that missed it were astray.</summary>
    private void Settle(ref AircraftState state, PositionResolver.Outcome outcome)
    {
        if (state.Position.Waiting == 0)
            return;
        if (outcome == PositionResolver.Outcome.Established)
            waiting.Settle(ref state.Position, AircraftKey.Address(state.Key), late);
        else
            waiting.Drop(ref state.Position);
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
                var outcome = resolver.Resolve(ref state.Position, code, fix.Time.Microseconds, fix.GroundSpeedKnots);
                if (outcome == PositionResolver.Outcome.Waits)
                {
                    waiting.Add(ref state.Position, code, fix);
                    continue;
                }
                late(AircraftKey.Address(state.Key), fix with { Position = new GeoPoint(state.Position.Latitude, state.Position.Longitude) });
                Settle(ref state, outcome);
            }
        }
        // Only now is all traffic placed that lone codes may be placed by.
        for (var slot = 0; aircraft.NextSlot(ref slot); slot++)
            SettleNearReference(ref aircraft.At(slot));
    }

    private void SettleNearReference(ref AircraftState state)
    {
        if (state.Position.Waiting == 0)
            return;
        foreach (var (code, fix) in waiting.Take(ref state.Position))
        {
            if (!state.Position.HasLast && resolver.TryNearReference(code, fix.Time.Microseconds, out var place))
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

    private static Fix AirborneFix(in AircraftState state, in DecodedMessage message, bool hasVelocity, float speedKnots, in PositionIntegrity integrity)
    {
        var hasAccuracy = IsFresh(state.AccuracyTime, message.Raw.TimeMicroseconds, DetailFreshMicroseconds);
        return new Fix
        {
            Time = new UtcInstant(message.Raw.TimeMicroseconds),
            Position = PlaceOf(state, message),
            BarometricAltitudeFeet = message.AltitudeType == AltitudeType.Barometric ? message.AltitudeFeet : float.NaN,
            GeometricAltitudeFeet = message.AltitudeType == AltitudeType.Geometric ? message.AltitudeFeet : float.NaN,
            GroundSpeedKnots = speedKnots,
            TrackDegrees = hasVelocity ? state.TrackDegrees : float.NaN,
            VerticalRateFeetPerMinute = hasVelocity ? state.VerticalRateFeetPerMinute : float.NaN,
            ContainmentMetres = integrity.RcMetres,
            Nic = integrity.Nic,
            NacP = hasAccuracy ? state.NacP : (sbyte)-1,
            Sil = hasAccuracy ? state.Sil : (sbyte)-1,
            Squawk = message.Squawk,
            Source = message.Source,
            Status = hasVelocity && state.IsRateGeometric ? FixStatus.GeometricRate : FixStatus.None,
            Record = message.Raw.Record,
        };
    }

    private static Fix SurfaceFix(in AircraftState state, in DecodedMessage message, ulong me, float speedKnots, in PositionIntegrity integrity)
    {
        var hasAccuracy = IsFresh(state.AccuracyTime, message.Raw.TimeMicroseconds, DetailFreshMicroseconds);
        return new Fix
        {
            Time = new UtcInstant(message.Raw.TimeMicroseconds),
            Position = PlaceOf(state, message),
            GroundSpeedKnots = speedKnots,
            TrackDegrees = state.IsSurfaceAngleHeading ? float.NaN : SurfacePosition.TrackDegrees(me),
            ContainmentMetres = integrity.RcMetres,
            Nic = integrity.Nic,
            NacP = hasAccuracy ? state.NacP : (sbyte)-1,
            Sil = hasAccuracy ? state.Sil : (sbyte)-1,
            Squawk = message.Squawk,
            Source = message.Source,
            Status = FixStatus.OnGround,
            Record = message.Raw.Record,
        };
    }

    private static GeoPoint PlaceOf(in AircraftState state, in DecodedMessage message) =>
        message.HasPosition ? new GeoPoint(state.Position.Latitude, state.Position.Longitude) : default;

    private static sbyte FreshVersion(in AircraftState state, long time) =>
        IsFresh(state.VersionTime, time, AircraftTable.LifetimeMicroseconds) ? state.Version : (sbyte)-1;

    private static bool IsFresh(long time, long now, long limit) => Math.Abs(now - time) <= limit;
}

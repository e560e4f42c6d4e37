using System.Text;
using Overflight.Mavlink.Messages;
using Overflight.Mavlink.Vehicles;

namespace Overflight.Mavlink.RemoteId;

/// <summary>What Remote ID tells of a vehicle, as OPEN_DRONE_ID messages in their units.</summary>
public static class RemoteIdMessages
{
    private const double LeastAltitude = -1000;
    private const double GreatestAltitude = 31_767;

    private static readonly DateTimeOffset s_epoch = new(2019, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Who the aircraft is.</summary>
    public static OpenDroneIdBasicId BasicId(RemoteIdentity identity)
    {
        ArgumentNullException.ThrowIfNull(identity);
        return new() { IdType = identity.IdType, UaType = identity.AircraftType, UasId = Ascii(identity.Id, 20) };
    }

    /// <summary>Where it is and goes.</summary>
    public static OpenDroneIdLocation Location(VehicleState s)
    {
        ArgumentNullException.ThrowIfNull(s);
        var hour = new TimeSpan(s.Time.UtcDateTime.TimeOfDay.Ticks % TimeSpan.TicksPerHour);
        return new()
        {
            Status = s.System is MavState.Emergency or MavState.Critical or MavState.FlightTermination ? MavOdidStatus.Emergency
                : s.Landed switch { MavLandedState.OnGround => MavOdidStatus.Ground, MavLandedState.Undefined => MavOdidStatus.Undeclared, _ => MavOdidStatus.Airborne },
            Direction = s.GroundSpeed < 0.1 ? (ushort)36_100 : Units.Centidegrees(s.Course),
            SpeedHorizontal = (ushort)Math.Min(25_425, Math.Round(s.GroundSpeed * 100)),
            SpeedVertical = (short)Math.Round(Math.Clamp(-s.VelocityDown, -62, 62) * 100),
            Latitude = s.HasFix ? Units.DegE7(s.Latitude) : 0,
            Longitude = s.HasFix ? Units.DegE7(s.Longitude) : 0,
            AltitudeBarometric = Altitude(s.PressureAltitude),
            AltitudeGeodetic = Altitude(s.HeightEllipsoid),
            HeightReference = double.IsNaN(s.HeightAboveGround) ? MavOdidHeightRef.OverTakeoff : MavOdidHeightRef.OverGround,
            Height = Altitude(double.IsNaN(s.HeightAboveGround) ? s.AltitudeMsl - (s.Home?.AltitudeMsl ?? double.NaN) : s.HeightAboveGround),
            HorizontalAccuracy = RemoteIdAccuracy.Horizontal(s.HorizontalAccuracy * RemoteIdAccuracy.Horizontal95),
            VerticalAccuracy = RemoteIdAccuracy.Vertical(s.VerticalAccuracy * RemoteIdAccuracy.Vertical95),
            SpeedAccuracy = RemoteIdAccuracy.Speed(s.VelocityAccuracy * RemoteIdAccuracy.Horizontal95),
            Timestamp = (float)Math.Round(hour.TotalSeconds, 1),
            TimestampAccuracy = MavOdidTimeAcc.Acc01Second,
        };
    }

    /// <summary>What the operator says of the flight.</summary>
    public static OpenDroneIdSelfId SelfId(RemoteIdentity identity)
    {
        ArgumentNullException.ThrowIfNull(identity);
        return new() { DescriptionType = MavOdidDescType.Text, Description = identity.Description };
    }

    /// <summary>Where the operator is.</summary>
    public static OpenDroneIdSystem System(RemoteIdentity identity, VehicleState s)
    {
        ArgumentNullException.ThrowIfNull(identity);
        ArgumentNullException.ThrowIfNull(s);
        var place = identity.Operator ?? s.Home;
        return new()
        {
            OperatorLocationType = identity.Operator is null ? MavOdidOperatorLocationType.Takeoff : MavOdidOperatorLocationType.Fixed,
            ClassificationType = identity.CategoryEu == MavOdidCategoryEu.Undeclared ? MavOdidClassificationType.Undeclared : MavOdidClassificationType.Eu,
            OperatorLatitude = Units.DegE7(place?.Latitude ?? 0),
            OperatorLongitude = Units.DegE7(place?.Longitude ?? 0),
            AreaCount = 1,
            AreaCeiling = (float)LeastAltitude,
            AreaFloor = (float)LeastAltitude,
            CategoryEu = identity.CategoryEu,
            ClassEu = identity.ClassEu,
            OperatorAltitudeGeo = Altitude(identity.OperatorHeightEllipsoid),
            Timestamp = Units.UInt32(Math.Floor((s.Time - s_epoch).TotalSeconds)),
        };
    }

    /// <summary>Who the operator is.</summary>
    public static OpenDroneIdOperatorId OperatorId(RemoteIdentity identity)
    {
        ArgumentNullException.ThrowIfNull(identity);
        return new() { OperatorIdType = MavOdidOperatorIdType.Caa, OperatorId = identity.OperatorId };
    }

    /// <summary>Whether enough is known for Remote ID, so that the vehicle may be armed.</summary>
    public static OpenDroneIdArmStatus ArmStatus(RemoteIdentity identity, VehicleState s)
    {
        ArgumentNullException.ThrowIfNull(identity);
        ArgumentNullException.ThrowIfNull(s);
        var error = identity.IdType == MavOdidIdType.None || identity.Id.Length == 0 ? "no id of the aircraft"
            : !s.HasFix ? "no position of the aircraft"
            : identity.Operator is null && s.Home is null ? "no position of the operator"
            : "";
        return new() { Status = error.Length == 0 ? MavOdidArmStatus.GoodToArm : MavOdidArmStatus.PreArmFailGeneric, Error = error };
    }

    /// <summary>All of it in one message, in the forms of ASTM F3411.</summary>
    public static OpenDroneIdMessagePack Pack(RemoteIdentity identity, VehicleState s)
    {
        ArgumentNullException.ThrowIfNull(identity);
        List<byte[]> forms = [RemoteIdForm.Write(BasicId(identity)), RemoteIdForm.Write(Location(s)), RemoteIdForm.Write(System(identity, s))];
        if (identity.Description.Length > 0)
            forms.Add(RemoteIdForm.Write(SelfId(identity)));
        if (identity.OperatorId.Length > 0)
            forms.Add(RemoteIdForm.Write(OperatorId(identity)));
        return new() { SingleMessageSize = RemoteIdForm.Size, MsgPackSize = (byte)forms.Count, Messages = [.. forms.SelectMany(f => f)] };
    }

    /// <summary>Position and plan for traffic management.</summary>
    public static UtmGlobalPosition Utm(RemoteIdentity? identity, VehicleState s, TimeSpan interval)
    {
        ArgumentNullException.ThrowIfNull(s);
        var flags = UtmDataAvailFlags.TimeValid | UtmDataAvailFlags.HorizontalVeloAvailable | UtmDataAvailFlags.VerticalVeloAvailable;
        flags |= s.HasFix ? UtmDataAvailFlags.PositionAvailable : 0;
        flags |= double.IsNaN(s.HeightEllipsoid) ? 0 : UtmDataAvailFlags.AltitudeAvailable;
        flags |= double.IsNaN(s.HeightAboveGround) ? 0 : UtmDataAvailFlags.RelativeAltitudeAvailable;
        flags |= identity is null ? 0 : UtmDataAvailFlags.UasIdAvailable;
        flags |= s.Target is null ? 0 : UtmDataAvailFlags.NextWaypointAvailable;
        return new()
        {
            Time = Units.Microseconds(s.Time),
            UasId = identity is null ? [] : Ascii(identity.Id, 18),
            Lat = Units.DegE7(s.Latitude),
            Lon = Units.DegE7(s.Longitude),
            Alt = Units.Int32(s.HeightEllipsoid * 1000),
            RelativeAlt = Units.Int32(s.HeightAboveGround * 1000),
            Vx = Units.Int16(s.VelocityNorth * 100, 0),
            Vy = Units.Int16(s.VelocityEast * 100, 0),
            Vz = Units.Int16(s.VelocityDown * 100, 0),
            HAcc = Units.UInt16(s.HorizontalAccuracy * 1000),
            VAcc = Units.UInt16(s.VerticalAccuracy * 1000),
            VelAcc = Units.UInt16(s.VelocityAccuracy * 100),
            NextLat = Units.DegE7(s.Target?.Latitude ?? 0),
            NextLon = Units.DegE7(s.Target?.Longitude ?? 0),
            // The target's altitude is above mean sea level; the field wants the ellipsoid: what parts the two here, parts them there.
            NextAlt = Units.Int32(((s.Target?.AltitudeMsl ?? double.NaN) + (s.HeightEllipsoid - s.AltitudeMsl)) * 1000),
            UpdateRate = (ushort)Math.Clamp(interval.TotalMilliseconds / 10, 0, ushort.MaxValue),
            FlightState = s.System is MavState.Emergency ? UtmFlightState.Emergency
                : s.Landed switch { MavLandedState.OnGround => UtmFlightState.Ground, MavLandedState.Undefined => UtmFlightState.Unknown, _ => UtmFlightState.Airborne },
            Flags = flags,
        };
    }

    private static float Altitude(double metres) => double.IsNaN(metres) ? (float)LeastAltitude : (float)Math.Clamp(metres, LeastAltitude, GreatestAltitude);

    private static byte[] Ascii(string text, int most) => Encoding.ASCII.GetBytes(text.Length > most ? text[..most] : text);
}

using System.Buffers.Binary;
using System.Text;
using Overflight.Mavlink.Messages;

namespace Overflight.Mavlink.RemoteId;

/// <summary>The 25-byte forms of ASTM F3411-22a, in which Remote ID goes on the air and in message packs.</summary>
/// <remarks>
/// Steps are coarser than those of the MAVLink messages: whole degrees, 0.25 or 0.75 m/s, 0.5 m/s vertically, 0.5 m, 0.1 s,
/// and 10 m for radii. Numbers are rounded to them.
/// </remarks>
public static class RemoteIdForm
{
    /// <summary>Its size in bytes.</summary>
    public const byte Size = 25;

    /// <summary>Version of F3411-22a in the low half of the first byte.</summary>
    private const byte Version = 2;

    private const double SlowStep = 0.25, FastStep = 0.75, FastFrom = byte.MaxValue * SlowStep;
    private const byte UnknownSpeed = byte.MaxValue;
    private const ushort UnknownTime = ushort.MaxValue;

    /// <summary>What kind of form it is.</summary>
    /// <exception cref="ArgumentException">It is not of 25 bytes.</exception>
    public static RemoteIdKind KindOf(ReadOnlySpan<byte> form) => (RemoteIdKind)(Checked(form)[0] >> 4);

    /// <summary>Basic ID.</summary>
    public static byte[] Write(in OpenDroneIdBasicId m)
    {
        var form = Begin(RemoteIdKind.BasicId);
        form[1] = (byte)((byte)m.IdType << 4 | (byte)m.UaType & 0xF);
        m.UasId.AsSpan(0, Math.Min(20, m.UasId.Length)).CopyTo(form.AsSpan(2));
        return form;
    }

    /// <summary>Location.</summary>
    public static byte[] Write(in OpenDroneIdLocation m)
    {
        var form = Begin(RemoteIdKind.Location);
        var direction = m.Direction > 35_999 ? 361 : (int)Math.Round(m.Direction / 100.0) % 360;
        var speed = m.SpeedHorizontal / 100.0;
        var isFast = speed > FastFrom;
        form[1] = (byte)((byte)m.Status << 4 | ((byte)m.HeightReference & 1) << 2 | (direction >= 180 ? 2 : 0) | (isFast ? 1 : 0));
        form[2] = (byte)(direction >= 180 ? direction - 180 : direction);
        form[3] = m.SpeedHorizontal == 25_500 ? UnknownSpeed : isFast ? (byte)Math.Min(254, Math.Round((speed - FastFrom) / FastStep)) : (byte)Math.Round(speed / SlowStep);
        form[4] = unchecked((byte)(sbyte)Math.Clamp(Math.Round(m.SpeedVertical / 50.0), -126, 126));
        BinaryPrimitives.WriteInt32LittleEndian(form.AsSpan(5), m.Latitude);
        BinaryPrimitives.WriteInt32LittleEndian(form.AsSpan(9), m.Longitude);
        WriteAltitude(form.AsSpan(13), m.AltitudeBarometric);
        WriteAltitude(form.AsSpan(15), m.AltitudeGeodetic);
        WriteAltitude(form.AsSpan(17), m.Height);
        form[19] = (byte)((byte)m.VerticalAccuracy << 4 | (byte)m.HorizontalAccuracy & 0xF);
        form[20] = (byte)((byte)m.BarometerAccuracy << 4 | (byte)m.SpeedAccuracy & 0xF);
        BinaryPrimitives.WriteUInt16LittleEndian(form.AsSpan(21), m.Timestamp is >= 0 and <= 3600 ? (ushort)Math.Round(m.Timestamp * 10.0) : UnknownTime);
        form[23] = (byte)((byte)m.TimestampAccuracy & 0xF);
        return form;
    }

    /// <summary>Self ID.</summary>
    public static byte[] Write(in OpenDroneIdSelfId m)
    {
        var form = Begin(RemoteIdKind.SelfId);
        form[1] = (byte)m.DescriptionType;
        PayloadBytes.WriteText(m.Description, form.AsSpan(2, 23));
        return form;
    }

    /// <summary>System.</summary>
    public static byte[] Write(in OpenDroneIdSystem m)
    {
        var form = Begin(RemoteIdKind.System);
        form[1] = (byte)(((byte)m.ClassificationType & 7) << 2 | (byte)m.OperatorLocationType & 3);
        BinaryPrimitives.WriteInt32LittleEndian(form.AsSpan(2), m.OperatorLatitude);
        BinaryPrimitives.WriteInt32LittleEndian(form.AsSpan(6), m.OperatorLongitude);
        BinaryPrimitives.WriteUInt16LittleEndian(form.AsSpan(10), m.AreaCount);
        form[12] = (byte)Math.Min(255, Math.Round(m.AreaRadius / 10.0));
        WriteAltitude(form.AsSpan(13), m.AreaCeiling);
        WriteAltitude(form.AsSpan(15), m.AreaFloor);
        form[17] = (byte)((byte)m.CategoryEu << 4 | (byte)m.ClassEu & 0xF);
        WriteAltitude(form.AsSpan(18), m.OperatorAltitudeGeo);
        BinaryPrimitives.WriteUInt32LittleEndian(form.AsSpan(20), m.Timestamp);
        return form;
    }

    /// <summary>Operator ID.</summary>
    public static byte[] Write(in OpenDroneIdOperatorId m)
    {
        var form = Begin(RemoteIdKind.OperatorId);
        form[1] = (byte)m.OperatorIdType;
        PayloadBytes.WriteText(m.OperatorId, form.AsSpan(2, 20));
        return form;
    }

    /// <summary>Reads a Basic ID.</summary>
    /// <exception cref="ArgumentException">It is another form, or not of 25 bytes.</exception>
    public static OpenDroneIdBasicId ReadBasicId(ReadOnlySpan<byte> form)
    {
        Expect(form, RemoteIdKind.BasicId);
        return new() { IdType = (MavOdidIdType)(form[1] >> 4), UaType = (MavOdidUaType)(form[1] & 0xF), UasId = form.Slice(2, 20).ToArray() };
    }

    /// <summary>Reads a Location.</summary>
    /// <exception cref="ArgumentException">It is another form, or not of 25 bytes.</exception>
    public static OpenDroneIdLocation ReadLocation(ReadOnlySpan<byte> form)
    {
        Expect(form, RemoteIdKind.Location);
        var direction = form[2] + ((form[1] & 2) != 0 ? 180 : 0);
        var speed = (form[1] & 1) == 0 ? form[3] * SlowStep : form[3] * FastStep + FastFrom;
        var time = BinaryPrimitives.ReadUInt16LittleEndian(form[21..]);
        return new()
        {
            Status = (MavOdidStatus)(form[1] >> 4),
            HeightReference = (MavOdidHeightRef)(form[1] >> 2 & 1),
            Direction = direction > 359 ? (ushort)36_100 : (ushort)(direction * 100),
            SpeedHorizontal = (ushort)Math.Round(speed * 100),
            SpeedVertical = (short)((sbyte)form[4] * 50),
            Latitude = BinaryPrimitives.ReadInt32LittleEndian(form[5..]),
            Longitude = BinaryPrimitives.ReadInt32LittleEndian(form[9..]),
            AltitudeBarometric = ReadAltitude(form[13..]),
            AltitudeGeodetic = ReadAltitude(form[15..]),
            Height = ReadAltitude(form[17..]),
            HorizontalAccuracy = (MavOdidHorAcc)(form[19] & 0xF),
            VerticalAccuracy = (MavOdidVerAcc)(form[19] >> 4),
            SpeedAccuracy = (MavOdidSpeedAcc)(form[20] & 0xF),
            BarometerAccuracy = (MavOdidVerAcc)(form[20] >> 4),
            Timestamp = time == UnknownTime ? UnknownTime : time / 10f,
            TimestampAccuracy = (MavOdidTimeAcc)(form[23] & 0xF),
        };
    }

    /// <summary>Reads a Self ID.</summary>
    /// <exception cref="ArgumentException">It is another form, or not of 25 bytes.</exception>
    public static OpenDroneIdSelfId ReadSelfId(ReadOnlySpan<byte> form)
    {
        Expect(form, RemoteIdKind.SelfId);
        return new() { DescriptionType = (MavOdidDescType)form[1], Description = PayloadBytes.ReadText(form.Slice(2, 23)) };
    }

    /// <summary>Reads a System.</summary>
    /// <exception cref="ArgumentException">It is another form, or not of 25 bytes.</exception>
    public static OpenDroneIdSystem ReadSystem(ReadOnlySpan<byte> form)
    {
        Expect(form, RemoteIdKind.System);
        return new()
        {
            OperatorLocationType = (MavOdidOperatorLocationType)(form[1] & 3),
            ClassificationType = (MavOdidClassificationType)(form[1] >> 2 & 7),
            OperatorLatitude = BinaryPrimitives.ReadInt32LittleEndian(form[2..]),
            OperatorLongitude = BinaryPrimitives.ReadInt32LittleEndian(form[6..]),
            AreaCount = BinaryPrimitives.ReadUInt16LittleEndian(form[10..]),
            AreaRadius = (ushort)(form[12] * 10),
            AreaCeiling = ReadAltitude(form[13..]),
            AreaFloor = ReadAltitude(form[15..]),
            CategoryEu = (MavOdidCategoryEu)(form[17] >> 4),
            ClassEu = (MavOdidClassEu)(form[17] & 0xF),
            OperatorAltitudeGeo = ReadAltitude(form[18..]),
            Timestamp = BinaryPrimitives.ReadUInt32LittleEndian(form[20..]),
        };
    }

    /// <summary>Reads an Operator ID.</summary>
    /// <exception cref="ArgumentException">It is another form, or not of 25 bytes.</exception>
    public static OpenDroneIdOperatorId ReadOperatorId(ReadOnlySpan<byte> form)
    {
        Expect(form, RemoteIdKind.OperatorId);
        return new() { OperatorIdType = (MavOdidOperatorIdType)form[1], OperatorId = PayloadBytes.ReadText(form.Slice(2, 20)) };
    }

    private static byte[] Begin(RemoteIdKind kind)
    {
        var form = new byte[Size];
        form[0] = (byte)((byte)kind << 4 | Version);
        return form;
    }

    private static ReadOnlySpan<byte> Checked(ReadOnlySpan<byte> form) =>
        form.Length == Size ? form : throw new ArgumentException($"a Remote ID form has {Size} bytes, not {form.Length}", nameof(form));

    private static void Expect(ReadOnlySpan<byte> form, RemoteIdKind kind)
    {
        if (KindOf(form) != kind)
            throw new ArgumentException($"a form of {KindOf(form)} is not one of {kind}", nameof(form));
    }

    // Half metres above -1000 m; 0 is not known.
    private static void WriteAltitude(Span<byte> bytes, float metres) =>
        BinaryPrimitives.WriteUInt16LittleEndian(bytes, (ushort)Math.Clamp(Math.Round((metres + 1000.0) * 2), 0, ushort.MaxValue));

    private static float ReadAltitude(ReadOnlySpan<byte> bytes) => BinaryPrimitives.ReadUInt16LittleEndian(bytes) / 2f - 1000;
}

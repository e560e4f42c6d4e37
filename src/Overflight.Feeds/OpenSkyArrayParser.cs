using System.Text;

namespace Overflight.Feeds;

/// <summary>Reads OpenSky's rows, which are arrays with a meaning by place.</summary>
internal sealed class OpenSkyArrayParser(RowInterpreter interpreter, ColumnBinding[] fields) : IElementParser
{
    private static readonly ColumnBinding s_address = new(ColumnRole.Address);
    private static readonly ColumnBinding s_callsign = new(ColumnRole.Callsign);
    private static readonly ColumnBinding s_barometric = new(ColumnRole.BarometricAltitude, 0, Units.FeetPerMetre);
    private static readonly ColumnBinding s_angle = new(ColumnRole.TrackAngle);
    private static readonly ColumnBinding s_ground = new(ColumnRole.OnGround);
    private static readonly ColumnBinding s_latitude = new(ColumnRole.Latitude);
    private static readonly ColumnBinding s_longitude = new(ColumnRole.Longitude);
    private static readonly ColumnBinding s_source = new(ColumnRole.Source);
    private readonly Row _row = new();

    /// <summary>State vectors: address, call sign, country, time of position, last contact, longitude, latitude, and so on.</summary>
    public static ColumnBinding[] StateFields { get; } =
    [
        s_address, s_callsign, ColumnBinding.None, new(ColumnRole.PositionTime, 0, 1e6), new(ColumnRole.Time, 2, 1e6),
        s_longitude, s_latitude, s_barometric, s_ground,
        new(ColumnRole.GroundSpeed, 0, Units.KnotsPerMetrePerSecond), s_angle,
        new(ColumnRole.VerticalRate, 0, Units.FeetPerMinutePerMetrePerSecond), ColumnBinding.None,
        new(ColumnRole.GeometricAltitude, 0, Units.FeetPerMetre), ColumnBinding.None, ColumnBinding.None, s_source,
    ];

    /// <summary>Waypoints: time, latitude, longitude, barometric altitude, track, whether on the ground.</summary>
    public static ColumnBinding[] WaypointFields { get; } =
        [new(ColumnRole.Time, 2, 1e6), s_latitude, s_longitude, s_barometric, s_angle, s_ground];

    /// <summary>The address of rows that carry none.</summary>
    public string Address { get; set; } = "";

    /// <summary>The call sign of rows that carry none.</summary>
    public string Callsign { get; set; } = "";

    public byte Opening => (byte)'[';

    public void Parse(ref JsonScanner scanner, long record, long offset)
    {
        scanner.Position++;
        _row.Clear();
        if (!scanner.Take((byte)']'))
        {
            var index = 0;
            do
                ReadField(ref scanner, index < fields.Length ? fields[index] : ColumnBinding.None);
            while (++index > 0 && scanner.TakeCommaOrEnd((byte)']'));
        }
        if (!scanner.IsGood)
            return;
        if (Address.Length > 0)
            _row.Set(s_address, Encoding.UTF8.GetBytes(Address));
        if (Callsign.Length > 0)
            _row.Set(s_callsign, Encoding.UTF8.GetBytes(Callsign));
        interpreter.Accept(_row, record, offset);
    }

    private void ReadField(ref JsonScanner scanner, ColumnBinding binding)
    {
        scanner.Next();
        var start = scanner.Position;
        var kind = scanner.ReadScalar(out var number, out var text);
        if (kind is JsonKind.Object or JsonKind.Array)
            scanner.SkipValue();
        else if (kind == JsonKind.String)
            _row.Set(binding, JsonText.Plain(text));
        else if (binding.Role == ColumnRole.Source && kind == JsonKind.Number)
            _row.Set(binding, SourceOf(number));
        else if (kind is not (JsonKind.Null or JsonKind.None))
            _row.Set(binding, scanner.Data[start..scanner.Position]);
    }

    /// <summary>OpenSky's position_source in readsb's words: 0 ADS-B, 1 ASTERIX, 2 MLAT, 3 FLARM.</summary>
    private static ReadOnlySpan<byte> SourceOf(double code) => code switch
    {
        0 => "adsb"u8,
        1 => "radar"u8,
        2 => "mlat"u8,
        3 => "flarm"u8,
        _ => default,
    };
}

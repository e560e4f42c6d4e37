using Overflight.Geodesy;

namespace Overflight.Feeds;

/// <summary>Unit words as they end column names, with factors to feet, knots, feet per minute and microseconds.</summary>
internal static class Units
{
    public const double FeetPerMetre = 1 / SiUnits.MetresPerFoot;
    public const double KnotsPerMetrePerSecond = SiUnits.KnotsPerMetrePerSecond;
    public const double FeetPerMinutePerMetrePerSecond = 60 / SiUnits.MetresPerFoot;

    private static readonly Dictionary<string, (double, string)> s_length = new()
    {
        ["ft"] = (1, "feet"),
        ["feet"] = (1, "feet"),
        ["foot"] = (1, "feet"),
        ["fl"] = (100, "flight levels"),
        ["m"] = (FeetPerMetre, "metres"),
        ["meter"] = (FeetPerMetre, "metres"),
        ["meters"] = (FeetPerMetre, "metres"),
        ["metre"] = (FeetPerMetre, "metres"),
        ["metres"] = (FeetPerMetre, "metres"),
        ["km"] = (1000 * FeetPerMetre, "kilometres"),
    };

    private static readonly Dictionary<string, (double, string)> s_speed = new()
    {
        ["kt"] = (1, "knots"),
        ["kts"] = (1, "knots"),
        ["kn"] = (1, "knots"),
        ["knots"] = (1, "knots"),
        ["knot"] = (1, "knots"),
        ["ms"] = (KnotsPerMetrePerSecond, "m/s"),
        ["mps"] = (KnotsPerMetrePerSecond, "m/s"),
        ["kmh"] = (1 / 1.852, "km/h"),
        ["kph"] = (1 / 1.852, "km/h"),
        ["mph"] = (1.609344 / 1.852, "mph"),
    };

    private static readonly Dictionary<string, (double, string)> s_rate = new()
    {
        ["fpm"] = (1, "ft/min"),
        ["ftmin"] = (1, "ft/min"),
        ["fps"] = (60, "ft/s"),
        ["ms"] = (FeetPerMinutePerMetrePerSecond, "m/s"),
        ["mps"] = (FeetPerMinutePerMetrePerSecond, "m/s"),
    };

    private static readonly Dictionary<string, (double, string)> s_time = new()
    {
        ["s"] = (1e6, "seconds"),
        ["sec"] = (1e6, "seconds"),
        ["seconds"] = (1e6, "seconds"),
        ["ms"] = (1e3, "milliseconds"),
        ["millis"] = (1e3, "milliseconds"),
        ["milliseconds"] = (1e3, "milliseconds"),
        ["us"] = (1, "microseconds"),
        ["micros"] = (1, "microseconds"),
        ["microseconds"] = (1, "microseconds"),
        ["ns"] = (1e-3, "nanoseconds"),
        ["utc"] = (0, ""),
        ["z"] = (0, ""),
        ["gmt"] = (0, ""),
        ["unix"] = (0, ""),
        ["epoch"] = (0, ""),
    };

    private static readonly Dictionary<string, (double, string)> s_angle = new()
    {
        ["deg"] = (1, "degrees"),
        ["degree"] = (1, "degrees"),
        ["degrees"] = (1, "degrees"),
        ["rad"] = (180 / Math.PI, "radians"),
        ["radians"] = (180 / Math.PI, "radians"),
    };

    /// <summary>Whether a word is a unit for a role.</summary>
    public static bool TryFind(ColumnRole role, string word, out double scale, out string unit)
    {
        var table = role switch
        {
            ColumnRole.BarometricAltitude or ColumnRole.GeometricAltitude => s_length,
            ColumnRole.GroundSpeed => s_speed,
            ColumnRole.VerticalRate => s_rate,
            ColumnRole.Time or ColumnRole.PositionTime => s_time,
            ColumnRole.Latitude or ColumnRole.Longitude or ColumnRole.TrackAngle => s_angle,
            _ => null,
        };
        (scale, unit) = (1, "");
        if (role is ColumnRole.ContainmentMetres or ColumnRole.AccuracyMetres && word is "m" or "meters" or "metres")
            return true;
        if (table is null || !table.TryGetValue(word, out var found))
            return false;
        (scale, unit) = found;
        return true;
    }
}

using System.Numerics;
using ParquetSharp;
using ParquetSharp.Schema;

namespace Overflight.Archive.Columns;

/// <summary>The columns of the archive's files, in their order there. <c>docs/archive.md</c> describes them; change both together.</summary>
internal static class FixSchema
{
    /// <summary>Changes when an older program could not read a newer file.</summary>
    public const string Version = "1";

    public const int Time = 0;
    public const int TimeMicroseconds = 1;
    public const int Latitude = 2;
    public const int Longitude = 3;
    public const int Address = 4;
    public const int Name = 5;

    private static readonly string[] s_sources = ["unknown", "adsb", "adsr", "tisb", "adsc", "mlat", "radar", "gnss", "telemetry", "other"];

    /// <summary>
    /// All columns. The time is parted into milliseconds and the microseconds beyond them: most feeds give milliseconds, and
    /// differences of microseconds would carry ten bits of nothing for each fix.
    /// </summary>
    public static IReadOnlyList<FixColumn> Columns { get; } =
    [
        new WholeColumn("time", () => LogicalType.Timestamp(true, TimeUnit.Millis), (t, i) => Milliseconds(t.TimeMicroseconds[i]), SetTimes),
        new RemainderColumn("time_microseconds"),
        new LatitudeColumn("latitude"),
        new WholeColumn("longitude", () => LogicalType.Decimal(10, 7), (t, i) => t.Longitude[i], (t, v) => Narrow(v, t.Longitude)),
        new TextColumn("address", t => t.Address),
        new TextColumn("name", t => t.Name),
        new FloatColumn("barometric_altitude_feet", t => t.BarometricAltitude),
        new FloatColumn("geometric_altitude_feet", t => t.GeometricAltitude),
        new FloatColumn("ground_speed_knots", t => t.GroundSpeed),
        new FloatColumn("track_degrees", t => t.TrackAngle),
        new FloatColumn("vertical_rate_feet_per_minute", t => t.VerticalRate),
        new FloatColumn("accuracy_metres", t => t.Accuracy),
        new FloatColumn("containment_metres", t => t.Containment),
        new SmallColumn("nic", 8, t => t.Nic),
        new SmallColumn("nac_p", 8, t => t.NacP),
        new SmallColumn("sil", 8, t => t.Sil),
        new SmallColumn("squawk", 16, t => t.Squawk),
        new WordColumn("source", t => t.Source, s_sources),
        new SmallColumn("status", 16, t => t.Status),
        new TextColumn("callsign", t => t.Callsign),
        new TextColumn("registration", t => t.Registration),
        new TextColumn("type_designator", t => t.TypeDesignator),
        new TextColumn("description", t => t.Description),
        new WholeColumn("input", () => LogicalType.None(), (t, i) => t.Input[i], (t, v) => Narrow(v, t.Input)),
        new WholeColumn("record", () => LogicalType.None(), (t, i) => t.Record[i], (t, v) => v.CopyTo(t.Record)),
    ];

    /// <summary>Every column, as a set of bits by place.</summary>
    public static uint All { get; } = (1u << Columns.Count) - 1;

    /// <summary>The bits of the named columns.</summary>
    public static uint Bits(params ReadOnlySpan<string> names)
    {
        var bits = 0u;
        for (var i = 0; i < Columns.Count; i++)
            if (names.Contains(Columns[i].Name))
                bits |= 1u << i;
        return BitOperations.PopCount(bits) == names.Length ? bits : throw new ArgumentException("no such column", nameof(names));
    }

    public static GroupNode Schema() => new("fix", Repetition.Required, [.. Columns.Select(c => c.Node())]);

    /// <param name="level">Zstandard level (RFC 8878): higher is smaller and slower to write, as quick to read.</param>
    public static WriterProperties Properties(int level)
    {
        using var builder = new WriterPropertiesBuilder();
        builder.Compression(Compression.Zstd).CompressionLevel(level).DisableDictionary().EnablePageChecksum().EnableStatistics()
            .DictionaryPagesizeLimit(16 << 20).DataPagesize(1 << 20).SetSizeStatisticsLevel(SizeStatisticsLevel.None).CreatedBy("overflight");
        foreach (var column in Columns)
            column.Configure(builder);
        return builder.Build();
    }

    /// <summary>Whole milliseconds, towards the past, so that what is left is 0 to 999 µs also before 1970.</summary>
    internal static long Milliseconds(long microseconds) => (microseconds - Remainder(microseconds)) / 1000;

    private static void SetTimes(FixTable table, ReadOnlySpan<long> milliseconds)
    {
        var times = table.TimeMicroseconds;
        for (var i = 0; i < milliseconds.Length; i++)
            times[i] = milliseconds[i] * 1000;
    }

    private static void Narrow(ReadOnlySpan<long> from, int[] to)
    {
        for (var i = 0; i < from.Length; i++)
            to[i] = (int)from[i];
    }

    internal static int Remainder(long microseconds) => (int)(((microseconds % 1000) + 1000) % 1000);
}

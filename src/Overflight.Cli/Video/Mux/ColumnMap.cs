using System.Globalization;
using Overflight.Misb.Sets;
using Overflight.Misb.Sets.Building;

namespace Overflight.Cli.Video.Mux;

/// <summary>What columns or members mean, and their values put into a builder.</summary>
internal static class ColumnMap
{
    private const string SecondsName = "pts";
    private const ulong ChecksumTag = 1;
    private const ulong TimeTag = 2;

    // Items of a column whose name begins so are left out.
    private const char Comment = '#';

    /// <summary>Whether a column is not read: a remark, or the checksum, which is worked out.</summary>
    public static bool IsIgnored(string name) => name.Trim() is var plain && (plain.Length == 0 || plain[0] == Comment || ItemNames.Find(plain) is { Tag: ChecksumTag, Nested: null });

    /// <summary>The item of a column; null for <c>pts</c>.</summary>
    public static ItemPath? ItemOf(string name) =>
        ItemNames.Plain(name) == SecondsName ? null
        : ItemNames.Find(name) ?? throw new RowException(name, "is no item of ST 0601: give a tag, a name of the standard, time or pts; a name that begins with # is left out");

    /// <summary>A row of named values.</summary>
    /// <param name="line">Its line.</param>
    /// <param name="values">Names, items (null for <c>pts</c>) and values; those without a value are not there.</param>
    /// <param name="builder">Is filled with the items.</param>
    public static MetadataRow Row(long line, IEnumerable<(string Name, ItemPath? Item, string Value)> values, PacketBuilder builder)
    {
        builder.Clear();
        ulong? time = null;
        decimal? seconds = null;
        foreach (var (name, item, value) in values)
            if (item is null)
                seconds = decimal.TryParse(value.Trim(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number is >= 0 and < 1_000_000_000
                    ? number
                    : throw new RowException(name, $"takes seconds since the first picture, 0 to 1,000,000,000, not \"{value}\"");
            else if (item is { Tag: TimeTag, Nested: null })
            {
                time = ItemText.TryTime(value, out var microseconds)
                    ? microseconds
                    : throw new RowException(name, $"takes microseconds since 1970, or a time such as 2024-05-01T12:00:00.5Z, not \"{value}\"");
                builder.Set(item, microseconds.ToString(CultureInfo.InvariantCulture));
            }
            else
                try
                {
                    builder.Set(item, value);
                }
                catch (KlvRangeException error)
                {
                    throw new RowException(name, error.Message);
                }
        if (time is null && seconds is null)
            throw new RowException(null, "the row has neither a time (Precision Time Stamp, 2, time) nor pts");
        return new MetadataRow { Line = line, Time = time, Seconds = seconds, Builder = builder };
    }
}

using System.Buffers.Binary;
using Overflight.Feeds.Asterix;

namespace Overflight.Feeds.Tests.Asterix;

/// <summary>Writes data blocks for tests: items by field reference number.</summary>
internal static class Block
{
    /// <summary>A block of records.</summary>
    public static byte[] Of(int category, params byte[][] records)
    {
        var body = records.SelectMany(r => r).ToArray();
        var block = new byte[3 + body.Length];
        block[0] = (byte)category;
        BinaryPrimitives.WriteUInt16BigEndian(block.AsSpan(1), (ushort)block.Length);
        body.CopyTo(block, 3);
        return block;
    }

    /// <summary>A record of items, given by field reference number from 1, in hexadecimal.</summary>
    public static byte[] Record(params (int Field, string Hex)[] items)
    {
        var bits = new byte[(items.Max(i => i.Field) + 6) / 7];
        foreach (var (field, _) in items)
            bits[(field - 1) / 7] |= (byte)(0x80 >> ((field - 1) % 7));
        for (var i = 0; i < bits.Length - 1; i++)
            bits[i] |= 1;
        return [.. bits, .. items.OrderBy(i => i.Field).SelectMany(i => Hex(i.Hex))];
    }

    public static byte[] Hex(string hex) => Convert.FromHexString(hex.Replace(" ", "", StringComparison.Ordinal));

    /// <summary>A time of day in units of 1/128 s.</summary>
    public static string Time(double seconds) => Signed((long)Math.Round(seconds * 128), 3);

    /// <summary>A place with so many octets a coordinate and so many of its units in half a circle, as a power of two.</summary>
    public static string Place(double latitude, double longitude, int octets, int power) =>
        Signed((long)Math.Round(latitude / 180 * (1L << power)), octets) + Signed((long)Math.Round(longitude / 180 * (1L << power)), octets);

    public static string Signed(long value, int octets) => value.ToString("x16", System.Globalization.CultureInfo.InvariantCulture)[(16 - 2 * octets)..];

    /// <summary>The report that the first record of a block gives.</summary>
    public static TargetReport Report(UserApplicationProfile profile, byte[] record)
    {
        var report = TargetReport.Nothing;
        var walker = new RecordWalker(profile, record);
        while (walker.MoveNext())
            TargetItems.Take(profile, walker.Item.Number, walker.Data, ref report);
        Assert.False(walker.IsBroken, walker.IsBroken ? walker.Fault : "");
        Assert.Equal(record.Length, walker.Position);
        return report;
    }

    public static Reading Read(byte[] blocks, ReadOptions? options = null) =>
        Reading.Of(blocks, options ?? new ReadOptions { Date = new DateOnly(2024, 6, 6) });
}

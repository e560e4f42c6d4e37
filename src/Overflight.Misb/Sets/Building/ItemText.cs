using System.Globalization;
using Overflight.Misb.Klv;
using Overflight.Misb.Sets.St1204;

namespace Overflight.Misb.Sets.Building;

/// <summary>Values that people write down to the bytes of an item.</summary>
public static class ItemText
{
    private const string HexPrefix = "0x";

    /// <summary>
    /// Encodes a value. Numbers are in the unit of the item; times may be RFC 3339; enumerations are a number or a label; flags are a
    /// number or labels with a bar between; special values are words (<c>out-of-range</c>, <c>off-earth</c>, <c>reserved</c>); what has
    /// parts, or no coding that is known, is bytes in hexadecimal digits after 0x.
    /// </summary>
    /// <exception cref="KlvRangeException">The item cannot hold the value; the message says what it can hold.</exception>
    public static byte[] Encode(ItemDefinition item, string text)
    {
        ArgumentNullException.ThrowIfNull(item);
        ArgumentNullException.ThrowIfNull(text);
        return item.Coding switch
        {
            Coding.Utf8 or Coding.Utf16 => ItemEncoder.Text(item, text),
            Coding.Linear or Coding.Imapb or Coding.Ieee754 => Number(item, text.Trim()),
            Coding.UnsignedInteger or Coding.BerOid => ItemEncoder.Unsigned(item, Whole(item, text.Trim())),
            Coding.SignedInteger => ItemEncoder.Integer(item, Signed(item, text.Trim())),
            Coding.Enumeration => ItemEncoder.Unsigned(item, Labelled(item, text.Trim()) ?? Whole(item, text.Trim())),
            Coding.Flags when item.Length is > 0 and <= 8 => ItemEncoder.Unsigned(item, Flags(item, text.Trim())),
            Coding.MiisIdentifier when MiisIdentifier.TryParse(text.Trim(), out var identifier) => identifier.ToBytes(),
            _ => Hex(item, text.Trim()),
        };
    }

    /// <summary>A time in microseconds since 1970 as a whole number, or as RFC 3339 with its offset from UTC. Leap seconds are not counted.</summary>
    public static bool TryTime(string text, out ulong microseconds)
    {
        ArgumentNullException.ThrowIfNull(text);
        text = text.Trim();
        if (ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out microseconds))
            return true;
        // Without an offset it could be any time of the day.
        var isStated = text.Length > 11 && (text[10] is 'T' or 't' or ' ') && (text[^1] is 'Z' or 'z' || text.LastIndexOfAny(['+', '-']) > 10);
        if (!isStated || !DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal, out var time) || time < DateTimeOffset.UnixEpoch)
            return false;
        microseconds = (ulong)((time - DateTimeOffset.UnixEpoch).Ticks / 10);
        return true;
    }

    private static byte[] Number(ItemDefinition item, string text)
    {
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number))
            return ItemEncoder.Number(item, number);
        if (item.Coding == Coding.Linear && item.Special != SpecialValue.None && Enum.TryParse<SpecialValue>(text.Replace("-", "", StringComparison.Ordinal), ignoreCase: true, out var special) && special == item.Special)
            return ItemEncoder.Special(item, special);
        throw KlvRangeException.Of(item, $"\"{text}\"");
    }

    private static ulong Whole(ItemDefinition item, string text)
    {
        if (item is { Unit: "us", MaxLength: 8 } && TryTime(text, out var time))
            return time;
        return decimal.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out var number) && number == Math.Truncate(number) && number <= ulong.MaxValue
            ? (ulong)number
            : throw KlvRangeException.Of(item, $"\"{text}\"");
    }

    private static long Signed(ItemDefinition item, string text) =>
        decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out var number)
        && number == Math.Truncate(number) && number is >= long.MinValue and <= long.MaxValue
            ? (long)number
            : throw KlvRangeException.Of(item, $"\"{text}\"");

    private static ulong? Labelled(ItemDefinition item, string text)
    {
        for (var i = 0; i < item.Labels.Count; i++)
            if (item.Labels[i].Length > 0 && item.Labels[i].Equals(text, StringComparison.OrdinalIgnoreCase))
                return (ulong)i;
        return null;
    }

    private static ulong Flags(ItemDefinition item, string text)
    {
        if (text.Length > 0 && char.IsAsciiDigit(text[0]))
            return Whole(item, text);
        ulong flags = 0;
        foreach (var word in text.Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            flags |= 1UL << (int)(Labelled(item, word) ?? throw new KlvRangeException($"{item.Name} takes a number, or flags of: {string.Join(" | ", item.Labels)}; not \"{word}\""));
        return flags;
    }

    private static byte[] Hex(ItemDefinition item, string text)
    {
        if (!text.StartsWith(HexPrefix, StringComparison.OrdinalIgnoreCase))
            throw new KlvRangeException($"{item.Name} takes bytes in hexadecimal digits after 0x, not \"{text}\"");
        try
        {
            return Convert.FromHexString(text.AsSpan(HexPrefix.Length));
        }
        catch (FormatException)
        {
            throw new KlvRangeException($"{item.Name} takes pairs of hexadecimal digits after 0x, not \"{text}\"");
        }
    }
}

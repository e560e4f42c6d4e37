namespace Overflight.Feeds;

/// <content>
/// The form that readsb itself writes, without blanks and escapes: two bytes in three of a trace are details,
/// and nearly all of their members are passed over. Anything unexpected is left to the general reader.
/// </content>
internal ref partial struct ReadsbDetail
{
    private bool TryReadCompact(ReadOnlySpan<byte> data, ref int position)
    {
        var i = position;
        if ((uint)i >= (uint)data.Length || data[i] != '{')
            return false;
        do
        {
            var keyStart = i + 2;
            if ((uint)(i + 1) >= (uint)data.Length || data[i + 1] != '"')
                return false;
            i = keyStart;
            while ((uint)i < (uint)data.Length && data[i] is not ((byte)'"' or (byte)'\\'))
                i++;
            if ((uint)(i + 2) >= (uint)data.Length || data[i] != '"' || data[i + 1] != ':')
                return false;
            var key = data[keyStart..i];
            var valueStart = i + 2;
            i = EndOfValue(data, valueStart);
            if ((uint)i >= (uint)data.Length)
                return false;
            if (key.Length is >= 2 and <= 8 && !Take(key, data[valueStart..i]))
                return false;
        }
        while (data[i] == ',');
        if (data[i] != '}')
            return false;
        position = i + 1;
        return true;
    }

    /// <summary>Where a value ends; the length of the data where it does not, or is not plain.</summary>
    private static int EndOfValue(ReadOnlySpan<byte> data, int i)
    {
        var start = i;
        var first = data[i];
        if (first == '"')
        {
            for (i++; (uint)i < (uint)data.Length && data[i] != '"'; i++)
            {
                if (data[i] == '\\')
                    return data.Length;
            }
            return i + 1;
        }
        if (first == '[')
        {
            // Lists are of plain words; a bracket within one shows in what follows.
            for (i++; (uint)i < (uint)data.Length && data[i] != ']'; i++)
            {
                if (data[i] is (byte)'\\' or (byte)'[' or (byte)'{')
                    return data.Length;
            }
            return i + 1;
        }
        while ((uint)i < (uint)data.Length && (data[i] is >= (byte)'0' and <= (byte)'9' or (byte)'.' or (byte)'-' || char.IsAsciiLetter((char)data[i]) || data[i] == '+'))
            i++;
        return i > start ? i : data.Length;
    }

    /// <summary>Takes a member that is used; false where its value is not of the plain form.</summary>
    private bool Take(ReadOnlySpan<byte> key, ReadOnlySpan<byte> value)
    {
        switch (key.Length)
        {
            case 2 when key.SequenceEqual("rc"u8):
                var isNumber = DecimalText.TryParse(value, out var rc);
                ContainmentMetres = rc > 0 ? rc : double.NaN;
                return isNumber;
            case 3 when key.SequenceEqual("nic"u8):
                return TryCode(value, 11, out Nic);
            case 3 when key.SequenceEqual("sil"u8):
                return TryCode(value, 3, out Sil);
            case 4 when key.SequenceEqual("type"u8):
                Source = value is [(byte)'"', .., (byte)'"'] ? SourceWord.Read(value[1..^1]) : Source;
                return value[0] == '"';
            case 5 when key.SequenceEqual("nac_p"u8):
                return TryCode(value, 11, out NacP);
            case 6 when key.SequenceEqual("flight"u8):
                Flight = value is [(byte)'"', .., (byte)'"'] ? value[1..^1] : Flight;
                return value[0] == '"';
            case 6 when key.SequenceEqual("squawk"u8):
                Squawk = value is [(byte)'"', .., (byte)'"'] ? SquawkText.Read(value[1..^1]) : Squawk;
                return value[0] == '"';
            case 8 when key.SequenceEqual("alt_geom"u8):
                return DecimalText.TryParse(value, out GeometricAltitudeFeet);
            default:
                return true;
        }
    }

    private static bool TryCode(ReadOnlySpan<byte> value, int highest, out sbyte code)
    {
        var isNumber = DecimalText.TryParse(value, out var number);
        code = number >= 0 && number <= highest ? (sbyte)number : (sbyte)-1;
        return isNumber;
    }
}

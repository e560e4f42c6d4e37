using System.Buffers;
using System.Text;

namespace Overflight.Record.Leaves;

/// <summary>Strings in canonical JSON (RFC 8785, section 3.2.2.2): seven short escapes, <c>\u00xx</c> for other controls, all else as it is.</summary>
internal static class CanonicalText
{
    private static readonly SearchValues<char> s_plain = SearchValues.Create([.. Enumerable.Range(' ', '~' - ' ' + 1).Select(c => (char)c).Where(c => c is not ('"' or '\\'))]);

    /// <summary>Writes a character as it stands within a string; at most 6 bytes.</summary>
    public static int Write(Rune rune, Span<byte> destination)
    {
        if (ShortOf(rune.Value) is var brief and not 0)
        {
            (destination[0], destination[1]) = ((byte)'\\', brief);
            return 2;
        }
        if (rune.Value >= 0x20)
            return rune.EncodeToUtf8(destination);
        "\\u00"u8.CopyTo(destination);
        destination[4] = (byte)(rune.Value < 0x10 ? '0' : '1');
        destination[5] = "0123456789abcdef"u8[rune.Value & 0xF];
        return 6;
    }

    /// <summary>Writes a string with its quotation marks.</summary>
    /// <exception cref="RecordException">It holds half a surrogate pair.</exception>
    public static void Write(string text, IBufferWriter<byte> writer)
    {
        if (text.AsSpan().IndexOfAnyExcept(s_plain) < 0)
        {
            var plain = writer.GetSpan(2 + text.Length);
            plain[0] = plain[text.Length + 1] = (byte)'"';
            Encoding.ASCII.GetBytes(text, plain[1..]);
            writer.Advance(2 + text.Length);
            return;
        }
        var bytes = writer.GetSpan(2 + 6 * text.Length);
        var length = 0;
        bytes[length++] = (byte)'"';
        for (var at = 0; at < text.Length;)
        {
            if (Rune.DecodeFromUtf16(text.AsSpan(at), out var rune, out var units) != OperationStatus.Done)
                throw new RecordException($"a text holds half a surrogate pair, at character {at}");
            length += Write(rune, bytes[length..]);
            at += units;
        }
        bytes[length++] = (byte)'"';
        writer.Advance(length);
    }

    /// <summary>Reads a character of a canonical string and moves behind it.</summary>
    public static Rune Take(ref ReadOnlySpan<byte> text)
    {
        if (text[0] != (byte)'\\')
        {
            Rune.DecodeFromUtf8(text, out var rune, out var length);
            text = text[length..];
            return rune;
        }
        var kind = text[1];
        if (kind == (byte)'u')
        {
            var value = (text[4] - '0') * 16 + (text[5] <= (byte)'9' ? text[5] - '0' : text[5] - 'a' + 10);
            text = text[6..];
            return new(value);
        }
        text = text[2..];
        return new(kind switch
        {
            (byte)'b' => '\b',
            (byte)'f' => '\f',
            (byte)'n' => '\n',
            (byte)'r' => '\r',
            (byte)'t' => '\t',
            _ => (char)kind,
        });
    }

    /// <summary>What a canonical string with its quotation marks says.</summary>
    public static string Read(ReadOnlySpan<byte> quoted)
    {
        var text = quoted[1..^1];
        if (!text.Contains((byte)'\\'))
            return Encoding.UTF8.GetString(text);
        var builder = new StringBuilder(text.Length);
        Span<char> units = stackalloc char[2];
        while (!text.IsEmpty)
            builder.Append(units[..Take(ref text).EncodeToUtf16(units)]);
        return builder.ToString();
    }

    private static byte ShortOf(int character) => character switch
    {
        '"' => (byte)'"',
        '\\' => (byte)'\\',
        '\b' => (byte)'b',
        '\f' => (byte)'f',
        '\n' => (byte)'n',
        '\r' => (byte)'r',
        '\t' => (byte)'t',
        _ => 0,
    };
}

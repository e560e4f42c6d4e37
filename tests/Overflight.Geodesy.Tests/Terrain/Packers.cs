namespace Overflight.Geodesy.Tests.Terrain;

/// <summary>The compressions that .NET does not have.</summary>
internal static class Packers
{
    /// <summary>TIFF's LZW by its definition: a table of strings.</summary>
    public static byte[] Lzw(byte[] bytes)
    {
        var packed = new List<byte>();
        var (held, bits, width) = (0, 0, 9);
        var table = new Dictionary<string, int>();
        void Write(int code)
        {
            (held, bits) = ((held << width) | code, bits + width);
            while (bits >= 8)
            {
                packed.Add((byte)(held >> (bits - 8)));
                bits -= 8;
                held &= (1 << bits) - 1;
            }
        }
        void Clear()
        {
            Write(256);
            table.Clear();
            for (var i = 0; i < 256; i++)
                table[((char)i).ToString()] = i;
            width = 9;
        }
        Clear();
        var next = 258;
        var text = "";
        foreach (var part in bytes)
        {
            var longer = text + (char)part;
            if (table.ContainsKey(longer))
            {
                text = longer;
                continue;
            }
            Write(table[text]);
            table[longer] = next++;
            if (next == 4094)
            {
                Write(part);
                Clear();
                (next, text) = (258, "");
                continue;
            }
            // "Switch as soon as code 511, 1023, 2047 is added", not one later.
            if (next == 512 || next == 1024 || next == 2048)
                width++;
            text = ((char)part).ToString();
        }
        if (text.Length > 0)
            Write(table[text]);
        Write(257);
        if (bits > 0)
            packed.Add((byte)(held << (8 - bits)));
        return [.. packed];
    }

    /// <summary>One row: none reaches into the next.</summary>
    public static byte[] PackBits(byte[] bytes)
    {
        var packed = new List<byte>();
        for (var at = 0; at < bytes.Length;)
        {
            var run = 1;
            while (run < 128 && at + run < bytes.Length && bytes[at + run] == bytes[at])
                run++;
            if (run > 1)
            {
                packed.AddRange([(byte)(1 - run), bytes[at]]);
                at += run;
                continue;
            }
            var plain = 1;
            while (plain < 128 && at + plain < bytes.Length && bytes[at + plain] != bytes[at + plain - 1])
                plain++;
            packed.Add((byte)(plain - 1));
            packed.AddRange(bytes.AsSpan(at, plain).ToArray());
            at += plain;
        }
        return [.. packed];
    }
}

using Overflight.Feeds.ModeS;

namespace Overflight.Feeds.Tests.ModeS;

/// <summary>Frames from hex, and messages decoded on their own.</summary>
internal static class Hex
{
    public static ModeSFrame Frame(string hex) => ModeSFrame.Of(Convert.FromHexString(hex));

    public static RawFrame Raw(string hex, double seconds, long record = 0) => Raw(Frame(hex), seconds, record);

    public static RawFrame Raw(ModeSFrame frame, double seconds, long record = 0) =>
        new() { Frame = frame, Record = record, HasTime = true, TimeMicroseconds = 1_700_000_000_000_000 + (long)(seconds * 1e6), SignalLevel = -1 };

    /// <summary>A frame of DF 17 or 18 with the parity that belongs to it.</summary>
    public static ModeSFrame Squitter(uint address, ulong me, int first = 0x8D)
    {
        var bytes = new byte[ModeSFrame.LongLength];
        bytes[0] = (byte)first;
        for (var i = 0; i < 3; i++)
            bytes[1 + i] = (byte)(address >> (16 - 8 * i));
        for (var i = 0; i < 7; i++)
            bytes[4 + i] = (byte)(me >> (48 - 8 * i));
        return WithParity(bytes, 0);
    }

    /// <summary>A reply whose parity holds an address.</summary>
    public static ModeSFrame Reply(int format, int subfield, int code, ulong mb, uint address)
    {
        var bytes = new byte[format < 16 ? ModeSFrame.ShortLength : ModeSFrame.LongLength];
        bytes[0] = (byte)(format << 3 | subfield);
        bytes[2] = (byte)(code >> 8);
        bytes[3] = (byte)code;
        if (format >= 16)
            for (var i = 0; i < 7; i++)
                bytes[4 + i] = (byte)(mb >> (48 - 8 * i));
        return WithParity(bytes, address);
    }

    public static ModeSFrame AllCall(uint address, int capability, uint interrogator) =>
        WithParity([(byte)(11 << 3 | capability), (byte)(address >> 16), (byte)(address >> 8), (byte)address, 0, 0, 0], interrogator);

    /// <summary>The division bit by bit, as the standard draws it (Annex 10 vol. IV 3.1.2.3.3.2): an oracle for the tables.</summary>
    public static uint Remainder(ReadOnlySpan<byte> bytes)
    {
        uint register = 0;
        foreach (var b in bytes)
            for (var bit = 7; bit >= 0; bit--)
            {
                var out1 = register >> 23 & 1;
                register = (register << 1 | (uint)(b >> bit & 1)) & 0xFFFFFF;
                if (out1 != 0)
                    register ^= 0xFFF409;
            }
        return register;
    }

    private static ModeSFrame WithParity(byte[] bytes, uint overlay)
    {
        var parity = Remainder(bytes) ^ overlay;
        for (var i = 0; i < 3; i++)
            bytes[^(3 - i)] = (byte)(parity >> (16 - 8 * i));
        return ModeSFrame.Of(bytes);
    }
}

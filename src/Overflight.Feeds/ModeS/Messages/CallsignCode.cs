namespace Overflight.Feeds.ModeS;

/// <summary>
/// Eight characters of six bits (Annex 10 vol. IV 3.1.2.9.1.2, a part of IA-5): 1-26 A-Z, 32 space, 48-57 0-9. They are the last
/// 48 bits of the identification squitter and of register 2,0.
/// </summary>
internal static class CallsignCode
{
    /// <summary>The 48 bits of ME or MB that hold the characters.</summary>
    public static ulong Of(ulong message) => message & 0xFFFF_FFFF_FFFF;

    /// <summary>Whether all characters are of the set, none follows a space, and there is one at least.</summary>
    public static bool IsSound(ulong code)
    {
        var hasEnded = false;
        for (var shift = 42; shift >= 0; shift -= 6)
        {
            var character = (int)(code >> shift) & 0x3F;
            if (character == 32)
                hasEnded = true;
            else if (hasEnded || character is not (>= 1 and <= 26 or >= 48 and <= 57))
                return false;
        }
        return (code >> 42 & 0x3F) != 32;
    }

    /// <summary>The characters without trailing spaces; '#' for a code that is no character.</summary>
    /// <param name="code">48 bits.</param>
    /// <param name="text">Takes up to 8 bytes.</param>
    /// <returns>How many.</returns>
    public static int Write(ulong code, Span<byte> text)
    {
        for (var i = 0; i < 8; i++)
        {
            var character = (int)(code >> (42 - 6 * i)) & 0x3F;
            text[i] = character switch
            {
                >= 1 and <= 26 => (byte)(character + 64),
                32 or (>= 48 and <= 57) => (byte)character,
                _ => (byte)'#',
            };
        }
        return text[..8].TrimEnd((byte)' ').Length;
    }
}

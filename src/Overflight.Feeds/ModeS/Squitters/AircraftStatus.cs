namespace Overflight.Feeds.ModeS;

/// <summary>
/// Aircraft status, register 6,1, type code 28, DO-260B 2.2.3.2.7.8. Bits of ME: 6-8 subtype; subtype 1: 9-11 emergency,
/// 12-24 Mode A code. Subtype 2 is an ACAS resolution advisory and is named, not decoded.
/// </summary>
internal static class AircraftStatus
{
    public static int Subtype(ulong me) => Field.Of(me, 6, 8);

    public static short Squawk(ulong me) => IdentityCode.Squawk(Field.Of(me, 12, 24));

    /// <summary>The emergency in a word, or null where there is none or the code is reserved.</summary>
    public static string? Emergency(ulong me) => Field.Of(me, 9, 11) switch
    {
        1 => "general",
        2 => "medical",
        3 => "minimum-fuel",
        4 => "no-communications",
        5 => "unlawful-interference",
        6 => "downed",
        _ => null,
    };
}

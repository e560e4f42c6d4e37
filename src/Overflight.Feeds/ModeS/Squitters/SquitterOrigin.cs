using Overflight.Tracks;

namespace Overflight.Feeds.ModeS;

/// <summary>
/// Who sends an extended squitter. DF 17: the aircraft. DF 18 (DO-260B 2.2.3.2.1.5, table 2-13), by CF: 0 ADS-B without a transponder; 1 the same, address
/// of the sender's own choice; 2 TIS-B, fine; 3 TIS-B, coarse; 4 management; 5 TIS-B, fine, address of the station's own choice; 6 ADS-R;
/// 7 reserved. In 2 and 6 the IMF bit says that the address is not one that a State assigned.
/// </summary>
internal readonly record struct SquitterOrigin(FixSource Source, bool IsIcao, bool IsDecoded)
{
    public static SquitterOrigin Of(int downlinkFormat, int controlField, ulong me, int typeCode) => (downlinkFormat, controlField) switch
    {
        (17, _) => new(FixSource.Adsb, true, true),
        (_, 0) => new(FixSource.Adsb, true, true),
        (_, 1) => new(FixSource.Adsb, false, true),
        (_, 2) => new(FixSource.Tisb, !Imf(me, typeCode), true),
        (_, 3) => new(FixSource.Tisb, true, false),
        (_, 5) => new(FixSource.Tisb, false, true),
        (_, 6) => new(FixSource.Adsr, !Imf(me, typeCode), true),
        _ => new(FixSource.Unknown, true, false),
    };

    /// <summary>The IMF stands where each type has room for it (DO-260B 2.2.17.3, 2.2.18.4).</summary>
    private static bool Imf(ulong me, int typeCode) => typeCode switch
    {
        >= 5 and <= 8 => SurfacePosition.Imf(me),
        >= 9 and <= 18 or >= 20 and <= 22 => AirbornePosition.SupplementB(me),
        19 => Field.IsSet(me, 9),
        28 or 31 => Field.IsSet(me, 56),
        29 => Field.IsSet(me, 51),
        _ => false,
    };
}

namespace Overflight.Feeds.ModeS;

/// <summary>
/// What a position's type code, with the supplements of the operational status, promises: NIC and Rc (DO-260B table 2-16 and
/// N.2 for older versions). Where the version, and so the supplement's meaning, is not known, the largest radius that the type code may
/// stand for is given, with the lowest NIC.
/// </summary>
/// <param name="Nic">0-11; −1 where a version 0 aircraft sends NUCp instead, and where the type code gives no place.</param>
/// <param name="NucP">0-9 from version 0, else −1.</param>
/// <param name="RcMetres">Containment radius; NaN where none is promised.</param>
internal readonly record struct PositionIntegrity(sbyte Nic, sbyte NucP, float RcMetres)
{
    private const float Mile = 1852;

    private static readonly float[] s_nucRadii = [float.NaN, 20 * Mile, 10 * Mile, 2 * Mile, Mile, 0.5f * Mile, 0.2f * Mile, 0.1f * Mile, 25, 7.5f];

    /// <param name="typeCode">5-18 or 20-22.</param>
    /// <param name="version">0, 1, 2, or −1 where not heard.</param>
    /// <param name="a">NIC supplement A: 0, 1, or −1 where not heard.</param>
    /// <param name="b">NIC supplement B of this message.</param>
    /// <param name="c">NIC supplement C: 0, 1, or −1 where not heard.</param>
    public static PositionIntegrity Of(int typeCode, int version, int a, bool b, int c)
    {
        if (version == 0)
        {
            var nucP = (sbyte)(typeCode switch { <= 8 => 14 - typeCode, <= 18 => 18 - typeCode, 20 => 9, 21 => 8, _ => 0 });
            return new PositionIntegrity(-1, nucP, s_nucRadii[nucP]);
        }
        var isSecond = version >= 2;
        return typeCode switch
        {
            5 or 9 or 20 => Stated(11, 7.5f),
            6 or 10 or 21 => Stated(10, 25),
            7 => a == 1 && (!isSecond || c == 0) ? Stated(9, 75) : Stated(8, 0.1f * Mile),
            8 when isSecond && a == 1 => c == 1 ? Stated(7, 0.2f * Mile) : Stated(6, c == 0 ? 0.3f * Mile : 0.6f * Mile),
            8 when isSecond && c == 1 => Stated(6, 0.6f * Mile),
            11 => a == 1 && (!isSecond || b) ? Stated(9, 75) : Stated(8, 0.1f * Mile),
            12 => Stated(7, 0.2f * Mile),
            13 => Stated(6, a == 0 ? isSecond && b ? 0.3f * Mile : 0.5f * Mile : 0.6f * Mile),
            14 => Stated(5, Mile),
            15 => Stated(4, 2 * Mile),
            16 => a == 1 && (!isSecond || b) ? Stated(3, 4 * Mile) : Stated(2, version < 0 ? 10 * Mile : 8 * Mile),
            17 => Stated(1, 20 * Mile),
            _ => new PositionIntegrity(0, -1, float.NaN),
        };
    }

    private static PositionIntegrity Stated(sbyte nic, float rcMetres) => new(nic, -1, rcMetres);
}

namespace Overflight.Feeds.ModeS;

/// <summary>
/// Airborne position, register 0,5, type codes 9-18 (pressure altitude) and 20-22 (geometric height), DO-260B 2.2.3.2.3.
/// Bits of ME: 1-5 type code; 6-7 surveillance status; 8 single antenna (version 0, 1) or NIC supplement B (version 2), in
/// TIS-B and ADS-R the IMF; 9-20 altitude code; 21 time; 22 odd; 23-39 latitude; 40-56 longitude, both CPR.
/// </summary>
internal static class AirbornePosition
{
    public static bool IsGeometric(int typeCode) => typeCode >= 20;

    /// <summary>NIC supplement B; in TIS-B and ADS-R the identification of the address (IMF).</summary>
    public static bool SupplementB(ulong me) => Field.IsSet(me, 8);

    /// <summary>Feet, or <see cref="AltitudeCode.None"/>; heights of types 20-22 are coded like pressure altitudes.</summary>
    public static int AltitudeFeet(ulong me) => AltitudeCode.Feet12(Field.Of(me, 9, 20));

    public static bool IsOdd(ulong me) => Field.IsSet(me, 22);

    public static int Latitude(ulong me) => Field.Of(me, 23, 39);

    public static int Longitude(ulong me) => Field.Of(me, 40, 56);
}

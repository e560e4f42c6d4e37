using Overflight.Tracks;

namespace Overflight.Feeds.ModeS;

/// <summary>
/// What state is kept by: 24 bits of address, whether a State assigned it, and who sent it. What a ground station sends of an
/// aircraft is late, so its codes are never paired with the aircraft's own.
/// </summary>
internal static class AircraftKey
{
    private const uint NotIcao = 1 << 24;
    private const int SourceShift = 25;

    public static uint Of(uint address, bool isIcao, FixSource source) =>
        address | (isIcao ? 0 : NotIcao) | (uint)(source switch { FixSource.Adsr => 1, FixSource.Tisb => 2, FixSource.Mlat => 3, _ => 0 }) << SourceShift;

    public static AircraftAddress Address(uint key) => new(key & 0xFFFFFF, (key & NotIcao) == 0);
}

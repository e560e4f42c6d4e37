using System.Numerics;

namespace Overflight.Feeds.ModeS;

/// <summary>
/// Register 1,7, common usage GICB capability (Doc 9871 table A-2-23): a bit for each register that the aircraft fills, from bit 1: 0,5
/// 0,6 0,7 0,8 0,9 0,A 2,0 2,1 4,0 4,1 4,2 4,3 4,4 4,5 4,8 5,0 5,1 5,2 5,3 5,4 5,5 5,6 5,F 6,0; 25-56 are reserved. An
/// aircraft that answers has register 2,0.
/// </summary>
internal static class GicbCapability
{
    private const int Identification = 7;
    private static readonly byte[] s_registers =
        [0x05, 0x06, 0x07, 0x08, 0x09, 0x0A, 0x20, 0x21, 0x40, 0x41, 0x42, 0x43, 0x44, 0x45, 0x48, 0x50, 0x51, 0x52, 0x53, 0x54, 0x55, 0x56, 0x5F, 0x60];

    public static ReadOnlySpan<byte> Registers => s_registers;

    public static Fit Fit(ulong mb)
    {
        // Bits 25-28 were in use in older editions; the rest never.
        if (Field.Of(mb, 29, 56) != 0 || !Field.IsSet(mb, Identification))
            return ModeS.Fit.Impossible;
        // Positions in the air and on the ground, identification and velocity come together or not at all.
        var squitters = Field.Of(mb, 1, 5) & 0b11011;
        var enhanced = (Field.IsSet(mb, 9) ? 1 : 0) + (Field.IsSet(mb, 16) ? 1 : 0) + (Field.IsSet(mb, 24) ? 1 : 0);
        return ModeS.Fit.Of(4 + (BitOperations.PopCount((uint)squitters) is 0 or 4 ? 4 : 0) + enhanced);
    }
}

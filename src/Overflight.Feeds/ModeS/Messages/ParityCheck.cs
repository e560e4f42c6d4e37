namespace Overflight.Feeds.ModeS;

/// <summary>The cyclic redundancy check of Mode S (Annex 10 vol. IV 3.1.2.3.3): 24 bits, generator 1FFF409 hex.</summary>
internal static class ParityCheck
{
    private const uint Generator = 0xFFF409;
    private const int DataBytes = 11;
    private static readonly uint[] s_contributions = Contributions();

    /// <summary>
    /// What is left of a message after the division, its own parity taken off: 0 for a sound PI field, the address for
    /// a sound AP field, the interrogator's code for a sound reply to an all-call.
    /// </summary>
    public static uint Syndrome(in ModeSFrame frame)
    {
        ref var table = ref s_contributions[0];
        var first = frame.First;
        if (frame.Length == ModeSFrame.ShortLength)
            return At(ref table, 7, first >> 56) ^ At(ref table, 8, first >> 48) ^ At(ref table, 9, first >> 40) ^ At(ref table, 10, first >> 32)
                ^ ((uint)(first >> 8) & 0xFFFFFF);
        var rest = frame.Rest;
        return At(ref table, 0, first >> 56) ^ At(ref table, 1, first >> 48) ^ At(ref table, 2, first >> 40) ^ At(ref table, 3, first >> 32)
            ^ At(ref table, 4, first >> 24) ^ At(ref table, 5, first >> 16) ^ At(ref table, 6, first >> 8) ^ At(ref table, 7, first)
            ^ At(ref table, 8, rest >> 40) ^ At(ref table, 9, rest >> 32) ^ At(ref table, 10, rest >> 24)
            ^ ((uint)rest & 0xFFFFFF);
    }

    // The index is below the table's length whatever the byte: place < 11, byte < 256.
    private static uint At(ref uint table, int place, ulong bits) =>
        System.Runtime.CompilerServices.Unsafe.Add(ref table, (nuint)(place * 256 + (int)(bits & 0xFF)));

    /// <summary>What each byte at each place of eleven leaves; the lookups do not wait for one another.</summary>
    private static uint[] Contributions()
    {
        var table = new uint[DataBytes * 256];
        for (var value = 0; value < 256; value++)
        {
            var remainder = (uint)value << 16;
            for (var place = DataBytes - 1; place >= 0; place--)
            {
                for (var bit = 0; bit < 8; bit++)
                    remainder = (remainder & 0x800000) != 0 ? (remainder << 1 ^ Generator) & 0xFFFFFF : remainder << 1;
                table[place * 256 + value] = remainder;
            }
        }
        return table;
    }
}

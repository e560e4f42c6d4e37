namespace Overflight.Feeds.ModeS;

/// <summary>
/// Identification and category, register 0,8, type codes 1-4, DO-260B 2.2.3.2.5. Bits of ME: 1-5 type code (4 set A, 3 B, 2 C,
/// 1 D); 6-8 emitter category; 9-56 eight characters.
/// </summary>
internal static class Identification
{
    /// <summary>The set's letter and the number within it, or (0, 0) where category 0 says nothing.</summary>
    public static (char Set, int Number) Category(ulong me)
    {
        var number = Field.Of(me, 6, 8);
        return number == 0 ? default : ((char)('E' - Field.Of(me, 1, 5)), number);
    }
}

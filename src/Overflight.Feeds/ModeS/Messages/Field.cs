namespace Overflight.Feeds.ModeS;

/// <summary>Fields of the 56 bits of ME or MB, numbered from 1 as in the standards' tables.</summary>
internal static class Field
{
    /// <summary>An unsigned field from its first to its last bit.</summary>
    public static int Of(ulong message, int first, int last) =>
        (int)(message >> (56 - last)) & ((1 << (last - first + 1)) - 1);

    /// <summary>A field in two's complement, its first bit the sign.</summary>
    public static int Signed(ulong message, int first, int last)
    {
        var unused = 32 - (last - first + 1);
        return Of(message, first, last) << unused >> unused;
    }

    /// <summary>Whether a bit is set.</summary>
    public static bool IsSet(ulong message, int bit) => (message >> (56 - bit) & 1) != 0;

    /// <summary>Whether a field whose status bit stands before it is either present or, as the standard asks, all zeros.</summary>
    public static bool IsSound(ulong message, int status, int last) =>
        IsSet(message, status) || Of(message, status, last) == 0;
}

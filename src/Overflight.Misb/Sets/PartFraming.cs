using Overflight.Misb.Klv;

namespace Overflight.Misb.Sets;

/// <summary>How the parts of packs and series are told from one another.</summary>
internal static class PartFraming
{
    /// <summary>Sets within sets deeper than this are not followed.</summary>
    public const int MaxDepth = 12;

    /// <summary>Where the next part's value begins and how long it is; false where that reaches past the end.</summary>
    public static bool TryFrame(ItemDefinition field, ReadOnlySpan<byte> rest, int fieldsLeft, out int skip, out int length)
    {
        skip = 0;
        length = rest.Length;
        switch (field.Framing)
        {
            case Framing.Fixed:
                length = field.Length;
                return length <= rest.Length;
            case Framing.BerOid:
                return Ber.TryReadOid(rest, out _, out length);
            case Framing.Share:
                length = rest.Length / fieldsLeft;
                return true;
            case Framing.BerLength:
                var read = Ber.TryReadLength(rest, out var stated, out skip);
                length = (int)Math.Min(stated, int.MaxValue);
                return read && stated <= rest.Length - skip;
            default:
                return true;
        }
    }
}

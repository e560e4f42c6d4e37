using CsCheck;
using Overflight.Misb.Sets;
using Overflight.Misb.Sets.St0601;

namespace Overflight.Misb.Tests.Sets;

/// <summary>Generators of items and sets.</summary>
internal static class Gens
{
    private static readonly ItemDefinition[] s_numeric = [.. St0601Set.Definition.Items.Where(i => i.Coding is Coding.Linear or Coding.Imapb)];

    /// <summary>An item of ST 0601 that is one number of linear or IMAPB coding.</summary>
    public static readonly Gen<ItemDefinition> Numeric = Gen.Int[0, s_numeric.Length - 1].Select(i => s_numeric[i]);

    /// <summary>Any item of ST 0601 but the checksum, and tags that it does not list.</summary>
    public static readonly Gen<ulong> Tag = Gen.Frequency((9, Gen.ULong[2, 143]), (1, Gen.ULong[144, 100_000]));

    /// <summary>A set of items with any bytes: of the length that the item is to have, or of any.</summary>
    public static readonly Gen<KlvSet> Set = Gen.Select(Tag, Gen.Byte.Array[0, 20], Gen.Bool).Array[0, 40].Select(items =>
    {
        var set = new KlvSet(St0601Set.Definition);
        foreach (var (tag, bytes, fitting) in items)
            set.SetBytes(tag, fitting && St0601Set.Definition.Find(tag) is { Length: > 0 } item ? [.. bytes.Concat(new byte[item.Length]).Take(item.Length)] : bytes);
        return set;
    });
}

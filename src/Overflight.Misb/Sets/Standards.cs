using Overflight.Misb.Klv;

namespace Overflight.Misb.Sets;

/// <summary>The sets that may be packets of their own, by key.</summary>
public static class Standards
{
    private static readonly SetDefinition[] s_all =
    [
        St0601.St0601Set.Definition, St0102.St0102Set.Definition, St0102.St0102Set.Universal, Eg0104.Eg0104Set.Definition, St0806.St0806Set.Definition,
        St0903.St0903Set.Definition, St1002.St1002Set.Definition, St1107.St1107Set.Definition, St1108.St1108Set.Definition, St1202.St1202Set.Definition,
        St1206.St1206Set.Definition, St1601.St1601Set.Definition, St1602.St1602Set.Definition,
    ];

    /// <summary>Every set that is known; of ST 0903 the current coding (see <see cref="St0903.VmtiState"/>).</summary>
    public static IReadOnlyList<SetDefinition> All => s_all;

    /// <summary>The set that a key names, whatever the version of the registry; null where it is not known.</summary>
    public static SetDefinition? Find(UniversalKey key)
    {
        foreach (var set in s_all)
            if (set.Key.Names(key))
                return set;
        return null;
    }

    /// <summary>Whether a set's items are named by keys of 16 bytes: <see cref="UniversalSet"/> reads it, not <see cref="MetadataPacket"/>.</summary>
    public static bool IsUniversal(SetDefinition definition) =>
        ReferenceEquals(definition, Eg0104.Eg0104Set.Definition) || ReferenceEquals(definition, St0102.St0102Set.Universal);
}

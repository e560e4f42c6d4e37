using System.Runtime.InteropServices;

namespace Overflight.Airspace.Compiling;

/// <summary>Gives every distinct set of claims a small number; set 0 is empty.</summary>
internal sealed class ClaimSets
{
    private readonly Dictionary<string, int> _idByKey = new() { [""] = 0 };
    private readonly Dictionary<(int, int), int> _xorCache = [];

    /// <summary>The sets, each ascending.</summary>
    public List<ushort[]> All { get; } = [[]];

    public int IdOf(ReadOnlySpan<ushort> ascendingClaims)
    {
        var key = new string(MemoryMarshal.Cast<ushort, char>(ascendingClaims));
        if (_idByKey.TryGetValue(key, out var id))
            return id;
        id = All.Count;
        All.Add(ascendingClaims.ToArray());
        _idByKey.Add(key, id);
        return id;
    }

    /// <summary>The claims in one of two sets but not in both.</summary>
    public int Xor(int first, int second)
    {
        if (first == 0 || second == 0)
            return first | second;
        var pair = first < second ? (first, second) : (second, first);
        if (_xorCache.TryGetValue(pair, out var id))
            return id;
        var result = new SortedSet<ushort>(All[first]);
        result.SymmetricExceptWith(All[second]);
        return _xorCache[pair] = IdOf(result.ToArray());
    }
}

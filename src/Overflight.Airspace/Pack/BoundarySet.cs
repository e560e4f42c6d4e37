using System.Runtime.CompilerServices;

namespace Overflight.Airspace.Pack;

/// <summary>One set of boundaries in pack form: a read-only view of memory that somebody else keeps alive.</summary>
internal sealed unsafe class BoundarySet
{
    private readonly object _owner;

    public BoundarySet(byte* start, long length, object owner, IReadOnlyList<string> claims)
    {
        _owner = owner;
        Claims = claims;
        var table = new ReadOnlySpan<ulong>(start, PackFormat.SectionCount * 2);
        Vertices = (int*)At(start, length, table, 0, 8);
        VertexCount = (int)table[1];
        Edges = (ushort*)At(start, length, table, 1, 2);
        Attributes = (EdgeAttributes*)At(start, length, table, 2, sizeof(EdgeAttributes));
        AttributeCount = (int)table[5];
        ClaimSetOffsets = (uint*)At(start, length, table, 3, 4);
        ClaimSetCount = (int)table[7] - 1;
        ClaimItems = (ushort*)At(start, length, table, 4, 2);
        Coarse = (uint*)At(start, length, table, 5, 4);
        Fine = (uint*)At(start, length, table, 6, 4);
        Records = (uint*)At(start, length, table, 7, 4);
        ClaimRuns = (uint*)At(start, length, table, 8, 4);
        ClaimRunOffsets = (uint*)At(start, length, table, 9, 4);
    }

    /// <summary>The claims' names, ISO 3166 alpha-3 for States.</summary>
    public IReadOnlyList<string> Claims { get; }

    public readonly int* Vertices;
    public readonly int VertexCount;
    public readonly ushort* Edges;
    public readonly EdgeAttributes* Attributes;
    public readonly int AttributeCount;
    public readonly uint* ClaimSetOffsets;
    public readonly int ClaimSetCount;
    public readonly ushort* ClaimItems;
    public readonly uint* Coarse;
    public readonly uint* Fine;
    public readonly uint* Records;
    public readonly uint* ClaimRuns;
    public readonly uint* ClaimRunOffsets;

    /// <summary>The claims in a set, ascending.</summary>
    public ReadOnlySpan<ushort> ClaimsOf(int claimSet)
    {
        var first = ClaimSetOffsets[claimSet];
        return new ReadOnlySpan<ushort>(ClaimItems + first, (int)(ClaimSetOffsets[claimSet + 1] - first));
    }

    /// <summary>(first edge, edge count) pairs of the edges across which a claim begins or ends.</summary>
    public ReadOnlySpan<uint> RunsOf(int claim)
    {
        var first = ClaimRunOffsets[claim];
        return new ReadOnlySpan<uint>(ClaimRuns + first, (int)(ClaimRunOffsets[claim + 1] - first));
    }

    /// <summary>Longitude of a vertex, degrees: the binary64 nearest to the decimal that the data gave.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double Longitude(int vertex) => Vertices[2 * vertex] / PackFormat.UnitsPerDegree;

    /// <summary>Latitude of a vertex, degrees.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double Latitude(int vertex) => Vertices[2 * vertex + 1] / PackFormat.UnitsPerDegree;

    /// <summary>The index of a claim by name, or −1.</summary>
    public int ClaimIndex(string name)
    {
        for (var i = 0; i < Claims.Count; i++)
            if (string.Equals(Claims[i], name, StringComparison.OrdinalIgnoreCase))
                return i;
        return -1;
    }

    /// <summary>Keeps the memory behind the pointers alive up to this call.</summary>
    public void KeepAlive() => GC.KeepAlive(_owner);

    private static byte* At(byte* start, long length, ReadOnlySpan<ulong> table, int section, int itemBytes)
    {
        var offset = table[2 * section];
        var count = table[2 * section + 1];
        if (offset > (ulong)length || count > ((ulong)length - offset) / (ulong)itemBytes)
            throw new InvalidDataException($"boundary pack: section {section} lies outside its set; rebuild the pack");
        return start + offset;
    }
}

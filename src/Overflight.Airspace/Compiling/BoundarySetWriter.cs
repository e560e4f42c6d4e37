using System.Runtime.InteropServices;
using Overflight.Airspace.Pack;

namespace Overflight.Airspace.Compiling;

/// <summary>Writes one set in the layout of <see cref="PackFormat"/>.</summary>
internal static class BoundarySetWriter
{
    public static byte[] Write(EdgeSoup soup, Chains chains, double finePerEdge)
    {
        var grid = new GridBuilder(chains, soup.ClaimSets);
        grid.Build(finePerEdge);
        var (runs, runOffsets) = ClaimRuns(soup, chains);
        var vertices = new int[chains.VertexCount * 2];
        for (var i = 0; i < chains.VertexCount; i++)
            (vertices[2 * i], vertices[2 * i + 1]) = (chains.Longitude[i], chains.Latitude[i]);
        var sets = soup.ClaimSets.All;
        if (sets.Count > ushort.MaxValue)
            throw new InvalidDataException($"{sets.Count} sets of claims are more than a pack can hold");
        var setOffsets = new uint[sets.Count + 1];
        for (var i = 0; i < sets.Count; i++)
            setOffsets[i + 1] = setOffsets[i] + (uint)sets[i].Length;

        var output = new MemoryStream();
        var table = new ulong[PackFormat.SectionCount * 2];
        output.Write(MemoryMarshal.AsBytes<ulong>(table));
        Section(0, MemoryMarshal.AsBytes<int>(vertices), chains.VertexCount);
        Section(1, MemoryMarshal.AsBytes(CollectionsMarshal.AsSpan(chains.Attribute)), chains.Attribute.Count);
        Section(2, MemoryMarshal.AsBytes(CollectionsMarshal.AsSpan(chains.Attributes)), chains.Attributes.Count);
        Section(3, MemoryMarshal.AsBytes<uint>(setOffsets), setOffsets.Length);
        Section(4, MemoryMarshal.AsBytes<ushort>(sets.SelectMany(s => s).ToArray()), (int)setOffsets[^1]);
        Section(5, MemoryMarshal.AsBytes<uint>(grid.Coarse), grid.Coarse.Length);
        Section(6, MemoryMarshal.AsBytes(CollectionsMarshal.AsSpan(grid.Fine)), grid.Fine.Count);
        Section(7, MemoryMarshal.AsBytes(CollectionsMarshal.AsSpan(grid.Records)), grid.Records.Count);
        Section(8, MemoryMarshal.AsBytes<uint>(runs), runs.Length);
        Section(9, MemoryMarshal.AsBytes<uint>(runOffsets), runOffsets.Length);
        output.Position = 0;
        output.Write(MemoryMarshal.AsBytes<ulong>(table));
        return output.ToArray();

        void Section(int number, ReadOnlySpan<byte> bytes, int count)
        {
            output.SetLength((output.Length + PackFormat.Alignment - 1) / PackFormat.Alignment * PackFormat.Alignment);
            output.Position = output.Length;
            table[2 * number] = (ulong)output.Position;
            table[2 * number + 1] = (ulong)count;
            output.Write(bytes);
        }
    }

    private static (uint[] Runs, uint[] Offsets) ClaimRuns(EdgeSoup soup, Chains chains)
    {
        var byClaim = new List<uint>[soup.Claims.Count];
        for (var claim = 0; claim < byClaim.Length; claim++)
            byClaim[claim] = [];
        for (var edge = 0; edge < chains.VertexCount; edge++)
        {
            if (chains.Attribute[edge] == 0)
                continue;
            foreach (var claim in soup.ClaimSets.All[chains.Attributes[chains.Attribute[edge]].ClaimSet])
            {
                var runs = byClaim[claim];
                if (runs.Count > 0 && runs[^2] + runs[^1] == edge)
                    runs[^1]++;
                else
                    runs.AddRange([(uint)edge, 1]);
            }
        }
        var offsets = new uint[byClaim.Length + 1];
        for (var claim = 0; claim < byClaim.Length; claim++)
            offsets[claim + 1] = offsets[claim] + (uint)byClaim[claim].Count;
        return (byClaim.SelectMany(r => r).ToArray(), offsets);
    }
}

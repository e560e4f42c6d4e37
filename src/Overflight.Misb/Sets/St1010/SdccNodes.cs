namespace Overflight.Misb.Sets.St1010;

/// <summary>An SDCC pack as part of a tree.</summary>
internal static class SdccNodes
{
    /// <summary>The standard deviations and correlations; none where the bytes are no such pack.</summary>
    public static List<KlvNode> Of(ReadOnlySpan<byte> bytes)
    {
        var nodes = new List<KlvNode>();
        if (!SdccPack.TryRead(bytes, null, out var pack))
            return nodes;
        for (var i = 0; i < pack.StandardDeviations.Count; i++)
            nodes.Add(Node(nodes.Count, $"Standard Deviation {i + 1}", pack.StandardDeviations[i]));
        for (var a = 0; a < pack.Size && pack.Correlations.Count > 0; a++)
            for (var b = a + 1; b < pack.Size; b++)
                nodes.Add(Node(nodes.Count, $"Correlation {a + 1} {b + 1}", pack.Correlation(a, b)));
        return nodes;
    }

    private static KlvNode Node(int index, string name, double value) =>
        new() { Tag = (ulong)index + 1, Name = name, Kind = ValueKind.Number, Number = value };
}

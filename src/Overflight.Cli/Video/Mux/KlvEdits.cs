using System.Text.Json;
using Overflight.Misb.Sets;

namespace Overflight.Cli.Video.Mux;

/// <summary>Finds values in a line that are not those of their bytes, and writes them where they count.</summary>
internal static class KlvEdits
{
    /// <summary>The packet with the values of the line; null where they are those of its bytes already.</summary>
    /// <param name="packet">The packet of the line's bytes.</param>
    /// <param name="items">The items of the line.</param>
    /// <param name="set">The set.</param>
    /// <param name="nodes">What the bytes decode to.</param>
    /// <param name="prefersValues">Whether values count where they differ; otherwise the line is refused.</param>
    public static byte[]? Apply(byte[] packet, JsonElement items, SetDefinition set, IReadOnlyList<KlvNode> nodes, bool prefersValues)
    {
        MetadataPacket? changed = null;
        var index = 0;
        foreach (var item in items.EnumerateArray())
        {
            if (index == nodes.Count)
                throw new RowException("items", "some of their bytes hide others: a length in raw does not fit");
            var node = nodes[index++];
            var merged = item.TryGetProperty("raw", out _) ? Merged(node, item, prefersValues) : node;
            if (ReferenceEquals(merged, node))
                continue;
            if (changed is null)
            {
                changed = new MetadataPacket(set);
                if (Standards.IsUniversal(set) || !changed.Read(packet))
                    throw new RowException(node.Name, "the items of a universal set are not written by value; change raw");
            }
            Write(changed.Set, node, merged);
        }
        return changed?.Encode();
    }

    private static void Write(KlvSet set, KlvNode node, KlvNode merged)
    {
        try
        {
            // Where the tree does not give back the bytes it came from, writing it would change more than was asked for.
            var probe = new KlvSet(set.Definition);
            probe.SetNode(node.Tag, node);
            if (!probe[0].Raw.Span.SequenceEqual(node.Raw.Span))
                throw new RowException(node.Name, "cannot be written by value without changing more of it; change raw");
            if (set.TryGet(node.Tag, out var first) && !first.Raw.Span.SequenceEqual(node.Raw.Span))
                throw new RowException(node.Name, "occurs more than once; change raw");
            set.SetNode(node.Tag, merged);
        }
        catch (KlvRangeException error)
        {
            throw new RowException(node.Name, error.Message);
        }
    }

    private static KlvNode Merged(KlvNode node, JsonElement item, bool prefersValues)
    {
        var name = node.Name;
        if (item.ValueKind != JsonValueKind.Object)
            throw new RowException(name, "holds a part that is no object");
        if (item.TryGetProperty("value", out var value) && !JsonValues.IsOf(value, node, name))
        {
            if (!prefersValues)
                throw new RowException(name, $"value {value.GetRawText()} is not that of raw, which is {(KlvWords.Of(node) is { Length: > 0 } words ? words : "not a single value")}: take raw out, or give --prefer value");
            return JsonValues.Changed(node, value, name) ?? throw new RowException(name, $"does not take {value.GetRawText()}");
        }
        if (!item.TryGetProperty("items", out var parts) || parts.ValueKind != JsonValueKind.Array)
            return node;
        if (parts.GetArrayLength() != node.Children.Count)
            throw new RowException(name, "has other parts than raw; parts are not put in or taken out, so change raw");
        var children = node.Children.Zip(parts.EnumerateArray(), (child, part) => Merged(child, part, prefersValues)).ToArray();
        return children.Zip(node.Children).All(p => ReferenceEquals(p.First, p.Second)) ? node : node with { Children = children };
    }
}

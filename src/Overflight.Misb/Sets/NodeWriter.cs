using System.Buffers;
using Overflight.Misb.Klv;

namespace Overflight.Misb.Sets;

/// <summary>Writes a tree as the bytes of its item: the way back from <see cref="NodeReader"/>.</summary>
internal static class NodeWriter
{
    /// <summary>The bytes of an item. Numbers keep the length that their raw bytes had where the item allows several.</summary>
    /// <exception cref="KlvRangeException">A value that its item or field cannot hold, or a part that its definition does not list.</exception>
    public static byte[] Write(ItemDefinition? item, KlvNode node)
    {
        if (item is null || node.Kind is ValueKind.Bytes or ValueKind.Empty)
            return node.Raw.ToArray();
        return item.Coding switch
        {
            Coding.LocalSet => WriteSet(item.Set!, node),
            Coding.UniversalSet => WriteKeyed(item.Set!, node),
            Coding.Pack => WritePack(item, node),
            Coding.Series => WriteSeries(item, node),
            Coding.Sdcc or Coding.Array => node.Raw.ToArray(),
            _ => WriteScalar(item, node),
        };
    }

    private static byte[] WriteScalar(ItemDefinition item, KlvNode node) => node.Kind switch
    {
        ValueKind.Number => ItemEncoder.Number(item, node.Number, node.Raw.Length),
        ValueKind.SignedInteger => ItemEncoder.Integer(item, node.IntegerBits, node.Raw.Length),
        ValueKind.UnsignedInteger => ItemEncoder.Unsigned(item, (ulong)node.IntegerBits, node.Raw.Length),
        ValueKind.Text => ItemEncoder.Text(item, node.Text ?? ""),
        ValueKind.Special when item.Coding == Coding.Linear => ItemEncoder.Special(item, node.Special),
        _ => node.Raw.ToArray(),
    };

    private static byte[] WriteSet(SetDefinition set, KlvNode node)
    {
        var output = new ArrayBufferWriter<byte>();
        foreach (var child in node.Children)
        {
            var value = Write(set.Find(child.Tag), child);
            output.Advance(Ber.WriteOid(output.GetSpan(Ber.MaxOidSize), child.Tag));
            Prefixed(output, value);
        }
        return output.WrittenSpan.ToArray();
    }

    private static byte[] WriteKeyed(SetDefinition set, KlvNode node)
    {
        var output = new ArrayBufferWriter<byte>();
        foreach (var child in node.Children)
        {
            var item = child.Key != default ? set.Find(child.Key) : set.Find(child.Tag);
            (child.Key != default ? child.Key : item?.Key ?? default).Write(output.GetSpan(UniversalKey.Size));
            output.Advance(UniversalKey.Size);
            Prefixed(output, Write(item, child));
        }
        return output.WrittenSpan.ToArray();
    }

    private static byte[] WritePack(ItemDefinition pack, KlvNode node)
    {
        var output = new ArrayBufferWriter<byte>();
        var children = node.Children.Count;
        if (children > pack.Fields.Count)
            throw new KlvRangeException($"{pack.Name} has {pack.Fields.Count} fields, not {children}");
        // Fields are told by their order; only the last may be left off.
        for (var i = 0; i < children; i++)
            Frame(output, pack.Fields[i], Write(pack.Fields[i], node.Children[i]));
        return output.WrittenSpan.ToArray();
    }

    private static byte[] WriteSeries(ItemDefinition series, KlvNode node)
    {
        var output = new ArrayBufferWriter<byte>();
        if (series.Counted)
            output.Advance(Ber.WriteOid(output.GetSpan(Ber.MaxOidSize), (ulong)node.Children.Count));
        foreach (var child in node.Children)
            Frame(output, series.Fields[0], Write(series.Fields[0], child));
        return output.WrittenSpan.ToArray();
    }

    private static void Frame(ArrayBufferWriter<byte> output, ItemDefinition field, byte[] value)
    {
        if (field.Framing == Framing.Fixed && value.Length != field.Length)
            throw new KlvRangeException($"{field.Name} takes {field.Length} bytes, not {value.Length}");
        if (field.Framing == Framing.BerLength)
            Prefixed(output, value);
        else
            output.Write(value);
    }

    private static void Prefixed(ArrayBufferWriter<byte> output, byte[] value)
    {
        output.Advance(Ber.WriteLength(output.GetSpan(Ber.MaxLengthSize), value.Length));
        output.Write(value);
    }
}

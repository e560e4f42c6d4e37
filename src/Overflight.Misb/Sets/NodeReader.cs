using Overflight.Misb.Klv;
using Overflight.Misb.Sets.St0903;
using Overflight.Misb.Sets.St1010;
using Overflight.Misb.Sets.St1204;
using Overflight.Misb.Sets.St1303;

namespace Overflight.Misb.Sets;

/// <summary>Reads an item and all that nests in it into a tree.</summary>
/// <param name="problems">Where problems below the item itself are added; null where they do not matter.</param>
/// <param name="vmti">The version of VMTI sets seen before; null where the set stands alone.</param>
internal readonly struct NodeReader(ICollection<KlvProblem>? problems, VmtiState? vmti)
{
    public KlvNode Read(in KlvItem read) => ReadPiece(new(read.Tag, read.Definition, read.Raw, read.Place.ValueOffset, 0));

    public KlvNode Read(ulong tag, ItemDefinition? item, ReadOnlyMemory<byte> bytes, int offset) => ReadPiece(new(tag, item, bytes, offset, 1));

    private readonly record struct Piece(ulong Tag, ItemDefinition? Item, ReadOnlyMemory<byte> Bytes, int Offset, int Depth)
    {
        public ReadOnlySpan<byte> Span => Bytes.Span;
    }

    private KlvNode ReadPiece(in Piece piece)
    {
        var value = new Scalar(ValueKind.Bytes);
        if (piece.Item is null)
            return Leaf(piece, piece.Bytes.IsEmpty ? default : value);
        if (!ItemDecoder.TryDecode(piece.Item, piece.Span, out value, out var reason) && piece.Depth > 0)
            problems?.Add(new(reason, piece.Tag, piece.Offset, piece.Bytes.Length, piece.Item.Length != 0 ? piece.Item.Length : piece.Item.MaxLength));
        if (value.Kind is ValueKind.Set or ValueKind.Structure && piece.Depth >= PartFraming.MaxDepth)
        {
            problems?.Add(new(KlvReason.TooDeep, piece.Tag, piece.Offset, piece.Depth));
            return Leaf(piece, new(ValueKind.Bytes));
        }
        if (piece.Item.Coding == Coding.Array && value.Kind == ValueKind.Structure)
            return Array(piece);
        return Leaf(piece, value) with
        {
            Children = value.Kind switch
            {
                ValueKind.Set => piece.Item.Coding == Coding.UniversalSet ? KeyedItems(piece) : Items(piece),
                ValueKind.Structure => Parts(piece),
                _ => [],
            },
            Standard = value.Kind == ValueKind.Set ? piece.Item.Set!.Standard : null,
        };
    }

    private KlvNode Array(in Piece piece)
    {
        if (!Mdap.TryRead(piece.Span, piece.Item!.Fields, out var array))
        {
            problems?.Add(new(KlvReason.BadValue, piece.Tag, piece.Offset));
            return Leaf(piece, new(ValueKind.Bytes));
        }
        return Leaf(piece, new(ValueKind.Structure)) with { Array = array };
    }

    private static KlvNode Leaf(in Piece piece, Scalar value) => new()
    {
        Tag = piece.Tag,
        Name = piece.Item?.Name ?? (piece.Tag == 0 ? "Unknown" : $"Tag {piece.Tag}"),
        Unit = piece.Item?.Unit,
        Kind = value.Kind,
        Number = value.Number,
        IntegerBits = value.Kind is ValueKind.SignedInteger or ValueKind.UnsignedInteger ? value.Bits : 0,
        Special = value.Special,
        Text = TextOf(piece, value),
        Flags = piece.Item is { Coding: Coding.Flags } ? [.. Labels.OfFlags(piece.Item, piece.Bytes)] : [],
        Raw = piece.Bytes,
    };

    private static string? TextOf(in Piece piece, Scalar value) => piece.Item?.Coding switch
    {
        Coding.Utf8 or Coding.Utf16 when value.Kind == ValueKind.Text => TextDecoder.Of(piece.Item.Coding, piece.Span),
        Coding.Enumeration when value.Kind == ValueKind.UnsignedInteger => Labels.Of(piece.Item, (ulong)value.Bits),
        Coding.MiisIdentifier when MiisIdentifier.TryRead(piece.Span, out var id) => id.ToString(),
        _ => null,
    };

    private List<KlvNode> Items(in Piece piece)
    {
        var nodes = new List<KlvNode>();
        var set = piece.Item!.Set!;
        if (ReferenceEquals(set, St0903Set.Definition))
            set = (vmti ?? new()).Choose(piece.Span);
        var reader = new LocalSetReader(piece.Span);
        for (var step = reader.Read(); step != KlvRead.End; step = reader.Read())
        {
            if (step == KlvRead.Problem)
            {
                problems?.Add(reader.Problem with { Offset = reader.Problem.Offset + piece.Offset });
                continue;
            }
            var (tag, _, at, length) = reader.Item;
            var item = set.Find(tag);
            if (item is null)
                problems?.Add(new(KlvReason.UnknownTag, tag, piece.Offset + reader.Item.Offset));
            nodes.Add(ReadPiece(new(tag, item, piece.Bytes.Slice(at, length), piece.Offset + at, piece.Depth + 1)));
        }
        return nodes;
    }

    private List<KlvNode> KeyedItems(in Piece piece)
    {
        var nodes = new List<KlvNode>();
        var reader = new KlvReader(piece.Span, piece.Offset);
        for (var step = reader.Read(); step != KlvRead.End; step = reader.Read())
        {
            if (step == KlvRead.Problem)
            {
                problems?.Add(reader.Problem);
                continue;
            }
            var packet = reader.Packet;
            var item = piece.Item!.Set!.Find(packet.Key);
            if (item is null)
                problems?.Add(new(KlvReason.UnknownTag, 0, packet.Offset));
            var at = (int)packet.Offset - piece.Offset + packet.HeaderSize;
            var value = piece.Bytes.Slice(at, packet.Value.Length);
            nodes.Add(ReadPiece(new(item?.Tag ?? 0, item, value, piece.Offset + at, piece.Depth + 1)) with { Key = packet.Key });
        }
        return nodes;
    }

    private List<KlvNode> Parts(in Piece piece) => piece.Item!.Coding switch
    {
        Coding.Pack => Fields(piece),
        Coding.Series => Elements(piece),
        _ => Uncertainties(piece),
    };

    private List<KlvNode> Uncertainties(in Piece piece)
    {
        var nodes = SdccNodes.Of(piece.Span);
        if (nodes.Count == 0)
            problems?.Add(new(KlvReason.BadValue, piece.Tag, piece.Offset));
        return nodes;
    }

    private List<KlvNode> Fields(in Piece piece)
    {
        var nodes = new List<KlvNode>();
        var at = 0;
        for (var i = 0; i < piece.Item!.Fields.Count && at < piece.Bytes.Length; i++)
        {
            var field = piece.Item.Fields[i];
            if (!PartFraming.TryFrame(field, piece.Span[at..], piece.Item.Fields.Count - i, out var skip, out var length))
            {
                problems?.Add(new(KlvReason.LengthPastEnd, piece.Tag, piece.Offset + at, length, piece.Bytes.Length - at));
                return nodes;
            }
            nodes.Add(ReadPiece(new(field.Tag, field, piece.Bytes.Slice(at + skip, length), piece.Offset + at + skip, piece.Depth + 1)));
            at += skip + length;
        }
        if (at < piece.Bytes.Length)
            problems?.Add(new(KlvReason.WrongLength, piece.Tag, piece.Offset, piece.Bytes.Length, at));
        return nodes;
    }

    private List<KlvNode> Elements(in Piece piece)
    {
        var nodes = new List<KlvNode>();
        var at = 0;
        ulong stated = 0;
        if (piece.Item!.Counted && !Ber.TryReadOid(piece.Span, out stated, out at))
        {
            problems?.Add(new(KlvReason.BadLength, piece.Tag, piece.Offset));
            return nodes;
        }
        var element = piece.Item.Fields[0];
        while (at < piece.Bytes.Length)
        {
            if (!PartFraming.TryFrame(element, piece.Span[at..], 1, out var skip, out var length) || skip + length == 0)
            {
                problems?.Add(new(KlvReason.LengthPastEnd, piece.Tag, piece.Offset + at, length, piece.Bytes.Length - at));
                return nodes;
            }
            nodes.Add(ReadPiece(new((ulong)nodes.Count + 1, element, piece.Bytes.Slice(at + skip, length), piece.Offset + at + skip, piece.Depth + 1)));
            at += skip + length;
        }
        if (piece.Item.Counted && stated != (ulong)nodes.Count)
            problems?.Add(new(KlvReason.BadValue, piece.Tag, piece.Offset, (long)stated, nodes.Count));
        return nodes;
    }
}

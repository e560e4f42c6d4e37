namespace Overflight.Misb.Sets.St1607;

/// <summary>Child sets (MISB ST 1607): a segment or amendment within a set says only what differs from its parent.</summary>
public static class ChildSet
{
    /// <summary>The parent's items as the child changes them: an item of the child stands for the parent's, one without bytes takes the parent's out. The parent's checksum and child sets are left out, for they speak of the parent's own bytes.</summary>
    /// <exception cref="ArgumentException">The two are of different standards.</exception>
    public static KlvSet Apply(KlvSet parent, KlvSet child)
    {
        ArgumentNullException.ThrowIfNull(parent);
        ArgumentNullException.ThrowIfNull(child);
        if (!ReferenceEquals(parent.Definition, child.Definition))
            throw new ArgumentException($"a child of {child.Definition.Standard} in a set of {parent.Definition.Standard}", nameof(child));
        var applied = new KlvSet(parent.Definition);
        var bytes = new byte[parent.Bytes.Length + child.Bytes.Length];
        var length = 0;
        for (var i = 0; i < parent.Count; i++)
            if (!child.TryGet(parent[i].Tag, out _) && !IsOfParentAlone(parent, parent[i]))
                Append(parent, i);
        for (var i = 0; i < child.Count; i++)
            if (child[i].Kind != ValueKind.Empty)
                Append(child, i);
        applied.Read(bytes.AsMemory(0, length));
        return applied;

        void Append(KlvSet set, int index)
        {
            var place = set[index].Place;
            var item = set.Bytes.Span[place.Offset..(place.ValueOffset + place.Length)];
            item.CopyTo(bytes.AsSpan(length));
            length += item.Length;
        }
    }

    private static bool IsOfParentAlone(KlvSet parent, in KlvItem item) =>
        item.Tag == parent.Definition.ChecksumTag || item.Definition is { Coding: Coding.LocalSet, Repeats: true };
}

namespace Overflight.Record.Leaves;

/// <summary>The record's own kinds: each leaf of them has the fields that docs/record.md gives it.</summary>
public static class OwnKinds
{
    /// <summary>Checks a leaf whose kind is the record's own; any other is left as it is.</summary>
    /// <exception cref="RecordException">Its kind is none of the record's, or its fields are not that kind's.</exception>
    public static void Check(Leaf leaf)
    {
        ArgumentNullException.ThrowIfNull(leaf);
        if (!leaf.Kind.StartsWith(LeafRules.OwnPrefix, StringComparison.Ordinal))
            return;
        object _ = leaf.Kind switch
        {
            // Some of an attachment's fields may be sealed: then it is not whole until they are opened.
            Attachment.Kind => leaf.Digests.Count > 0 ? leaf : Attachment.Of(leaf),
            PublishedDisclosures.Kind => PublishedDisclosures.Of(leaf),
            ShownFields.Kind => ShownFields.Of(leaf),
            Tombstone.Kind => Tombstone.Of(leaf),
            Hold.Kind => Hold.Of(leaf),
            Release.Kind => Release.Of(leaf),
            KeyChange.Kind => KeyChange.Of(leaf),
            // That its form is right is known since it was read.
            SealedLeaf.Kind => leaf,
            _ => throw new RecordException($"{leaf.Kind} is no kind of the record's own"),
        };
    }
}

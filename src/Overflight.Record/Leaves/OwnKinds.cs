namespace Overflight.Record.Leaves;

/// <summary>The record's own kinds: each leaf of them has the fields that docs/record.md gives it.</summary>
public static class OwnKinds
{
    private const string Prefix = "record.";

    /// <summary>Checks a leaf whose kind is the record's own; any other is left as it is.</summary>
    /// <exception cref="RecordException">Its kind is none of the record's, or its fields are not that kind's.</exception>
    public static void Check(Leaf leaf)
    {
        ArgumentNullException.ThrowIfNull(leaf);
        if (!leaf.Kind.StartsWith(Prefix, StringComparison.Ordinal))
            return;
        _ = leaf.Kind switch
        {
            Attachment.Kind => Whole(() => Attachment.Of(leaf), leaf),
            PublishedDisclosures.Kind => PublishedDisclosures.Of(leaf),
            ShownFields.Kind => ShownFields.Of(leaf),
            Tombstone.Kind => Tombstone.Of(leaf),
            Hold.Kind => Hold.Of(leaf),
            Release.Kind => Release.Of(leaf),
            KeyChange.Kind => KeyChange.Of(leaf),
            SealedLeaf.Kind => SealedOne(leaf),
            _ => (object)(leaf.Digests.Count > 0 ? leaf : throw new RecordException($"{leaf.Kind} is no kind of the record's own")),
        };
    }

    /// <summary>Some of an attachment's fields may be sealed: then it is not whole until they are opened.</summary>
    private static object Whole(Func<object> read, Leaf leaf) => leaf.Digests.Count > 0 ? leaf : read();

    private static Leaf SealedOne(Leaf leaf) => leaf.Digests.Count > 0 && leaf.Subject == SealedLeaf.Subject && leaf.FieldNames.Order(StringComparer.Ordinal).SequenceEqual(["marking", "releaseAuthority", "reviewDate"])
        ? leaf
        : throw new RecordException("a leaf sealed as a whole has subject \"sealed\", its seals, and in clear marking, releaseAuthority and reviewDate only");
}

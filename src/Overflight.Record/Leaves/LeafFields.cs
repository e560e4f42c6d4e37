using Overflight.Record.Merkle;

namespace Overflight.Record.Leaves;

/// <summary>Reads the fields of the record's own leaves, each of the form that its kind has.</summary>
internal readonly struct LeafFields(Leaf leaf)
{
    /// <summary>The fields of a leaf that must be of a kind and have no other fields than these.</summary>
    public static LeafFields Of(Leaf leaf, string kind, params ReadOnlySpan<string> names)
    {
        if (leaf.Kind != kind)
            throw new RecordException($"the leaf is of kind {leaf.Kind}, not {kind}");
        foreach (var name in leaf.FieldNames)
        {
            if (!names.Contains(name))
                throw new RecordException($"a leaf of kind {kind} has no field \"{LeafRules.Shown(name)}\"");
        }
        return new(leaf);
    }

    public string Text(string name) => Optional(name) is { } value && LeafValue.TryText(value.Span, out var text) ? text : throw Wrong(name, "a text");

    /// <summary>A text of 1 to 1,000 characters without controls.</summary>
    public string Line(string name)
    {
        var text = Text(name);
        return LeafRules.IsText(text, LeafRules.MaximumTextLength) ? text : throw Wrong(name, $"a text of 1 to {LeafRules.MaximumTextLength:N0} characters without controls");
    }

    public long? OptionalNumber(string name) => Optional(name) is null ? null : Number(name);

    public long Number(string name) => Optional(name) is { } value && LeafValue.TryNumber(value.Span, out var number)
        ? number
        : throw Wrong(name, "a whole number, not below 0");

    public bool Has(string name) => leaf.Field(name) is not null;

    public IReadOnlyList<string> Texts(string name)
    {
        if (Optional(name) is not { } value || value.Span[0] != (byte)'[')
            throw Wrong(name, "an array of texts");
        var texts = new List<string>();
        var reader = new CanonicalReader(value.Span);
        while (reader.Next())
            texts.Add(LeafValue.TryText(reader.Value, out var text) ? text : throw Wrong(name, "an array of texts"));
        return texts;
    }

    public LeafReference Reference()
    {
        long? index = null;
        MerkleHash? hash = null;
        if (Optional("of") is { } value && value.Span[0] == (byte)'{')
        {
            var reader = new CanonicalReader(value.Span);
            while (reader.Next())
            {
                if (reader.Name.SequenceEqual("index"u8) && LeafValue.TryNumber(reader.Value, out var number))
                    index = number;
                else if (reader.Name.SequenceEqual("leaf"u8) && LeafValue.TryText(reader.Value, out var text) && LeafValue.TryHash(text, out var found))
                    hash = found;
                else
                    throw Wrong("of", "index and leaf of another leaf");
            }
        }
        return index is { } at && hash is { } leafHash ? new(at, leafHash) : throw Wrong("of", "index and leaf of another leaf");
    }

    public RecordException Wrong(string name, string rule) => new($"in a leaf of kind {leaf.Kind}, {name} is {rule}");

    private ReadOnlyMemory<byte>? Optional(string name) => leaf.Field(name);
}

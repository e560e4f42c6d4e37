namespace Overflight.Record.Leaves;

/// <summary>What a user's line of JSON says of the leaf to be made of it.</summary>
internal sealed record LeafLine(string Kind, string Subject, long? Time, long? N, (bool Given, string? Leaf) Prev, IReadOnlyList<(string Name, Range Value)> Sealed)
{
    /// <summary>Reads a canonical line.</summary>
    public static LeafLine Read(ReadOnlySpan<byte> json, IReadOnlyCollection<string> seal)
    {
        if (json[0] != (byte)'{')
            throw new RecordException("a leaf is made of a JSON object, and this is none");
        string? kind = null, subject = null;
        long? time = null, n = null;
        var prev = (Given: false, Leaf: (string?)null);
        List<(string, Range)>? sealedFields = null;
        var reader = new CanonicalReader(json);
        while (reader.Next())
        {
            var name = reader.Name;
            if (name.SequenceEqual("kind"u8))
                kind = LeafValue.Text("kind", reader.Value);
            else if (name.SequenceEqual("subject"u8))
                subject = LeafValue.Text("subject", reader.Value);
            else if (name.SequenceEqual("t"u8))
                time = LeafValue.Number("t", reader.Value);
            else if (name.SequenceEqual("n"u8))
                n = LeafValue.Number("n", reader.Value);
            else if (name.SequenceEqual("prev"u8))
                prev = (true, reader.Value.SequenceEqual("null"u8) ? null : LeafValue.Text("prev", reader.Value));
            else if (name.SequenceEqual("v"u8))
                RequireVersion(reader.Value);
            else if (!LeafRules.IsFieldName(name))
                throw new RecordException($"\"{LeafRules.Shown(CanonicalText.Read(reader.QuotedName))}\" is no name of a field: names that begin with _, and ..., are kept");
            else if (seal.Count > 0 && CanonicalText.Read(reader.QuotedName) is var field && seal.Contains(field))
                (sealedFields ??= []).Add((field, reader.ValueRange));
        }
        if (sealedFields is null ? seal.Count > 0 : sealedFields.Count != seal.Distinct(StringComparer.Ordinal).Count())
            throw new RecordException($"there is no field \"{LeafRules.Shown(seal.First(name => sealedFields?.Any(field => field.Item1 == name) != true))}\" to seal");
        return new(kind ?? LeafDraft.DefaultKind, subject ?? LeafDraft.DefaultSubject, time, n, prev, sealedFields ?? []);
    }

    private static void RequireVersion(ReadOnlySpan<byte> value)
    {
        if (!value.SequenceEqual("1"u8))
            throw new RecordException("v is 1 in the leaves that this program writes");
    }
}

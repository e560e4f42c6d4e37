namespace Overflight.Record.Leaves;

/// <summary>A large thing that enters the record by its hash (<c>record.attachment</c>).</summary>
/// <param name="Name">The file's name, without folders.</param>
/// <param name="Sha256">Its SHA-256, 64 small hexadecimal digits.</param>
/// <param name="Length">Its length, bytes.</param>
/// <param name="MediaType">Its media type, such as <c>video/mp2t</c>.</param>
/// <param name="From">When it begins, Unix milliseconds; null where it has no time.</param>
/// <param name="To">When it ends.</param>
public sealed record Attachment(string Name, string Sha256, long Length, string MediaType, long? From = null, long? To = null)
{
    /// <summary>The leaves' kind.</summary>
    public const string Kind = "record.attachment";

    /// <summary>Reads a leaf.</summary>
    /// <exception cref="RecordException">It is of another kind, or breaks its rules.</exception>
    public static Attachment Of(Leaf leaf)
    {
        ArgumentNullException.ThrowIfNull(leaf);
        var fields = LeafFields.Of(leaf, Kind, "name", "sha256", "length", "mediaType", "from", "to");
        var attachment = new Attachment(fields.Line("name"), fields.Text("sha256"), fields.Number("length"), fields.Line("mediaType"), fields.OptionalNumber("from"), fields.OptionalNumber("to"));
        attachment.Check();
        return attachment;
    }

    /// <summary>The leaf to append.</summary>
    public LeafDraft ToDraft(string subject)
    {
        Check();
        return LeafDraft.CreateOwn(Kind, subject, new LeafFieldsWriter().Text("name", Name).Text("sha256", Sha256).Number("length", Length)
            .Text("mediaType", MediaType).Number("from", From).Number("to", To).ToJson());
    }

    private void Check()
    {
        LeafRules.RequireText("an attachment's name", Name);
        LeafRules.RequireText("a media type", MediaType);
        if (Name is "." or ".." || Name.AsSpan().IndexOfAny('/', '\\') >= 0)
            throw new RecordException("an attachment's name is a file's, without folders");
        if (Sha256.Length != 64 || !Sha256.All(char.IsAsciiHexDigitLower))
            throw new RecordException("an attachment's sha256 is 64 small hexadecimal digits");
        if (Length is < 0 or > CanonicalJson.MaximumInteger || From is < 0 or > LeafRules.MaximumTime || To is < 0 or > LeafRules.MaximumTime || From > To)
            throw new RecordException("an attachment's length and times are not below 0, and it ends after it begins");
    }
}

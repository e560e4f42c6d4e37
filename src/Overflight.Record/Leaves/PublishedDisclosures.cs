namespace Overflight.Record.Leaves;

/// <summary>Sealed fields of an earlier leaf, opened for everybody (<c>record.disclosure</c>).</summary>
/// <param name="Leaf">Whose fields they are.</param>
/// <param name="Disclosures">What opens them.</param>
/// <param name="Authority">Who decided that.</param>
/// <param name="Reason">Why.</param>
public sealed record PublishedDisclosures(LeafReference Leaf, IReadOnlyList<Disclosure> Disclosures, string Authority, string Reason)
{
    /// <summary>The leaves' kind.</summary>
    public const string Kind = "record.disclosure";

    /// <summary>Reads a leaf. Whether the disclosures open the other leaf's fields is for <see cref="Leaves.Leaf.Resolve"/> to say.</summary>
    /// <exception cref="RecordException">It is of another kind, or breaks its rules.</exception>
    public static PublishedDisclosures Of(Leaf leaf)
    {
        ArgumentNullException.ThrowIfNull(leaf);
        var fields = LeafFields.Of(leaf, Kind, "of", "disclosures", "authority", "reason");
        return new(fields.Reference(), [.. fields.Texts("disclosures").Select(Disclosure.Parse)], fields.Line("authority"), fields.Line("reason"));
    }

    /// <summary>The leaf to append; its subject is the other leaf's.</summary>
    public LeafDraft ToDraft(string subject)
    {
        LeafRules.RequireText("an authority", Authority);
        LeafRules.RequireText("a reason", Reason);
        return LeafDraft.CreateOwn(Kind, subject, new LeafFieldsWriter().Of(Leaf).Texts("disclosures", Disclosures.Select(d => d.Text)).Text("authority", Authority).Text("reason", Reason).ToJson());
    }
}

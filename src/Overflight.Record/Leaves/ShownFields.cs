namespace Overflight.Record.Leaves;

/// <summary>That sealed fields of an earlier leaf were shown to somebody without being published (<c>record.shown</c>).</summary>
/// <param name="Leaf">Whose fields they are.</param>
/// <param name="Digests">The fields' digests: which were shown, and not what is in them.</param>
/// <param name="To">Who saw them.</param>
/// <param name="Authority">Who decided that.</param>
/// <param name="Reason">Why.</param>
public sealed record ShownFields(LeafReference Leaf, IReadOnlyList<string> Digests, string To, string Authority, string Reason)
{
    /// <summary>The leaves' kind.</summary>
    public const string Kind = "record.shown";

    /// <summary>Reads a leaf.</summary>
    /// <exception cref="RecordException">It is of another kind, or breaks its rules.</exception>
    public static ShownFields Of(Leaf leaf)
    {
        ArgumentNullException.ThrowIfNull(leaf);
        var fields = LeafFields.Of(leaf, Kind, "of", "digests", "to", "authority", "reason");
        return new(fields.Reference(), fields.Texts("digests"), fields.Line("to"), fields.Line("authority"), fields.Line("reason"));
    }

    /// <summary>The leaf to append; its subject is the other leaf's.</summary>
    public LeafDraft ToDraft(string subject)
    {
        LeafRules.RequireText("a receiver", To);
        LeafRules.RequireText("an authority", Authority);
        LeafRules.RequireText("a reason", Reason);
        return LeafDraft.CreateOwn(Kind, subject, new LeafFieldsWriter().Of(Leaf).Texts("digests", Digests).Text("to", To).Text("authority", Authority).Text("reason", Reason).ToJson());
    }
}

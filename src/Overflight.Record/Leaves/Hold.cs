namespace Overflight.Record.Leaves;

/// <summary>That nothing of a leaf, or of all leaves about a subject, may be destroyed (<c>record.hold</c>).</summary>
/// <param name="Target">What it is on.</param>
/// <param name="Authority">Whose hold it is.</param>
/// <param name="Reason">Why.</param>
public sealed record Hold(HoldTarget Target, string Authority, string Reason)
{
    /// <summary>The leaves' kind.</summary>
    public const string Kind = "record.hold";

    /// <summary>Reads a leaf.</summary>
    /// <exception cref="RecordException">It is of another kind, or breaks its rules.</exception>
    public static Hold Of(Leaf leaf)
    {
        ArgumentNullException.ThrowIfNull(leaf);
        var fields = LeafFields.Of(leaf, Kind, "of", "about", "authority", "reason");
        return new(HoldTarget.Of(fields), fields.Line("authority"), fields.Line("reason"));
    }

    /// <summary>The leaf to append; its subject is the other leaf's, or the one held.</summary>
    public LeafDraft ToDraft(string subject)
    {
        ArgumentNullException.ThrowIfNull(Target);
        LeafRules.RequireText("an authority", Authority);
        LeafRules.RequireText("a reason", Reason);
        return LeafDraft.CreateOwn(Kind, subject, Target.Write(new()).Text("authority", Authority).Text("reason", Reason).ToJson());
    }
}

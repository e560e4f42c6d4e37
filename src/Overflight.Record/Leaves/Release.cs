namespace Overflight.Record.Leaves;

/// <summary>That a hold is over: the one on the same target by the same authority (<c>record.release</c>).</summary>
/// <param name="Target">What the hold was on.</param>
/// <param name="Authority">Whose hold it was.</param>
/// <param name="Reason">Why it ends.</param>
public sealed record Release(HoldTarget Target, string Authority, string Reason)
{
    /// <summary>The leaves' kind.</summary>
    public const string Kind = "record.release";

    /// <summary>Reads a leaf.</summary>
    /// <exception cref="RecordException">It is of another kind, or breaks its rules.</exception>
    public static Release Of(Leaf leaf)
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

using System.Text;
using Overflight.Record.Notes;

namespace Overflight.Record.Leaves;

/// <summary>That salts and values of an earlier leaf's sealed fields are destroyed (<c>record.tombstone</c>).</summary>
/// <param name="Leaf">Whose fields they were.</param>
/// <param name="Digests">The digests that nothing opens any more: those of the fields, or all of the leaf.</param>
/// <param name="Reason">Why.</param>
/// <param name="Approvals">Who approved it: signed notes.</param>
public sealed record Tombstone(LeafReference Leaf, IReadOnlyList<string> Digests, string Reason, IReadOnlyList<SignedNote> Approvals)
{
    /// <summary>The leaves' kind.</summary>
    public const string Kind = "record.tombstone";

    /// <summary>Reads a leaf. Whether the approvals are true is for those to say who know the approvers' keys.</summary>
    /// <exception cref="RecordException">It is of another kind, or breaks its rules.</exception>
    public static Tombstone Of(Leaf leaf)
    {
        ArgumentNullException.ThrowIfNull(leaf);
        var fields = LeafFields.Of(leaf, Kind, "of", "digests", "reason", "approvals");
        return new(fields.Reference(), fields.Texts("digests"), fields.Line("reason"), [.. fields.Texts("approvals").Select(note => SignedNote.Parse(Encoding.UTF8.GetBytes(note)))]);
    }

    /// <summary>The leaf to append; its subject is the other leaf's.</summary>
    public LeafDraft ToDraft(string subject)
    {
        LeafRules.RequireText("a reason", Reason);
        return LeafDraft.CreateOwn(Kind, subject, new LeafFieldsWriter().Of(Leaf).Texts("digests", Digests).Text("reason", Reason).Texts("approvals", Approvals.Select(note => note.ToString())).ToJson());
    }
}

using Overflight.Record.Notes;

namespace Overflight.Record.Leaves;

/// <summary>That a key of the log came or went (<c>record.key</c>).</summary>
/// <param name="Key">The key.</param>
/// <param name="IsRetired">Whether it went.</param>
public sealed record KeyChange(NoteVerifier Key, bool IsRetired)
{
    /// <summary>The leaves' kind.</summary>
    public const string Kind = "record.key";

    /// <summary>Reads a leaf.</summary>
    /// <exception cref="RecordException">It is of another kind, or breaks its rules.</exception>
    public static KeyChange Of(Leaf leaf)
    {
        ArgumentNullException.ThrowIfNull(leaf);
        var fields = LeafFields.Of(leaf, Kind, "vkey", "action");
        return new(NoteVerifier.Parse(fields.Text("vkey")), fields.Text("action") switch
        {
            "added" => false,
            "retired" => true,
            _ => throw fields.Wrong("action", "added or retired"),
        });
    }

    /// <summary>The leaf to append.</summary>
    public LeafDraft ToDraft(string subject = LeafDraft.DefaultSubject)
    {
        ArgumentNullException.ThrowIfNull(Key);
        return LeafDraft.CreateOwn(Kind, subject, new LeafFieldsWriter().Text("vkey", Key.ToString()).Text("action", IsRetired ? "retired" : "added").ToJson());
    }
}

using Overflight.Authority.Documents;

namespace Overflight.Notices.Recording;

/// <summary>How a version of a document in a folder stands in the record.</summary>
/// <param name="Document">The document.</param>
/// <param name="Leaf">The record's leaf; null where there is none.</param>
public sealed record DocumentStanding(AuthorityDocument Document, DocumentLeaf? Leaf)
{
    /// <summary>How it stands.</summary>
    public RecordedState State => Leaf switch
    {
        null => RecordedState.Missing,
        { Sha256: null } => RecordedState.Sealed,
        _ => Leaf.Sha256 == Document.Sha256 ? RecordedState.Recorded : RecordedState.Differs,
    };

    /// <summary>
    /// Seconds from the time that the document says to the time of its leaf; null without a leaf. Where it is above 0, nothing in the record
    /// shows that the document was there so long before.
    /// </summary>
    public double? SecondsUnshown => Leaf?.Time.SecondsSince(Document.RecordedAt);
}

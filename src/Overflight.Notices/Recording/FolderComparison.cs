using Overflight.Authority.Documents;

namespace Overflight.Notices.Recording;

/// <summary>A folder of documents and a record, compared.</summary>
/// <param name="Standings">Each document of the folder, in the order in which they say that they were recorded.</param>
/// <param name="Absent">Versions that the record tells of and the folder does not hold.</param>
/// <param name="Problems">Leaves that contradict one another or their kind.</param>
public sealed record FolderComparison(IReadOnlyList<DocumentStanding> Standings, IReadOnlyList<DocumentLeaf> Absent, IReadOnlyList<string> Problems)
{
    /// <summary>Whether the record has every version, none differs, and none of its own leaves contradicts another.</summary>
    public bool IsWhole => Problems.Count == 0 && Absent.Count == 0 && Standings.All(s => s.State is RecordedState.Recorded or RecordedState.Sealed);

    /// <summary>Compares.</summary>
    public static FolderComparison Of(DocumentSet documents, RecordedDocuments recorded)
    {
        ArgumentNullException.ThrowIfNull(documents);
        ArgumentNullException.ThrowIfNull(recorded);
        var present = documents.All.Select(d => (d.Kind, d.Id, d.Version)).ToHashSet();
        return new(
            [.. InOrder(documents.All).Select(document => new DocumentStanding(document, recorded.Find(document)))],
            [.. recorded.Leaves.Where(leaf => !present.Contains((leaf.Kind, leaf.Id, leaf.Version))).OrderBy(leaf => leaf.Index)],
            recorded.Problems);
    }

    private static IEnumerable<AuthorityDocument> InOrder(IEnumerable<AuthorityDocument> documents) =>
        documents.OrderBy(d => d.RecordedAt).ThenBy(d => d.Kind, StringComparer.Ordinal).ThenBy(d => d.Id, StringComparer.Ordinal).ThenBy(d => d.Version);
}

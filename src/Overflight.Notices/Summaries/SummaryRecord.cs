using Overflight.Notices.Recording;
using Overflight.Record;
using Overflight.Record.Leaves;
using Overflight.Record.Notes;
using Overflight.Record.Vaults;

namespace Overflight.Notices.Summaries;

/// <summary>What a summary reads of a record.</summary>
public sealed class SummaryRecord
{
    private readonly RecordReader _reader;

    private SummaryRecord(RecordReader reader, RecordedDocuments documents, IReadOnlyList<DecisionLeaf> decisions, IReadOnlyList<NotCounted> problems) =>
        (_reader, Documents, Decisions, Problems) = (reader, documents, decisions, problems);

    /// <summary>The head that is read.</summary>
    public Checkpoint Head => _reader.Head;

    /// <summary>The documents that it tells of.</summary>
    public RecordedDocuments Documents { get; }

    /// <summary>The decisions that it tells of, in its order.</summary>
    public IReadOnlyList<DecisionLeaf> Decisions { get; }

    /// <summary>Leaves that are not as their kind is.</summary>
    public IReadOnlyList<NotCounted> Problems { get; }

    /// <summary>Reads a record.</summary>
    /// <param name="reader">The record.</param>
    /// <param name="vault">What opens hashes that are sealed; null where none is at hand.</param>
    /// <exception cref="RecordException">An entry is no leaf.</exception>
    public static SummaryRecord Read(RecordReader reader, Vault? vault)
    {
        ArgumentNullException.ThrowIfNull(reader);
        var (decisions, problems) = (new List<DecisionLeaf>(), new List<NotCounted>());
        foreach (var (index, leaf) in reader.Leaves().Where(found => found.Leaf.Kind == DecisionLeaf.LeafKind))
        {
            try
            {
                decisions.Add(DecisionLeaf.Of(index, leaf));
            }
            catch (InvalidDataException error)
            {
                problems.Add(new($"entry {index}", error.Message));
            }
        }
        var documents = RecordedDocuments.Read(reader, vault);
        problems.AddRange(documents.Problems.Select(problem => new NotCounted("a document", problem)));
        return new(reader, documents, decisions, problems);
    }

    /// <summary>The kind of a leaf; null where there is none.</summary>
    public string? KindAt(long index) => index >= 0 && index < Head.Size ? _reader.LeafAt(index).Kind : null;

    /// <summary>Whether a leaf says that something was shown or published.</summary>
    public bool IsDisclosure(long index) => KindAt(index) is ShownFields.Kind or PublishedDisclosures.Kind;

    /// <summary>Whether a leaf says that something was destroyed.</summary>
    public bool IsTombstone(long index) => KindAt(index) == Tombstone.Kind;
}

using Overflight.Authority.Documents;
using Overflight.Record;
using Overflight.Record.Leaves;
using Overflight.Record.Vaults;

namespace Overflight.Notices.Recording;

/// <summary>The versions of documents that a record tells of.</summary>
public sealed class RecordedDocuments
{
    private readonly Dictionary<(string Kind, string Id, int Version), DocumentLeaf> _leaves = [];
    private readonly List<string> _problems = [];

    /// <summary>The first leaf of each version, in the record's order.</summary>
    public IReadOnlyCollection<DocumentLeaf> Leaves => _leaves.Values;

    /// <summary>Leaves that contradict earlier ones, or are not as their kind is.</summary>
    public IReadOnlyList<string> Problems => _problems;

    /// <summary>Reads a record.</summary>
    /// <param name="reader">The record.</param>
    /// <param name="vault">What opens hashes that are sealed; null where none is at hand.</param>
    /// <exception cref="RecordException">An entry is no leaf.</exception>
    public static RecordedDocuments Read(RecordReader reader, Vault? vault)
    {
        ArgumentNullException.ThrowIfNull(reader);
        var recorded = new RecordedDocuments();
        foreach (var (index, leaf) in reader.Leaves())
        {
            if (leaf.Kind == DocumentLeaf.LeafKind)
                recorded.Add(index, leaf, vault);
        }
        return recorded;
    }

    /// <summary>The leaf of a document's version; null where the record has none.</summary>
    public DocumentLeaf? Find(AuthorityDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        return _leaves.GetValueOrDefault((document.Kind, document.Id, document.Version));
    }

    private void Add(long index, Leaf leaf, Vault? vault)
    {
        try
        {
            var document = DocumentLeaf.Of(index, leaf, sealedLeaf => Open(vault, sealedLeaf));
            if (_leaves.TryAdd((document.Kind, document.Id, document.Version), document))
                return;
            var first = _leaves[(document.Kind, document.Id, document.Version)];
            if (first.Sha256 != document.Sha256)
                _problems.Add($"entry {index}: says of {document.Citation} that its SHA-256 is {document.Sha256 ?? "sealed"}, and entry {first.Index} said {first.Sha256 ?? "sealed"}");
        }
        catch (InvalidDataException error)
        {
            _problems.Add($"entry {index}: {error.Message}");
        }
    }

    private static IReadOnlyList<Disclosure> Open(Vault? vault, Leaf leaf)
    {
        try
        {
            return vault?.Open(leaf) ?? [];
        }
        catch (RecordException)
        {
            // Destroyed, or of a compartment whose key is not at hand: it stays sealed, and is told as that.
            return [];
        }
    }
}

using Overflight.Authority.Documents;
using Overflight.Record;
using Overflight.Record.Vaults;

namespace Overflight.Notices.Recording;

/// <summary>Brings a folder's documents into the record: a leaf for each version that it does not have yet.</summary>
public static class DocumentRecorder
{
    /// <summary>Leaves that are appended together.</summary>
    private const int BatchLength = 256;

    /// <summary>Appends what is missing; returns when it is durable. A checkpoint is the caller's to sign.</summary>
    /// <param name="writer">The record.</param>
    /// <param name="documents">The folder's documents.</param>
    /// <param name="vault">Where hashes are to be sealed; null leaves them in clear.</param>
    /// <param name="compartment">The vault's compartment for them.</param>
    /// <param name="cancellation">Gives up between two batches.</param>
    /// <returns>The leaves appended, each with its document, and the folder compared with the record as it was before.</returns>
    /// <exception cref="RecordException">The record cannot be written.</exception>
    public static async Task<(IReadOnlyList<(AuthorityDocument Document, AppendedLeaf Leaf)> Appended, FolderComparison Before)> RecordAsync(
        RecordWriter writer, DocumentSet documents, Vault? vault, string? compartment, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(writer);
        var before = FolderComparison.Of(documents, RecordedDocuments.Read(await writer.ReadAsync(cancellation).ConfigureAwait(false), vault));
        var appended = new List<(AuthorityDocument, AppendedLeaf)>();
        foreach (var batch in before.Standings.Where(s => s.State == RecordedState.Missing).Select(s => s.Document).Chunk(BatchLength))
        {
            var drafts = Array.ConvertAll(batch, document => DocumentLeaf.ToDraft(document, vault is not null));
            var leaves = vault is null
                ? await writer.AppendAsync(drafts, cancellation).ConfigureAwait(false)
                : await vault.SealAsync(writer, drafts, compartment ?? throw new ArgumentNullException(nameof(compartment)), cancellation).ConfigureAwait(false);
            appended.AddRange(batch.Zip(leaves));
        }
        return (appended, before);
    }
}
